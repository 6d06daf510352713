/**
 * Remark plugin that turns a lesson's flow of Markdown into the cells of a notebook, so that authors write plain prose.
 *
 * - A `##` heading starts a prose cell. What follows a cell of another kind without a heading is a prose cell too.
 * - Checkpoint, Pitfall, Recap, RealWorld, References and DeploymentCard are cells of their own.
 * - `<Half title="…" minutes={…} />` starts a prose cell and one of the timed halves of a long lesson.
 * - `<LeavesOut>` right after an experiment belongs to the experiment's cell.
 * - A component imported from `@/simulations/` is an experiment: a cell that runs.
 * - `<Note>` in a sentence leaves its mark there and puts its text beside (wide) or under (narrow) the block.
 * - Checkpoints, notes and predictions are numbered.
 *
 * The module then exports `cells`: [{ id, number, kind, title, simulation? }], which course map, contents and progress read.
 * Example: "## Why\n\nText.\n\n<Pitfall>Mind.</Pitfall>" has the cells why (prose) and pitfall (pitfall).
 */

const OWN_CELLS = {
  Checkpoint: { kind: "checkpoint", title: "Checkpoint" },
  Pitfall: { kind: "pitfall", title: "Pitfall" },
  Recap: { kind: "recap", title: "Recap" },
  RealWorld: { kind: "real-world", title: "In the real world" },
  References: { kind: "references", title: "References" },
  DeploymentCard: { kind: "worksheet", title: "Deployment card" },
};

const isElement = (node) => node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";

const isHalf = (node) => node.type === "mdxJsxFlowElement" && node.name === "Half";

const textOf = (node) => ("value" in node ? String(node.value) : (node.children ?? []).map(textOf).join(""));

const slugOf = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60) || "cell";

const attribute = (name, value) => ({ type: "mdxJsxAttribute", name, value: String(value) });

const attributeOf = (node, name) => {
  const found = node.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  return typeof found?.value === "string" ? found.value : undefined;
};

/** What an expression of literals says; undefined for any other expression. */
function literalOf(node) {
  if (node?.type === "Literal") return node.value;
  if (node?.type === "UnaryExpression" && node.operator === "-") return -literalOf(node.argument);
  if (node?.type !== "ObjectExpression") return undefined;
  return Object.fromEntries(
    node.properties.map(({ key, value }) => [key.type === "Identifier" ? key.name : key.value, literalOf(value)]),
  );
}

/** The object that an attribute in braces gives. */
function objectOf(node, name) {
  const found = node.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  const statement = found?.value?.data?.estree?.body?.[0];
  return literalOf(statement?.expression) ?? {};
}

const flow = (name, attributes, children) => ({
  type: "mdxJsxFlowElement",
  name,
  attributes: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
  children,
});

/** What a lesson imports from simulations: the simulation's name by the component's. */
function experimentNames(tree) {
  const names = new Map();
  for (const node of tree.children) {
    if (node.type !== "mdxjsEsm") continue;
    for (const statement of node.data?.estree?.body ?? []) {
      if (statement.type !== "ImportDeclaration") continue;
      const [, simulation] = /^@\/simulations\/([^/]+)/.exec(String(statement.source.value)) ?? [];
      if (simulation) for (const specifier of statement.specifiers) names.set(specifier.local.name, simulation);
    }
  }
  return names;
}

/** Takes every inline Note out of a block, leaves its mark, and returns the notes. */
function takeNotes(block, nextNumber) {
  const notes = [];
  const walk = (node) => {
    node.children?.forEach((child, index) => {
      if (child.type === "mdxJsxTextElement" && child.name === "Note") {
        const number = nextNumber();
        node.children[index] = {
          type: "mdxJsxTextElement",
          name: "NoteMark",
          attributes: [attribute("number", number)],
          children: [],
        };
        notes.push(flow("Note", { number }, [{ type: "paragraph", children: child.children }]));
      } else walk(child);
    });
  };
  walk(block);
  return notes;
}

/** A Note that stands alone under a paragraph belongs to that paragraph: as if written at its end. */
function joinLoneNotes(parent) {
  parent.children = parent.children.reduce((kept, child) => {
    const previous = kept.at(-1);
    if (child.type === "mdxJsxFlowElement" && child.name === "Note" && previous?.type === "paragraph") {
      const inline = child.children.flatMap((each) => (each.type === "paragraph" ? each.children : [each]));
      previous.children.push({ type: "mdxJsxTextElement", name: "Note", attributes: [], children: inline });
      return kept;
    }
    kept.push(child);
    return kept;
  }, []);
}

/** Puts the notes of each block beside it, in every place that holds blocks. A formula stays with the sentence it ends. */
function placeNotes(parent, nextNumber) {
  joinLoneNotes(parent);
  const placed = [];
  for (let i = 0; i < parent.children.length; i++) {
    const block = parent.children[i];
    if (block.type === "mdxJsxFlowElement") {
      placeNotes(block, nextNumber);
      placed.push(block);
      continue;
    }
    const notes = takeNotes(block, nextNumber);
    if (notes.length === 0) {
      placed.push(block);
      continue;
    }
    const together = [block];
    if (parent.children[i + 1]?.type === "math") together.push(parent.children[++i]);
    placed.push(flow("div", { className: "noted" }, [...together, flow("div", { className: "notes" }, notes)]));
  }
  parent.children = placed;
}

