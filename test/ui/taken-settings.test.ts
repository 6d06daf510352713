/** Settings as a call and as a command: whoever runs them has the same values again. */
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArguments } from "@/simulations/arguments";
import { findSimulation, simulations } from "@/simulations/find";
import { type AnyValues, defaultsOf } from "@/simulations/runtime/knobs";
import { callOf } from "@/simulations/ui/shell/call";
import { commandOf, shellWord } from "@/simulations/ui/shell/command";
import { drawValues } from "../draw-knob";

const names = [...simulations.keys()];
const runs = 25;
const end = "—end of the command—";

/** What a POSIX shell makes of commands: their words. One shell reads all of them. */
function wordsOf(commands: readonly string[]): string[][] {
  const script = commands.map((command) => `printf '%s\\0' ${command} '${end}'`).join("\n");
  const read = execFileSync("sh", ["-c", script], { encoding: "utf8", maxBuffer: 1e8 }).split("\0").slice(0, -1);
  const out: string[][] = [[]];
  for (const word of read) {
    if (word === end) out.push([]);
    else out.at(-1)!.push(word);
  }
  return out.slice(0, -1);
}

describe.runIf(process.platform !== "win32")("the command", () => {
  it.each(names)("of %s gives the same values, whatever its knobs allow", async (name) => {
    const { knobs, presets } = await findSimulation(name).settings();
    const drawn = fc.sample(drawValues(knobs), { seed: 7, numRuns: runs });
    const all = [
      ...drawn,
      defaultsOf(knobs),
      ...Object.values(presets).map(({ values }) => ({ ...drawn[0]!, ...values })),
    ];
    const words = wordsOf(all.map((values) => commandOf(name, knobs, values)));
    all.forEach((values, i) => {
      expect(words[i]!.slice(0, 6)).toEqual(["npm", "run", "-s", "simulate", "--", name]);
      expect(readArguments(name, words[i]!.slice(6), knobs, presets).values).toEqual(values);
    });
  });

  it("names the seed, the replicas and what differs from the defaults, and nothing else", async () => {
    const { knobs } = await findSimulation("drift").settings();
    const values = { ...defaultsOf(knobs), strength: 3 };
    expect(commandOf("drift", knobs, values)).toBe("npm run -s simulate -- drift --strength 3 --replicas 32 --seed 1");
  });

  it("holds any text as one word: quotes, line breaks, what a shell would run or fill in", () => {
    const texts = [
      "",
      "12:promote,30:rollback",
      'it\'s "so" $HOME `id` $(id) \\ ! * ~ # ; &',
      "(age) =>\n  age < 3 ? 1 : 0.5 ** (age / 6) // it's a rule",
      "-5",
      ...fc.sample(fc.string({ unit: "grapheme", maxLength: 60 }), { seed: 3, numRuns: 200 }),
    ].filter((text) => !text.includes("\0"));
    expect(wordsOf([texts.map(shellWord).join(" ")])[0]).toEqual(texts);
  });

  it("gives a text that begins with a dash, or is of several lines, to its knob", () => {
    const source = "-1 +\n  'two'";
    const knobs = {
      text: { kind: "choice", label: "Text", help: "", default: "", options: { "": "", [source]: "" } },
    } as const;
    const [words] = wordsOf([commandOf("drift", knobs, { text: source })]);
    expect(readArguments("drift", words!.slice(6), knobs, {}).values).toEqual({ text: source });
  });
});

describe("the call", () => {
  const textOf = (values: AnyValues) =>
    callOf(values)
      .map((line) => line.map(([text]) => text).join(""))
      .join("\n");
  /** Runs it with an engine that keeps what it is given. */
  const givenTo = (values: AnyValues): unknown[] => {
    let given: unknown[] = [];
    const createEngine = () => ({ run: (...all: unknown[]) => (given = all) });
    new Function("createEngine", textOf(values))(createEngine);
    return given;
  };

  it.each(names)("of %s hands over the present values and all replicas", async (name) => {
    const { knobs } = await findSimulation(name).settings();
    for (const values of fc.sample(drawValues(knobs), { seed: 5, numRuns: runs }))
      expect(givenTo(values)).toEqual([values, { from: 0, to: values.replicas }]);
  });

  it("writes any text so that JavaScript reads the same, one of several lines between backquotes", () => {
    const source = `(age) => {\n  // \`why\` costs \${price}\r\n  return "\\n".length ** age;\n}`;
    expect(givenTo({ source, "a-b": "it's" })[0]).toEqual({ source, "a-b": "it's" });
    expect(textOf({ source }).split("\n")).toHaveLength(10);
    const texts = fc.sample(fc.string({ unit: "binary", maxLength: 40 }), { seed: 9, numRuns: 60 });
    for (const text of texts) expect(givenTo({ text })[0]).toEqual({ text });
  });
});
