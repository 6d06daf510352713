/** What a run of the labelling desk yields: one frame a chunk, each array with one number a replica. */
import type { Recording } from "../core/worlds/clips/recording";
import type { Frame } from "../runtime/simulation";

/** The words in the order in which they are numbered; the world itself, with its sounds, is loaded by workers only. */
export const wordNames = ["yes", "no", "up", "down", "left", "right", "stop", "go"] as const;

/** Clips of the learning curves; the last one has a point for labels as they come only, so that more of them can be compared with fewer checked ones. */
export const curveSizes = [50, 100, 200, 400, 800, 1600] as const;
/** How many sizes the curve of checked labels has. */
export const checkedSizes = curveSizes.length - 1;

/** Clips of the test set are ordered by their level and fall into so many groups of the same size. */
export const levelGroups = 5;
/** The finder's list is looked at after each tenth. */
export const tenths = 11;
/** Clips of the finder's list that can be heard. */
export const flaggedShown = 5;

export interface FlaggedClip {
  readonly recording: Recording;
  /** Positions in the list of words. */
  readonly label: number;
  readonly suggested: number;
  readonly truth: number;
}

export interface LabellingFrame extends Frame {
  /** Accuracy against the truth by training size and labels: [size × replica]. */
  readonly checked: Float32Array;
  readonly given: Float32Array;
  /** The same at the chosen number of clips. */
  readonly checkedHere: Float32Array;
  readonly givenHere: Float32Array;
  /** Of the model trained on the labels as given: accuracy against such labels. */
  readonly measured: Float32Array;
  /** What a model reaches at most against such labels that always answers with the most usual label of each spoken word. */
  readonly ceiling: Float32Array;
  /** Two labels of different annotators for each test clip: share of equal ones, and Cohen's kappa. */
  readonly agreement: Float32Array;
  readonly kappa: Float32Array;
  /** How often a careful annotator who follows the guide is right. */
  readonly human: Float32Array;
  /** Share of wrong answers by spoken word at the chosen number of clips: [word × replica]. */
  readonly wordsChecked: Float32Array;
  readonly wordsGiven: Float32Array;
  /** Share of wrong answers of models trained on checked labels, by group from the quietest to the loudest clips: [group × replica]. */
  readonly levelsNormalised: Float32Array;
  readonly levelsRaw: Float32Array;
  /** Mean level of each group in dB: [group × replica]. */
  readonly levels: Float32Array;
  /** Share of wrong labels among the training clips, and among the first tenth of the finder's list. */
  readonly baseRate: Float32Array;
  readonly precisionAtTop: Float32Array;
  /** Share of all wrong labels that are found after each tenth of the list: [tenth × replica]. */
  readonly found: Float32Array;
  /** The first clips of the finder's list in the first replica; elsewhere none. */
  readonly flagged: readonly FlaggedClip[];
}

/** Figures with one number a replica in each row: sizes, words, groups or tenths. */
export type FigureName = Exclude<keyof LabellingFrame, "moment" | "replicas" | "flagged">;

/** What a clip with its label costs, and what it costs to check a label, €. */
export const prices = { clip: 0.3, check: 0.1 } as const;

/** A clip of "Label twelve clips". */
export interface TaskClip {
  readonly recording: Recording;
  readonly truth: number;
  /** Place of the same clip earlier in the list; absent for the first time. */
  readonly again?: number;
  /** What an annotator wrote who follows the guide, and one who follows a habit. */
  readonly byGuide: number;
  readonly byHabit: number;
}

export interface Task {
  readonly clips: readonly TaskClip[];
  /** Each word spoken once, without noise: what it sounds and looks like. */
  readonly examples: readonly Recording[];
}
