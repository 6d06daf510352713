/** The course, in order: the only place for a lesson's slug, part, title, summary and objectives. */

export const parts = {
  1: "The life cycle",
  2: "Deployment",
  3: "Monitoring",
  4: "Modelling goals",
  5: "Capstone",
} as const;

export interface Lesson {
  readonly slug: string;
  readonly part: keyof typeof parts;
  readonly title: string;
  /** Two or three words, for a stop of the course map. */
  readonly short: string;
  /** Name of the experiment and what one does in it. */
  readonly experiment: string;
  /** The lesson's lead: what it is about, in two or three sentences. */
  readonly summary: string;
  /** "After this lesson you can …" */
  readonly objectives: readonly string[];
  /** About how long it takes; absent: not written yet, shown as coming. */
  readonly minutes?: number;
}

export const lessons: readonly Lesson[] = [
  {
    slug: "lifecycle",
    part: 1,
    title: "From an idea to a running system",
    short: "From an idea to a running system",
    experiment: "Voice-command project: take a recogniser through all four stages",
    summary:
      "A machine-learning project has four stages: scoping, data, modelling and deployment. From each later stage, the team may have to go back to an earlier stage. You take a small recogniser of spoken commands through all four.",
    objectives: [
      "name the components of the machine-learning life cycle",
      "say what is decided in scoping, data, modelling and deployment",
      "choose key metrics for a speech system: accuracy, latency, throughput",
    ],
    minutes: 25,
  },
  {
    slug: "beyond-the-model",
    part: 1,
    title: "The model is the small part",
    short: "The model is the small part",
    experiment: "Missing parts: faults arrive, and a part must notice them",
    summary:
      "Model code is a small share of a production system. Switch the parts around the model on and off, let faults arrive, and see which part finds which fault.",
    objectives: [
      "name the parts of a production system around the model",
      "say which part finds which fault, and when",
      "explain why no change to the model prevents these losses",
    ],
    minutes: 24,
  },
  {
    slug: "data-baseline",
    part: 1,
    title: "Define the data, set a baseline",
    short: "Define the data, set a baseline",
    experiment: "Labelling desk: listen, label, and see what disagreement costs",
    summary:
      "Are the labels consistent? How much silence should there be before and after a clip, and how loud should the clip be? Decisions made before training limit how good any model can become.",
    objectives: [
      "find out whether data are labelled consistently",
      "decide on conventions: silence before and after a clip, volume",
      "set a baseline from human-level performance",
    ],
    minutes: 30,
  },
  {
    slug: "modelling-loop",
    part: 1,
    title: "Train, analyse errors, repeat",
    short: "Train, analyse errors, repeat",
    experiment: "Error-analysis bench: spend a budget where it helps most",
    summary:
      "A machine-learning system is code, hyperparameters and data. Error analysis says which of them to change next. The loop after deployment looks similar, but it is not the same.",
    objectives: [
      "rank what to improve by gap and share of the data",
      "compare the modelling loop with the loop of a deployed product",
      "choose between more data, other hyperparameters and other code",
    ],
    minutes: 26,
  },
  {
    slug: "drift",
    part: 2,
    title: "The world moves: concept drift and data drift",
    short: "The world moves",
    experiment: "Drift injector: which metrics see which drift",
    summary:
      "A model is trained once and then left alone. The world around it changes: sometimes the inputs change, sometimes the true answers. Different metrics show these two changes.",
    objectives: [
      "tell concept drift from data drift, with an example of each",
      "recognise the four shapes of change: sudden, gradual, incremental, recurring",
      "list metrics for monitoring drift, and say which kind of drift each of them sees",
      "say when data drift is harmless and when it is expensive",
      "take the number of examples into account when you read PSI and the KS test",
    ],
    minutes: 35,
  },
  {
    slug: "retraining",
    part: 2,
    title: "Three ways back on track",
    short: "Three ways back on track",
    experiment: "Retraining race: all data, weighted, or a recent window",
    summary:
      "A model was right, then the world changed. You can retrain it on all data, on all data with more weight for the new, or on recent data alone. Which way is cheapest depends above all on two things: how strong the change is, and how many new examples arrive.",
    objectives: [
      "say what each way of retraining keeps, and what it gives up",
      "predict which way is cheapest from the strength of the change and the amount of new data",
      "decide whether a lead could be chance, by comparing replica by replica",
    ],
    minutes: 30,
  },
  {
    slug: "serving",
    part: 2,
    title: "Will it serve?",
    short: "Will it serve?",
    experiment: "Serving bench: queues, batches, places and logs",
    summary:
      "A good model that answers too late is a bad product. Work through the software checklist in two halves: latency, queues, batches and compute; then place, logging, security and privacy.",
    objectives: [
      "choose between real time and a batch job, and between cloud, edge and device, for a given product",
      "read latency by its percentiles and compute why it grows near full load",
      "say when batches and a GPU pay, and what fills the memory",
      "decide what to log from what a log reveals about drift and about people",
      "protect a service against wrong callers, lost secrets and hostile input",
    ],
    minutes: 50,
  },
  {
    slug: "deployment-patterns",
    part: 2,
    minutes: 43,
    title: "Shadow, canary, blue-green",
    short: "Shadow, canary, blue-green",
    experiment: "Release desk: promote or roll back, before harm is done",
    summary:
      "A new version has passed its tests. How do you give it real traffic: beside a human, with a small share first, or all at once with a way back? Each pattern finds different faults, at a different price. And how much should a model decide at all?",
    objectives: [
      "differentiate shadow, canary and blue-green deployment by degree of automation",
      "say what each pattern can and cannot reveal before harm is done",
      "explain why frequent checks cause false alarms",
      "choose a degree of automation from two prices and the inspectors’ accuracy",
    ],
  },
  {
    slug: "monitoring",
    part: 3,
    title: "What to watch, when to alert",
    short: "What to watch, when to alert",
    experiment: "Alarm bench: early alarms against false alarms",
    summary:
      "A dashboard shows software, input and output metrics, and each of them has a threshold. With a low threshold there are false alarms all week. With a high threshold you notice a fault too late.",
    objectives: [
      "list typical metrics to track for concept drift",
      "set a threshold, and say what a lower and a higher one would cost",
      "start with many metrics and prune them",
    ],
    minutes: 26,
  },
  {
    slug: "pipelines",
    part: 3,
    title: "One stage’s change is the next stage’s drift",
    short: "One stage’s change is the next stage’s drift",
    experiment: "Voice activity and recogniser: find the culprit",
    summary:
      "A voice-activity detector decides which sound the recogniser gets. When the detector is updated, the recogniser can get worse, although its code and weights are the same.",
    objectives: [
      "explain how a change upstream alters the inputs downstream",
      "choose metrics for every stage of a pipeline",
      "find the culprit from stage metrics",
    ],
    minutes: 30,
  },
  {
    slug: "pace-of-change",
    part: 3,
    title: "How fast does data change?",
    short: "How fast does data change?",
    experiment: "How often to retrain: the cheapest interval",
    summary:
      "What users do mostly changes slowly, with famous exceptions. A factory can change overnight. How often to retrain depends on how fast the data change and on what retraining costs.",
    objectives: [
      "say how fast user data and enterprise data usually change",
      "find the interval of retraining that costs least",
      "choose between a schedule and a trigger",
    ],
    minutes: 24,
  },
  {
    slug: "goals",
    part: 4,
    title: "Three scoreboards",
    short: "Three scoreboards",
    experiment: "Capacity and value: three scores, three winners",
    summary:
      "A model should do well on the training set, then on dev and test sets, then on the metrics of the business. The three do not always choose the same model.",
    objectives: [
      "name the three scoreboards in their order",
      "explain why choosing by the dev set is optimistic",
      "find a model that wins on test error and loses on value",
    ],
    minutes: 25,
  },
  {
    slug: "slices",
    part: 4,
    title: "Who does the average hide?",
    short: "Who does the average hide?",
    experiment: "Slice explorer, and queries that must be right",
    summary:
      "A good average can hide a group that is served badly, or a few requests that must never go wrong. Look at slices of the data, and at how few examples each slice has.",
    objectives: [
      "compare a model’s rates between groups, with intervals",
      "say why fairness measures cannot all be met at once",
      "find disproportionately important examples, and test them separately",
    ],
    minutes: 30,
  },
  {
    slug: "skew",
    part: 4,
    title: "99 % right and useless",
    short: "99 % right and useless",
    experiment: 'print("0"): the constant answer in every table',
    summary:
      "When one case in a hundred is positive, always answering 0 is right 99 times in a hundred. This lesson shows which metrics give no credit for that, and how the cost of a miss sets the threshold.",
    objectives: [
      "say what accuracy hides when one class is rare",
      "choose and compute metrics that give the constant answer no credit",
      "set a threshold from the cost of a miss",
      "explain what class weights and resampling change, and what they do not",
    ],
    minutes: 31,
  },
  {
    slug: "on-call",
    part: 5,
    title: "A year in production",
    short: "A year in production",
    experiment: "On call: one system, twelve months, your decisions",
    summary:
      "You run one system for twelve simulated months, with everything from the lessons before: release it, watch it, receive alarms (some of them false), retrain it and roll it back. At the end you report on the year.",
    objectives: [
      "combine deployment, monitoring and retraining in one plan",
      "see what early decisions cost later",
      "do better than the autopilot, or explain why you did not",
    ],
  },
];

/** For whoever opens the course first; it stands before the numbered lessons. */
export const orientation: Lesson = {
  slug: "orientation",
  part: 1,
  title: "How to read an experiment",
  short: "How to read an experiment",
  experiment: "Drift injector: one model, one change, 32 repetitions",
  summary:
    "Every lesson of this course has experiments that run in your browser. This page takes five minutes and shows, on one small experiment, what you see in all of them.",
  objectives: [
    "say what a replica, a band, a tally, a pinned run and a seed are",
    "run an experiment, change one setting and compare the two results",
  ],
  minutes: 5,
};

/** 1 for the first lesson; 0 for the orientation. */
export const lessonNumber = (slug: string): number => lessons.findIndex((lesson) => lesson.slug === slug) + 1;

export const lessonBySlug = (slug: string): Lesson | undefined =>
  [orientation, ...lessons].find((lesson) => lesson.slug === slug);

/** Open: written, so that a reader can work through it. */
export const openLessons: readonly Lesson[] = lessons.filter(({ minutes }) => minutes !== undefined);
