/**
 * The rooms of the house and what each may import. ARCHITECTURE.md shows this table; a test holds the two together
 * (`npx tsx test/boundaries/write-table.ts` writes it, biome sets its columns).
 *
 * A pattern is a path from the root; without app/ or lessons/ at its beginning it stands under simulations/. A slash at the end means
 * everything below, * any part of a name, and <name> the simulation that the importing file belongs to.
 */
export interface Room {
  readonly files: readonly string[];
  readonly holds: string;
  readonly imports: readonly string[];
  /** Further files of which types may be imported. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  /** In words, where the list of what may be imported is long. */
  readonly inWords?: string;
  /** What the patterns above would allow and is not. */
  readonly never?: readonly string[];
}

const numeric = ["@stdlib/*", "d3-random"];
const react = ["react", "react-dom", "zustand", "lucide-react"];

/** In this order: each room of the interface may import the ones before it. */
const uiRooms = {
  design: "tokens, type, screen, buttons, panels, notices",
  ink: "roles, markers, formats of numbers and text",
  controls: "sliders, choices, number fields",
  chart: "chart models, kinds, figures, tables",
  results: "verdicts, words of leads, tables of runs",
  sound: "what is heard: player, pictures and words of a sound, clips in a list",
  jupyter: "a run as a Jupyter notebook: Python source, cells, the file",
  shell: "the experiment round a simulation",
  code: "the cell in which a reader writes code",
  "own-data": "a file of the reader's: chosen or dropped, read, and what is wrong with it",
};
const uiNames = Object.keys(uiRooms);

/** The first room that holds a file is its room. */
export const rooms: readonly Room[] = [
  {
    files: ["core/models/kernels/compile.mjs"],
    holds: "the tool that compiles the kernels",
    imports: [],
    packages: ["assemblyscript", "node:*"],
  },
  {
    files: ["core/models/"],
    holds: "models that learn",
    imports: ["core/"],
    packages: [...numeric, "@tensorflow/tfjs-core", "@tensorflow/tfjs-backend-*", "node:*"],
  },
  {
    files: ["core/tables/"],
    holds: "CSV files that readers bring: text, columns, numbers, dates, limits",
    imports: ["core/"],
    packages: ["papaparse"],
  },
  {
    files: ["core/"],
    holds: "random streams, worlds, detectors, statistics, metrics, serving",
    imports: ["core/"],
    packages: [...numeric, "fourier-transform"],
  },
  {
    files: ["runtime/"],
    holds: "knobs, links, protocol, worker loop, pool, store, sweeps, what a sound is",
    imports: ["runtime/"],
    packages: ["zod", "zustand/vanilla"],
  },
  ...Object.entries(uiRooms).map(
    ([name, holds], i): Room => ({
      files: [`ui/${name}/`],
      holds,
      imports: [...uiNames.slice(0, i + 1).map((each) => `ui/${each}/`), "runtime/"],
      inWords: i === 0 ? "`runtime/`" : "the rooms of `ui/` above it, `runtime/`",
      packages: ["chart", "results", "sound", "shell", "own-data"].includes(name)
        ? [...react, "plotly.js", ...(name === "shell" ? ["yaml"] : [])]
        : name === "code"
          ? [...react, "codemirror", "@codemirror/*", "@lezer/highlight"]
          : react,
    }),
  ),
  {
    files: ["sandbox/"],
    holds: "readers’ code: the engine that runs it, apart from everything else, and the worker for it",
    imports: ["sandbox/", "runtime/own-code.ts"],
    packages: ["quickjs-wasi", "node:*"],
  },
  {
    files: ["course/"],
    holds: "what several simulations mean: the cast of roles, shapes of change, worlds in words",
    imports: ["course/", "core/", "ui/design/", "ui/ink/", "ui/jupyter/"],
    types: ["runtime/", "ui/"],
    packages: ["react"],
  },
  {
    files: ["<name>/engine*.ts"],
    holds: "`run(values, replicas)` → frames",
    imports: [
      "core/",
      "runtime/acts.ts",
      "runtime/own-code.ts",
      "<name>/engine-*.ts",
      "<name>/knobs.ts",
      "<name>/frames.ts",
      "<name>/plan.ts",
      "<name>/load.ts",
      "<name>/own-data.ts",
    ],
    types: ["runtime/"],
    packages: [...numeric, "@tensorflow/tfjs-core"],
  },
  {
    files: ["<name>/ask-*.ts"],
    holds: "what a worker answers besides runs",
    imports: [
      "core/",
      "runtime/timing.ts",
      "<name>/engine-*.ts",
      "<name>/knobs.ts",
      "<name>/frames.ts",
      "<name>/own-data.ts",
    ],
    types: ["runtime/"],
    packages: numeric,
  },
  {
    files: ["<name>/simulation.ts"],
    holds: "the declaration: what belongs to the simulation and where it is",
    imports: ["declare.ts", "<name>/"],
    never: ["<name>/*.tsx"],
  },
  {
    files: ["<name>/*.ts"],
    holds: "knobs, frames, results, summary, charts and words: pure functions",
    imports: [
      "core/statistics/",
      "core/metrics/",
      "core/serving/",
      "core/worlds/",
      "runtime/knobs.ts",
      "runtime/common-knobs.ts",
      "runtime/acts.ts",
      "runtime/focus.ts",
      "runtime/simulation.ts",
      "runtime/results.ts",
      "runtime/frames.ts",
      "course/",
      "ui/ink/",
      "ui/results/lead-words.ts",
      "ui/chart/",
      "ui/sound/sound-charts.ts",
      "ui/sound/sound-words.ts",
      "ui/jupyter/",
      "<name>/",
    ],
    types: ["runtime/", "ui/", "core/"],
    packages: numeric,
    never: ["<name>/engine*.ts", "<name>/ask-*.ts", "<name>/*.tsx"],
  },
  {
    files: ["<name>/*.tsx", "<name>/*.css"],
    holds: "the view, its parts and styles, and its lazy door `index.tsx`",
    imports: [
      "core/statistics/",
      "core/metrics/",
      "core/serving/",
      "core/tables/limits.ts",
      "runtime/",
      "course/",
      "ui/",
      "experiment-view.tsx",
      "pool.ts",
      "<name>/",
    ],
    packages: react,
    never: ["<name>/engine*.ts", "<name>/ask-*.ts"],
  },
  {
    files: ["*"],
    holds: "registry, the worker, the page's pool, the command line, the view of any experiment",
    imports: [""],
    packages: ["@tensorflow/tfjs-core", "node:*", "react"],
  },
  {
    files: ["lessons/"],
    holds: "prose and the experiments it embeds",
    imports: ["lessons/", "*/index.tsx"],
  },
  {
    files: ["app/"],
    holds: "routes, notebook, prose vocabulary, build tools",
    imports: [
      "app/",
      "lessons/",
      "runtime/",
      "ui/",
      "course/cast.ts",
      "sandbox.ts",
      "find.ts",
      "gallery.ts",
      "paper.ts",
    ],
    packages: ["*"],
  },
];

/** Words that must not stand in the room's files: clocks, global randomness, the DOM. */
export const forbiddenWords: readonly { readonly room: string; readonly words: RegExp }[] = [
  {
    room: "core/",
    words: /\bMath\.random\b|\bDate\b|\bperformance\.now\b|\bdocument\b|\bwindow\.|\blocalStorage\b/,
  },
  { room: "<name>/engine*.ts", words: /\bMath\.random\b|\bDate\b|\bperformance\.now\b|\bdocument\b/ },
];