function numberPredictions(parent, next) {
  for (const child of parent.children ?? []) {
    if (isElement(child) && child.name === "Predict" && !attributeOf(child, "id")) {
      child.attributes.push(attribute("id", `predict-${next()}`));
    }
    numberPredictions(child, next);
  }
}

/** Stands for the title of a prose cell without a heading. */
function firstWords(text) {
  const words = text.trim().split(/\s+/);
  return words.length > 5 ? `${words.slice(0, 5).join(" ")} …` : words.join(" ");
}

const counter = () => {
  let count = 0;
  return () => ++count;
};

/** Names that have not been used yet, by adding -2, -3 … */
function uniqueNames() {
  const used = new Map();
  return (name) => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
}

function toLiteral(value) {
  if (Array.isArray(value)) return { type: "ArrayExpression", elements: value.map(toLiteral) };
  if (typeof value !== "object") return { type: "Literal", value };
  const properties = Object.entries(value).map(([key, each]) => ({
    type: "Property",
    key: { type: "Identifier", name: key },
    value: toLiteral(each),
    kind: "init",
    method: false,
    shorthand: false,
    computed: false,
  }));
  return { type: "ObjectExpression", properties };
}

const exportConst = (name, value) => ({
  type: "mdxjsEsm",
  value: "",
  data: {
    estree: {
      type: "Program",
      sourceType: "module",
      body: [
        {
          type: "ExportNamedDeclaration",
          specifiers: [],
          attributes: [],
          source: null,
          declaration: {
            type: "VariableDeclaration",
            kind: "const",
            declarations: [{ type: "VariableDeclarator", id: { type: "Identifier", name }, init: toLiteral(value) }],
          },
        },
      ],
    },
  },
});

export default function notebookCells() {
  return (tree) => {
    const experiments = experimentNames(tree);
    const unique = uniqueNames();
    const cells = [];
    const nodes = [];
    const modules = [];
    /** What each experiment opens with; the build holds it against the knobs. */
    const originals = [];
    let prose;
    let heading = "introduction";

    placeNotes(tree, counter());
    numberPredictions(tree, counter());

    const open = (kind, title, name, children) => {
      const cell = { id: unique(name), number: cells.length + 1, kind, title };
      cells.push(cell);
      const node = flow("Cell", { id: cell.id, number: cell.number, kind, title }, children);
      nodes.push(node);
      return node;
    };

    for (const node of tree.children) {
      const own = node.type === "mdxJsxFlowElement" ? OWN_CELLS[node.name] : undefined;
      if (node.type === "mdxjsEsm") modules.push(node);
      else if (isHalf(node)) {
        const title = attributeOf(node, "title") ?? "";
        heading = slugOf(title);
        prose = open("prose", title, heading, [node]);
      } else if (node.type === "heading" && node.depth === 2) {
        const title = textOf(node);
        heading = slugOf(title);
        prose = open("prose", title, heading, [node]);
      } else if (own) {
        prose = undefined;
        open(own.kind, own.title, attributeOf(node, "id") ?? own.kind, [node]);
      } else if (node.type === "mdxJsxFlowElement" && experiments.has(node.name)) {
        prose = undefined;
        const name = slugOf(attributeOf(node, "id") ?? node.name);
        if (cells.some(({ kind, title }) => kind === "experiment" && title === name))
          throw new Error(`two experiments of this lesson are called ${name}: links could not tell them apart`);
        const onPaper = flow("PrintedExperiment", { simulation: experiments.get(node.name) }, []);
        onPaper.attributes.push(...node.attributes.filter((each) => each.name === "original"));
        open("experiment", name, name, [node, onPaper]);
        // The page turns it into the simulation's title.
        const simulation = experiments.get(node.name);
        cells.at(-1).simulation = simulation;
        originals.push({ id: name, simulation, values: objectOf(node, "original") });
      } else if (node.name === "LeavesOut" && cells.at(-1)?.kind === "experiment") nodes.at(-1).children.push(node);
      else if (prose) prose.children.push(node);
      else prose = open("prose", firstWords(textOf(node)), heading, [node]);
    }

    const checkpoints = nodes.filter((_, i) => cells[i].kind === "checkpoint");
    checkpoints.forEach((node, i) => {
      cells[nodes.indexOf(node)].title = `Checkpoint ${i + 1}`;
      node.children[0].attributes.push(attribute("number", i + 1), attribute("total", checkpoints.length));
    });

    const halves = tree.children.filter(isHalf);
    halves.forEach((node, i) => {
      node.attributes.push(attribute("number", i + 1), attribute("total", halves.length));
    });

    // Seen on paper only.
    const answers = checkpoints.map(() => flow("PrintedAnswer", {}, []));
    answers.forEach((node, i) => {
      node.attributes.push(...checkpoints[i].children[0].attributes);
    });
    const printed = answers.length > 0 ? [flow("PrintedAnswers", {}, answers)] : [];

    tree.children = [
      ...modules,
      exportConst("cells", cells),
      exportConst("originals", originals),
      ...nodes,
      ...printed,
    ];
  };
}
