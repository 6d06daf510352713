/** Which file imports which, read by the parsers that the build and the tests use: MDX's own, and Oxc's (of Vite) for TypeScript. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { compileSync } from "@mdx-js/mdx";
import remarkMath from "remark-math";
import { parseSync } from "vite";

export const root = resolve(import.meta.dirname, "../..");

export interface Import {
  readonly file: string;
  readonly specifier: string;
  /** Nothing of it is there when the program runs. */
  readonly typeOnly: boolean;
  /** `import("…")`: loaded when it is needed. */
  readonly lazy: boolean;
  /** The imported file, from the root of the project; undefined: a package. */
  readonly target: string | undefined;
}

type Written = Omit<Import, "file" | "target">;

const ENDS = ["", ".ts", ".tsx", ".mdx", "/index.ts", "/index.tsx"];

/** Every source file of the product, from the root of the project. */
export const files: readonly string[] = ["app", "lessons", "simulations"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.split(sep).join("/")}`)
    .filter(
      (file) => /\.(tsx?|mjs|mdx|css)$/.test(file) && !file.startsWith("simulations/core/models/kernels/assembly/"),
    ),
);
const known = new Set(files);

/**
 * The files that a specifier means: one, or with a * all that it may mean; undefined: a package. A file that is not there keeps
 * the name it was given.
 */
function targetsOf(file: string, specifier: string): readonly (string | undefined)[] {
  if (!/^(\.|@\/)/.test(specifier)) return [undefined];
  const path = specifier.startsWith("@/") ? join(root, specifier.slice(2)) : resolve(root, dirname(file), specifier);
  const base = relative(root, path).split(sep).join("/");
  if (base.includes("*")) {
    const parts = base.split("*").map((part) => part.replace(/[.[\]]/g, "\\$&"));
    const pattern = new RegExp(`^${parts.join("[^/]+")}$`);
    return files.filter((candidate) => pattern.test(candidate));
  }
  return [ENDS.map((end) => base + end).find((candidate) => known.has(candidate)) ?? base];
}

interface Node {
  readonly type: string;
  readonly source?: {
    readonly value?: unknown;
    /** The pieces of a text with places in it. */
    readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
  };
}

/** `import("./part")` in code and `import("./part").Type` in types: different nodes of the tree. What is put in as it runs is a *. */
function dynamicImports(node: unknown, found: Written[] = []): Written[] {
  if (Array.isArray(node)) for (const each of node) dynamicImports(each, found);
  else if (node && typeof node === "object") {
    const { type, source } = node as Node;
    if (type === "ImportExpression" || type === "TSImportType") {
      const specifier = source?.quasis?.map(({ value }) => value.cooked).join("*") ?? source?.value;
      if (typeof specifier === "string") found.push({ specifier, typeOnly: type === "TSImportType", lazy: true });
    }
    for (const each of Object.values(node)) dynamicImports(each, found);
  }
  return found;
}

/** Imports of a TypeScript, JavaScript or MDX text; of a style sheet its `@import`s; data has none. */
export function importsOf(file: string, text: string): Import[] {
  const complete = (written: Written): Import[] =>
    targetsOf(file, written.specifier).map((target) => ({ file, ...written, target }));
  if (file.endsWith(".json")) return [];
  if (file.endsWith(".css"))
    return [...text.matchAll(/^@import "([^"]+)"/gm)].flatMap(([, specifier]) =>
      complete({ specifier: specifier!, typeOnly: false, lazy: false }),
    );
  const code = file.endsWith(".mdx") ? String(compileSync(text, { jsx: true, remarkPlugins: [remarkMath] })) : text;
  const { module, program, errors } = parseSync(file.replace(/\.mdx$/, ".jsx"), code);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const imported = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    lazy: false,
  }));
  const handedOn = module.staticExports.flatMap(({ entries }) => {
    const specifier = entries[0]?.moduleRequest?.value;
    return specifier === undefined ? [] : [{ specifier, typeOnly: entries.every(({ isType }) => isType), lazy: false }];
  });
  return [...imported, ...handedOn, ...(/\bimport\s*\(/.test(code) ? dynamicImports(program) : [])].flatMap(complete);
}

const read = new Map<string, Import[]>();

/** What a file of the project imports. */
export function importsIn(file: string): readonly Import[] {
  const found = read.get(file) ?? importsOf(file, readFileSync(join(root, file), "utf8"));
  read.set(file, found);
  return found;
}
