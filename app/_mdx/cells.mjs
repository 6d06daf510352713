/**
 * Remark plugin that turns a lesson's flow of Markdown into the cells of a notebook, so that authors write plain prose.
 *
 * - A `##` heading starts a prose cell. What follows a cell of another kind without a heading is a prose cell too.
 * - Elements that are cells of their own, and what is special about each kind, stand in cell-kinds.mjs.
 * - `<Half title="…" minutes={…} />` starts a prose cell and one of the timed halves of a long lesson.
 * - A component imported from `@/simulations/` is an experiment: a cell that runs.
 * - `<Note>` in a sentence stands beside its block (notes.mjs).
 * - Checkpoints, notes and predictions are numbered.
 *
 * The module then exports `cells`: [{ id, number, kind, title, simulation? }], which course map, contents and progress read,
 * and `originals`: what each experiment opens with, which the build holds against the knobs.
 * Example: "## Why\n\nText.\n\n<Pitfall>Mind.</Pitfall>" has the cells why (prose) and pitfall (pitfall).
 */
import { slug } from "github-slugger";
import { visit } from "unist-util-visit";
import { cellKinds } from "./cell-kinds.mjs";
import { placeNotes } from "./notes.mjs";
import { attribute, attributeOf, counter, exportConst, flow, isElement, objectOf, textOf } from "./tree.mjs";

/** Kind of cell by the element that an author writes for it. */
const kindByElement = new Map(
  Object.entries(cellKinds).flatMap(([kind, { read }]) => (typeof read === "object" ? [[read.element, kind]] : [])),
);

/** Ids of cells stand in links and in what a reader keeps: one hyphen between words, at most 60 characters. */
const idOf = (text) => slug(text).replace(/-+/g, "-").slice(0, 60).replace(/^-|-$/g, "") || "cell";

/** What a lesson imports from simulations: the simulation's name by the component's. */
function experimentNames(tree) {
  const names = new Map();
  for (const node of tree.children) {
    for (const statement of (node.type === "mdxjsEsm" && node.data?.estree?.body) || []) {
      if (statement.type !== "ImportDeclaration") continue;
      const [, simulation] = /^@\/simulations\/([^/]+)/.exec(String(statement.source.value)) ?? [];
      if (simulation) for (const specifier of statement.specifiers) names.set(specifier.local.name, simulation);
    }
  }
  return names;
}

function numberPredictions(tree) {
  const next = counter();
  visit(tree, { name: "Predict" }, (node) => {
    if (!attributeOf(node, "id")) node.attributes.push(attribute("id", `predict-${next()}`));
  });
}

/** Stands for the title of a prose cell without a heading. */
function firstWords(text) {
  const words = text.trim().split(/\s+/);
  return words.length > 5 ? `${words.slice(0, 5).join(" ")} …` : words.join(" ");
}

/** Ids that have not been used yet, by adding -2, -3 … */
function uniqueIds() {
  const used = new Map();
  return (name) => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
}

/** Tells each of these elements which of how many it is. */
function numberAll(nodes) {
  nodes.forEach((node, i) => {
    node.attributes.push(attribute("number", i + 1), attribute("total", nodes.length));
  });
}

const isComment = ({ type, data }) => type === "mdxFlowExpression" && data?.estree?.body.length === 0;

export default function notebookCells() {
  return (tree) => {
    const simulations = experimentNames(tree);
    const unique = uniqueIds();
    /** @type {{ info: { id: string, number: number, kind: string, title: string, simulation?: string }, node: object }[]} */
    const cells = [];
    const originals = [];
    /** The cell that takes what follows; undefined after a cell of another kind. */
    let prose;
    let heading = "introduction";

    placeNotes(tree);
    numberPredictions(tree);

    const open = (kind, title, name, children, more = {}) => {
      const info = { id: unique(name), number: cells.length + 1, kind, title, ...more };
      const { id, number } = info;
      const node = flow("Cell", { id, number, kind, title }, children);
      cells.push({ info, node });
      prose = cellKinds[kind].read === "rest" ? node : undefined;
    };

    const openExperiment = (node, simulation) => {
      const given = attributeOf(node, "id");
      const name = idOf(given ?? "");
      // The component reads the id as it stands, the cell as an address has it: they are one.
      if (given !== name)
        throw new Error(
          `<${node.name}> needs an id that is unique in the lesson, in small letters, digits and hyphens: id="${given === undefined ? idOf(node.name) : name}", got ${given === undefined ? "none" : JSON.stringify(given)}`,
        );
      if (originals.some(({ id }) => id === name))
        throw new Error(`two experiments of this lesson are called ${name}: links could not tell them apart`);
      const onPaper = flow("PrintedExperiment", { simulation });
      onPaper.attributes.push(...node.attributes.filter((each) => each.name === "original"));
      // The page turns the name into the simulation's title.
      open("experiment", name, name, [node, onPaper], { simulation });
      originals.push({ id: name, simulation, values: objectOf(node, "original") });
    };

    for (const node of tree.children) {
      const isFlow = node.type === "mdxJsxFlowElement";
      const kind = isFlow ? kindByElement.get(node.name) : undefined;
      const last = cells.at(-1);
      // Imports and comments are nothing to read.
      if (node.type === "mdxjsEsm" || isComment(node)) continue;
      if (isElement(node, "Half") || (node.type === "heading" && node.depth === 2)) {
        const title = isFlow ? (attributeOf(node, "title") ?? "") : textOf(node);
        heading = idOf(title);
        open("prose", title, heading, [node]);
      } else if (kind) {
        const title = attributeOf(node, "title") ?? cellKinds[kind].title;
        open(kind, title, attributeOf(node, "id") ?? kind, [node]);
      } else if (isFlow && simulations.has(node.name)) openExperiment(node, simulations.get(node.name));
      else if (last && node.name && cellKinds[last.info.kind].takes === node.name) last.node.children.push(node);
      else if (prose) prose.children.push(node);
      else open("prose", firstWords(textOf(node)), heading, [node]);
    }

    for (const [kind, { numbered, title }] of Object.entries(cellKinds)) {
      if (!numbered) continue;
      const ofKind = cells.filter(({ info }) => info.kind === kind);
      ofKind.forEach(({ info }, i) => {
        info.title = `${title} ${i + 1}`;
      });
      numberAll(ofKind.map(({ node }) => node.children[0]));
    }
    numberAll(tree.children.filter((node) => isElement(node, "Half")));

    // Seen on paper only.
    const answers = cells
      .filter(({ info }) => info.kind === "checkpoint")
      .map(({ node }) => ({ ...flow("PrintedAnswer", {}), attributes: [...node.children[0].attributes] }));

    tree.children = [
      ...tree.children.filter(({ type }) => type === "mdxjsEsm"),
      exportConst(
        "cells",
        cells.map(({ info }) => info),
      ),
      exportConst("originals", originals),
      ...cells.map(({ node }) => node),
      ...(answers.length > 0 ? [flow("PrintedAnswers", {}, answers)] : []),
    ];
  };
}
