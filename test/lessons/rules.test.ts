/** The rules that every open lesson follows, whoever wrote it. */
import { describe, expect, it } from "vitest";
import { lessonBySlug } from "@/lessons";
import { glossary } from "@/lessons/glossary";
import { attributeTexts, experimentNames, type Node, piecesOf, slugs, textOf, treeOf } from "./read-lesson";

interface Option {
  readonly text: string;
  readonly explanation: string;
  readonly right?: boolean;
}

const lessons = slugs.map((slug) => {
  const tree = treeOf(slug);
  const checkpoints = piecesOf(tree, "Checkpoint").map(({ attributes }) => attributes);
  return {
    slug,
    tree,
    lesson: lessonBySlug(slug)!,
    checkpoints,
    choices: checkpoints.flatMap(({ options }) => (options ? [options as readonly Option[]] : [])),
  };
});
const isNumbered = ({ slug }: { slug: string }) => slug !== "orientation";
const objectivesTested = (tests: unknown): number[] => String(tests).split(",").map(Number);

describe.each(lessons)("lesson $slug", ({ slug, tree, lesson, checkpoints, choices }) => {
  it("tests every objective by at least one checkpoint", () => {
    const tested = new Set(checkpoints.flatMap(({ tests }) => objectivesTested(tests)));
    expect([...tested].sort()).toEqual(lesson.objectives.map((_, i) => i + 1));
  });

  it("gives every question four options with an explanation each, one of them right", () => {
    for (const options of choices) {
      expect(options).toHaveLength(4);
      expect(options.filter(({ right }) => right)).toHaveLength(1);
      for (const { text, explanation } of options) expect(explanation.length, text).toBeGreaterThan(20);
      expect(new Set(options.map(({ text }) => text)).size).toBe(4);
    }
  });

  it("asks for at least one number, explains it, and calls no mistake right", () => {
    const numbers = checkpoints.filter(({ answer }) => answer);
    expect(numbers.length).toBeGreaterThan(0);
    for (const { answer, explanation, mistakes = [] } of numbers) {
      const { value, tolerance } = answer as { value: number; tolerance: number };
      expect(Number.isFinite(value)).toBe(true);
      expect(tolerance).toBeGreaterThan(0);
      expect(String(explanation).length).toBeGreaterThan(20);
      for (const mistake of mistakes as { value: number }[])
        expect(Math.abs(mistake.value - value)).toBeGreaterThan(2 * tolerance);
    }
  });

  it("tells an instructor in five lines how to show it, after the references", () => {
    if (!isNumbered({ slug })) return;
    const flow = (tree.children ?? []).filter(({ type }) => type === "mdxJsxFlowElement");
    expect(flow.at(-1)?.name).toBe("Instructor");
    const [lines] = piecesOf(tree, "Instructor").map(({ node }) =>
      (node.children ?? []).flatMap(({ children = [] }) => children),
    );
    expect(lines).toHaveLength(5);
    for (const line of lines ?? []) expect(textOf(line).split(/\s+/).length).toBeLessThan(60);
  });

  it("says before each experiment what one needs to know, and after it what the model leaves out", () => {
    const names = experimentNames(slug);
    const flow = (tree.children ?? []).filter(({ type }) => type !== "mdxjsEsm");
    // A worksheet comes from a simulation too and does not run: it has no name in links.
    const isExperiment = (node: Node | undefined) =>
      node !== undefined && names.includes(node.name ?? "") && node.attributes?.some(({ name }) => name === "id");
    const places = flow.flatMap((node, i) => (isExperiment(node) ? [i] : []));
    expect(places.length).toBeGreaterThan(0);
    for (const i of places) {
      const before = flow[i - 1];
      expect(before?.name, `before experiment ${i}`).toBe("NeedToKnow");
      const items = before?.children?.flatMap((child) => child.children ?? []) ?? [];
      expect(items.length).toBeGreaterThan(0);
      expect(items.length).toBeLessThanOrEqual(4);
      expect(before?.attributes?.some(({ name }) => name === "watch")).toBe(true);
      expect(flow[i + 1]?.name, `after experiment ${i}`).toBe("LeavesOut");
    }
  });

  it("takes the minutes that its words, runs and questions need", () => {
    const attributes = ["Checkpoint", "Predict", "NeedToKnow"].flatMap((name) =>
      piecesOf(tree, name).flatMap(attributeTexts),
    );
    const text = `${textOf(tree, ["References"])} ${attributes.join(" ")}`;
    const words = text.split(/\s+/).filter(Boolean).length;
    const runs = experimentNames(slug).flatMap((name) => piecesOf(tree, name)).length;
    const questions = checkpoints.length + piecesOf(tree, "Predict").length;
    const honest = words / 180 + 1.5 * runs + 1.5 * questions;
    const told = `${words} words, ${runs} experiments and ${questions} questions take ${honest.toFixed(1)} minutes; lessons/index.ts says ${lesson.minutes}`;
    expect(lesson.minutes! / honest, told).toBeGreaterThan(0.8);
    expect(lesson.minutes! / honest, told).toBeLessThan(1.25);
    const halves = piecesOf(tree, "Half").map((half) => Number(half.attributes.minutes));
    if (halves.length > 0)
      expect(
        halves.reduce((a, b) => a + b),
        "minutes of all <Half>",
      ).toBe(lesson.minutes);
  });

  it("marks only terms that the glossary defines, each once", () => {
    const ids = piecesOf(tree, "Term").map((term) => String(term.attributes.id));
    const known = glossary.map(({ id }) => id);
    expect(ids.filter((id) => !known.includes(id))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe.each(lessons.filter(isNumbered))("lesson $slug", ({ tree, choices }) => {
  it("does not give the right answer away by its place", () => {
    const places = choices.map((options) => options.findIndex(({ right }) => right));
    for (const place of [0, 1, 2, 3])
      expect(places.filter((other) => other === place).length, `place ${place} of ${places}`).toBeLessThanOrEqual(
        Math.ceil(choices.length / 2),
      );
    expect(new Set(places).size).toBeGreaterThan(1);
  });

  it("does not give the right answer away by its length", () => {
    const longest = choices.filter((options) => {
      const most = Math.max(...options.map(({ text }) => text.length));
      return options.find(({ right }) => right)?.text.length === most;
    });
    expect(longest.length).toBeLessThanOrEqual(choices.length / 2);
  });

  it("cites every entry of its references, which carry a link", () => {
    const [references] = piecesOf(tree, "References");
    const entries: Node[] = [];
    const walk = (node: Node) => {
      if (node.type === "listItem") entries.push(node);
      else node.children?.forEach(walk);
    };
    if (references) walk(references.node);
    expect(entries.length).toBeGreaterThan(0);
    const attributes = ["Checkpoint", "Predict", "NeedToKnow"].flatMap((name) =>
      piecesOf(tree, name).flatMap(attributeTexts),
    );
    const text = `${textOf(tree, ["References"])} ${attributes.join(" ")}`;
    for (const entry of entries) {
      const words = textOf(entry).trim();
      const links: string[] = [];
      const find = (node: Node) => {
        if (node.type === "link" && node.url) links.push(node.url);
        node.children?.forEach(find);
      };
      find(entry);
      expect(
        links.some((url) => url.startsWith("https://")),
        `no link: ${words}`,
      ).toBe(true);
      const [, author = "", year = ""] = /^([^,(.]+).*?\((\d{4})/.exec(words) ?? [];
      const cited = text
        .split("\n")
        .some((line) => line.includes(author.trim().split(" ").at(-1) ?? "") && line.includes(year));
      expect(author !== "" && cited, `not cited: ${words}`).toBe(true);
    }
  });
});

describe("all lessons together", () => {
  it("put the right answer in every place, none of them much more often", () => {
    const places = lessons.flatMap(({ choices }) => choices.map((options) => options.findIndex(({ right }) => right)));
    for (const place of [0, 1, 2, 3]) {
      const share = places.filter((other) => other === place).length / places.length;
      expect(share, `place ${place}`).toBeGreaterThan(0.1);
      expect(share, `place ${place}`).toBeLessThan(0.4);
    }
  });

  it("define every term of the glossary once, in alphabetical order, in two sentences at most", () => {
    const ids = glossary.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const terms = glossary.map(({ term }) => term);
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, "en")));
    for (const { definition } of glossary) expect(definition.split(/[.:;] /).length).toBeLessThanOrEqual(4);
  });
});
