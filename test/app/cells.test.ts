import { compile } from "@mdx-js/mdx";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { describe, expect, it } from "vitest";
import type { CellInfo } from "@/app/_components/notebook/cell-info";
import { nameExperiments } from "@/app/_components/notebook/lesson-content";
import { cellKinds } from "@/app/_mdx/cell-kinds.mjs";
import notebookCells from "@/app/_mdx/cells.mjs";

interface Compiled {
  readonly code: string;
  readonly cells: readonly CellInfo[];
}

async function lesson(source: string): Promise<Compiled> {
  const code = String(await compile(source, { jsx: true, remarkPlugins: [remarkGfm, remarkMath, notebookCells] }));
  const literal = /export const cells = (\[[\s\S]*?\]);/.exec(code)?.[1];
  return { code, cells: new Function(`return ${literal}`)() };
}

const outline = ({ cells }: Compiled) => cells.map(({ id, kind }) => `${id} (${kind})`);

describe("cells of a lesson", () => {
  it("start at headings and at the vocabulary's own cells", async () => {
    expect(outline(await lesson("## Why\n\nText.\n\n<Pitfall>Mind.</Pitfall>"))).toEqual([
      "why (prose)",
      "pitfall (pitfall)",
    ]);
  });

  it("are not opened by a comment or an import, which nobody reads", async () => {
    const source = '{/* Why this lesson is long. */}\n\nimport { Picture } from "./picture";\n\n## Why\n\nText.';
    expect(outline(await lesson(source))).toEqual(["why (prose)"]);
  });

  it("are experiments where a component comes from simulations, named by its id", async () => {
    const source = [
      'import { Race } from "@/simulations/race";',
      'import { Picture } from "./picture";',
      "## One\n\n<Picture />\n\nText.",
      '<Race id="first" />',
      "Text after it.",
      '<Race id="race" />',
    ].join("\n\n");
    expect(outline(await lesson(source))).toEqual([
      "one (prose)",
      "first (experiment)",
      "one-2 (prose)",
      "race (experiment)",
    ]);
  });

  it("of an experiment need an id, spelt as an address has it", async () => {
    const embedded = (element: string) => lesson(`import { Race } from "@/simulations/race";\n\n${element}`);
    await expect(embedded("<Race />")).rejects.toThrow(
      '<Race> needs an id that is unique in the lesson, in small letters, digits and hyphens: id="race", got none',
    );
    await expect(embedded('<Race id="My race" />')).rejects.toThrow('id="my-race", got "My race"');
    await expect(embedded('<Race id="race-2" />')).resolves.toBeDefined();
  });

  it("are called what their simulation is called, a second one of the same by its id too", async () => {
    const source = [
      'import { Automation } from "@/simulations/automation";\nimport { Drift } from "@/simulations/drift";',
      '<Drift id="inflation" />',
      '<Automation id="degrees" />',
      '<Drift id="actor" />',
    ].join("\n\n");
    const { cells } = await lesson(source);
    expect(nameExperiments(cells).map(({ title }) => title)).toEqual([
      "Drift injector",
      "How much automation",
      "Drift injector: actor",
    ]);
  });

  it("that are filled in do not run, though they come from simulations", async () => {
    const source = [
      'import { Bench, Form } from "@/simulations/bench";',
      '<Bench id="one" />',
      '<Worksheet title="Deployment card"><Form /></Worksheet>',
      "<Worksheet />",
    ].join("\n\n");
    const compiled = await lesson(source);
    expect(outline(compiled)).toEqual(["one (experiment)", "worksheet (worksheet)", "worksheet-2 (worksheet)"]);
    expect(compiled.cells.map(({ title }) => title)).toEqual(["one", "Deployment card", "Worksheet"]);
  });

  it("of every kind in the table that is an element of its own are read by that element's name", async () => {
    for (const [kind, { read, title }] of Object.entries(cellKinds)) {
      if (typeof read !== "object") continue;
      const { cells } = await lesson(`<${read.element}>Text.</${read.element}>`);
      expect(cells).toEqual([expect.objectContaining({ id: kind, kind })]);
      expect(cells[0]!.title, "every such kind has a title").toContain(title ?? "no title");
    }
  });

  it("begin at the halves of a long lesson, which are counted", async () => {
    const compiled = await lesson('<Half title="One" minutes={20} />\n\nText.\n\n<Half title="Two" minutes={9} />');
    expect(outline(compiled)).toEqual(["one (prose)", "two (prose)"]);
    expect(compiled.code).toContain('number="2" total="2"');
  });

  it("of an experiment hold what its model leaves out", async () => {
    const source =
      'import { Race } from "@/simulations/race";\n\n<Race id="race" />\n\n<LeavesOut>Taxes.</LeavesOut>\n\nText.';
    const compiled = await lesson(source);
    expect(outline(compiled)).toEqual(["race (experiment)", "introduction (prose)"]);
    expect(compiled.code).toMatch(/<Race id="race" \/><PrintedExperiment simulation="race" \/><LeavesOut>/);
  });

  it("say what their experiments open with, for the build to hold against the knobs", async () => {
    const source = [
      'import { Race } from "@/simulations/race";',
      '<Race id="first" original={{ shape: "sudden", strength: -1.5, "months": 12 }} />',
      '<Race id="second" />',
    ].join("\n\n");
    const { code } = await lesson(source);
    const literal = /export const originals = (\[[\s\S]*?\]);/.exec(code)?.[1];
    expect(new Function(`return ${literal}`)()).toEqual([
      { id: "first", simulation: "race", values: { shape: "sudden", strength: -1.5, months: 12 } },
      { id: "second", simulation: "race", values: {} },
    ]);
  });

  it("have names that are unique and numbers that count up", async () => {
    const { cells } = await lesson("Before.\n\n## Same\n\n## Same\n\n<Recap>x</Recap>\n\n<Recap>y</Recap>");
    expect(cells.map(({ id }) => id)).toEqual(["introduction", "same", "same-2", "recap", "recap-2"]);
    expect(cells.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it("say which checkpoint of how many each one is", async () => {
    const { code, cells } = await lesson("<Checkpoint question='a' />\n\nText\n\n<Checkpoint question='b' />");
    expect(cells.map(({ title }) => title)).toEqual(["Checkpoint 1", "Text", "Checkpoint 2"]);
    expect(code).toContain('number="2" total="2"');
  });
});

describe("notes", () => {
  it("leave their number in the sentence and stand beside the block, counted through the lesson", async () => {
    const { code } = await lesson("## A\n\nOne.<Note>First.</Note>\n\n- two<Note>Second.</Note>\n\nThree.");
    expect(code).toMatch(/<_components\.p>\{"One\."\}<NoteMark number="1" \/><\/_components\.p>/);
    expect(code.match(/className="noted"/g)).toHaveLength(2);
    expect(code.indexOf('<Note number="1">')).toBeLessThan(code.indexOf("two"));
    expect(code.indexOf('<Note number="2">')).toBeGreaterThan(code.indexOf("two"));
  });

  it("do not part a sentence from the formula that ends it", async () => {
    const { code } = await lesson("If the weights are w,<Note>Kish.</Note>\n\n$$\nx\n$$\n\nNext.");
    expect(code.indexOf('<Note number="1">')).toBeGreaterThan(code.indexOf("math-display"));
  });

  it("belong to the paragraph above when they stand alone", async () => {
    const { code } = await lesson("Text.\n\n<Note>\nAlone.\n</Note>");
    expect(code).toMatch(/"Text\."\}<NoteMark number="1" \/>/);
  });
});
