/**
 * A checklist of 28 tests in four groups, after the ML Test Score (Breck and others 2017), in our own words, and its Markdown.
 * A test that is done by hand and written down gives half a point, one that runs by itself a whole point. The score is the
 * lowest of the four groups' sums.
 */
export const groups = [
  {
    title: "Features and data",
    tests: [
      "What is expected of every feature is written down and checked: range, share missing, distribution",
      "Every feature has shown that it improves the model",
      "No feature costs more than it is worth: in latency, memory or upkeep",
      "No feature breaks a rule of the organisation, for example by using data that must not be used",
      "The data pipeline protects personal data",
      "A new feature can be added quickly",
      "The code that computes features has tests of its own",
    ],
  },
  {
    title: "Model development",
    tests: [
      "Every version of the model specification is reviewed and stored",
      "The metric that is optimised offline moves together with the metric that matters online",
      "All hyperparameters have been tuned",
      "It is known how much worse a model becomes when it is old",
      "A simpler model has been tried and was worse",
      "Quality is measured on all important slices of the data, not only on average",
      "The model has been tested for unfair treatment of groups",
    ],
  },
  {
    title: "Infrastructure",
    tests: [
      "Training twice on the same data gives the same model",
      "The code of the model has tests of its own",
      "The whole pipeline is tested end to end, from data to serving",
      "A model’s quality is checked before it is served",
      "One example can be followed step by step through the model to find a mistake",
      "A new model is tried on a small share of the traffic before it serves all of it",
      "Serving can return to an earlier model quickly, and this has been practised",
    ],
  },
  {
    title: "Monitoring",
    tests: [
      "A change in a system that delivers data leads to a notice",
      "What is expected of the data also holds for the inputs in serving",
      "Training and serving compute the same features from the same inputs",
      "It is noticed when the model in use is too old",
      "It is noticed when training or serving gives values that are not numbers",
      "It is noticed when training or serving becomes slower or needs more memory",
      "It is noticed when the quality of the predictions falls",
    ],
  },
] as const;

export const levels = {
  none: { label: "Not done", points: 0 },
  manual: { label: "By hand", points: 0.5 },
  automatic: { label: "Automatic", points: 1 },
} as const;
export type Level = keyof typeof levels;

/** [group][test] */
export type Marks = readonly (readonly Level[])[];

const isLevel = (value: unknown): value is Level => typeof value === "string" && Object.hasOwn(levels, value);

/** What the device kept, as far as it can be read. */
export function readMarks(saved: unknown): Marks {
  const kept = (saved as { marks?: unknown } | undefined)?.marks;
  return groups.map(({ tests }, g) =>
    tests.map((_, t) => {
      const level: unknown = Array.isArray(kept) && Array.isArray(kept[g]) ? kept[g][t] : undefined;
      return isLevel(level) ? level : "none";
    }),
  );
}

export const pointsOf = (marks: readonly Level[]): number =>
  marks.reduce((sum, level) => sum + levels[level].points, 0);

/** The lowest sum of the groups: the weakest group decides. */
export const scoreOf = (marks: Marks): number => Math.min(...marks.map(pointsOf));

const boxes: Readonly<Record<Level, string>> = { none: "[ ]", manual: "[ ]", automatic: "[x]" };

export function checklistMarkdown(marks: Marks): string {
  const blocks = [
    "# Checklist: is this system ready for production?",
    "After: Breck and others (2017), The ML Test Score. Half a point for a test that is done by hand and written down, one point for a test that runs automatically.",
    `**Score: ${scoreOf(marks)}** (the lowest of the four groups)`,
    ...groups.flatMap(({ title, tests }, g) => [
      `## ${title}: ${pointsOf(marks[g]!)} of ${tests.length}`,
      tests
        .map((test, t) => {
          const level = marks[g]![t]!;
          return `- ${boxes[level]} ${test}${level === "manual" ? " (by hand)" : ""}`;
        })
        .join("\n"),
    ]),
  ];
  return `${blocks.join("\n\n")}\n`;
}
