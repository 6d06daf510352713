/** Which room may import what: the table of ARCHITECTURE.md as code. */

export interface ImportFound {
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

interface Room {
  readonly name: string;
  readonly holds: RegExp;
  /** Own files of the project that may be imported, as paths from the root. */
  readonly mayImport: readonly RegExp[];
  readonly packages: readonly RegExp[];
  /** Further files whose types may be imported. */
  readonly typesFrom?: readonly RegExp[];
}

const anyPackage = [/./];
const numeric = [/^@stdlib\//, /^pure-rand\//, /^d3-random$/, /^yaml$/];
/** The simulation a file belongs to stands for $1 in the patterns below. */
const own = (file: string) => /^simulations\/([^/]+)\//.exec(file)?.[1] ?? "";

/** The first room that holds a file is its room. */
export const rooms: readonly Room[] = [
  {
    name: "core/models",
    holds: /^simulations\/core\/models\//,
    mayImport: [/^simulations\/core\//],
    packages: [...numeric, /^@tensorflow\/tfjs-(core|backend-cpu|backend-wasm)$/, /^node:/],
  },
  { name: "core", holds: /^simulations\/core\//, mayImport: [/^simulations\/core\//], packages: numeric },
  {
    name: "runtime",
    holds: /^simulations\/runtime\//,
    mayImport: [/^simulations\/runtime\//],
    packages: [/^zustand\/vanilla$/, /^zod$/],
  },
  {
    name: "ui",
    holds: /^simulations\/ui\//,
    mayImport: [/^simulations\/(ui|runtime)\//],
    packages: [/^react/, /^react-dom/, /^zustand/, /^plotly\.js(\/|$)/, /^lucide-react/, /^@internationalized\//],
  },
  {
    name: "course",
    holds: /^simulations\/course\//,
    mayImport: [/^simulations\/(course|ui|core)\//],
    packages: [/^react/],
  },
  {
    name: "simulation: engine",
    holds: /^simulations\/[^/]+\/(engine|engine-[^/]+)\.ts$/,
    mayImport: [/^simulations\/core\//, /^simulations\/\$own\/(knobs|frames|plan|engine-[^/]+|summary)\.ts$/],
    packages: [...numeric, /^@tensorflow\/tfjs-core$/],
    typesFrom: [/^simulations\/runtime\//],
  },
  {
    name: "simulation: what it is asked for",
    holds: /^simulations\/[^/]+\/ask-[^/]+\.ts$/,
    mayImport: [
      /^simulations\/core\//,
      /^simulations\/runtime\/timing\.ts$/,
      /^simulations\/\$own\/(knobs|frames|summary|engine-[^/]+)\.ts$/,
    ],
    packages: numeric,
    typesFrom: [/^simulations\/runtime\//],
  },
  {
    name: "simulation: knobs, frames, summary, chart, words",
    holds: /^simulations\/[^/]+\/[^/]+\.ts$/,
    mayImport: [
      /^simulations\/runtime\/(knobs|common-knobs|simulation)\.ts$/,
      /^simulations\/core\/(statistics|metrics|serving|worlds)\//,
      /^simulations\/ui\/(ink\/format|ink\/roles|results\/lead-words|chart\/[^/]+)\.ts$/,
      /^simulations\/course\/[^/]+\.ts$/,
      /^simulations\/\$own\/(?!engine)[^/]+\.ts$/,
    ],
    packages: numeric,
    typesFrom: [/^simulations\/(runtime|ui|core)\//],
  },
  {
    name: "simulation: view",
    holds: /^simulations\/[^/]+\/[^/]+\.tsx$/,
    mayImport: [
      /^simulations\/(ui|runtime|course)\//,
      /^simulations\/(pool|titles)\.ts$/,
      /^simulations\/core\/(statistics|metrics|serving)\//,
      /^simulations\/\$own\/(?!engine)[^/]+\.(tsx?|css)$/,
    ],
    packages: [/^react/, /^next\/dynamic$/, /^zustand/, /^lucide-react/],
  },
  {
    name: "simulations: registry, worker, pool, command line",
    holds: /^simulations\/[^/]+\.tsx?$/,
    mayImport: [/^simulations\//],
    packages: [/^@tensorflow\/tfjs-core$/, /^node:/],
  },
  {
    name: "lessons",
    holds: /^lessons\//,
    mayImport: [/^lessons\//, /^simulations\/[^/]+\/index\.tsx$/],
    packages: [],
  },
  {
    name: "app",
    holds: /^app\//,
    mayImport: [/^app\//, /^lessons\//, /^simulations\/(ui|runtime)\//, /^simulations\/(titles|paper)\.ts$/],
    packages: anyPackage,
  },
];

/** A sentence for every import that the table does not allow; `target` is the imported file from the root, undefined for a package. */
export function violation(found: ImportFound, target: string | undefined): string | undefined {
  const room = rooms.find(({ holds }) => holds.test(found.file));
  if (!room) return undefined;
  if (target === undefined) {
    if (room.packages.some((pattern) => pattern.test(found.specifier))) return undefined;
    return `${found.file} (${room.name}) imports the package ${found.specifier}`;
  }
  const fits = (pattern: RegExp) => new RegExp(pattern.source.replaceAll("\\$own", own(found.file))).test(target);
  if (room.mayImport.some(fits) || (found.typeOnly && room.typesFrom?.some(fits))) return undefined;
  return `${found.file} (${room.name}) imports ${target}`;
}

const IMPORT =
  /(?:^|[\n;])\s*(?:(import|export)\s+(type\s)?[^"';()]*?from\s*|import\s*)["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** Imports of a TypeScript or MDX source text. */
export function importsOf(file: string, text: string): ImportFound[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
  return [...withoutComments.matchAll(IMPORT)].map((match) => ({
    file,
    specifier: (match[3] ?? match[4])!,
    typeOnly: match[2] !== undefined,
  }));
}

/** Words that must not stand in the room's files: clocks, global randomness, the DOM. */
export const forbiddenWords: readonly { readonly room: RegExp; readonly words: RegExp }[] = [
  {
    room: /^simulations\/core\//,
    words: /\bMath\.random\b|\bDate\b|\bperformance\.now\b|\bdocument\b|\bwindow\.|\blocalStorage\b/,
  },
  {
    room: /^simulations\/[^/]+\/engine[^/]*\.ts$/,
    words: /\bMath\.random\b|\bDate\b|\bperformance\.now\b|\bdocument\b/,
  },
];
