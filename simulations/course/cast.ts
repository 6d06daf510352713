/** Who takes which colour, line and marker of the palette: the same one in every lesson. */
import type { Role } from "../ui/ink/roles";

export const cast = {
  // Strategies of retraining, and what they stand for elsewhere.
  never: "grey",
  all: "blue",
  weighted: "amber",
  window: "green",
  // When to retrain; "never" is above.
  schedule: "blue",
  trigger: "amber",
  hindsight: "green",
  // Versions of a release.
  blue: "blue",
  green: "green",
  // Degrees of automation. Where people decide every case: ink. Where the model decides some or all of them: a colour.
  human: "muted",
  shadow: "grey",
  assistance: "ink-dash-dotted",
  partial: "amber",
  full: "blue",
  // What a change of a system is made in: data, hyperparameters or code.
  data: "blue",
  hyperparameters: "amber",
  code: "green",
  // Labels as they were checked, and as they were given.
  checked: "blue",
  given: "amber",
  // Scoreboards of one model.
  training: "grey",
  dev: "amber",
  test: "blue",
  value: "green",
  // What else is trained on the same examples: points beside the lines.
  networks: "muted",
  // Groups of applicants.
  larch: "blue",
  maple: "amber",
  // Queries of all kinds together, and those that must be right.
  average: "blue",
  navigational: "amber",
  // In every lesson.
  truth: "truth",
  alarm: "alarm",
  you: "you",
} as const satisfies Readonly<Record<string, Role>>;

export type CastName = keyof typeof cast;
