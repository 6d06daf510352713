"use client";
import { experimentView } from "../experiment-view";
import type { EmbeddedExperiment } from "../ui/shell/embedded";
import type { Presentation } from "../ui/shell/presentation";
import { charts } from "./chart";
import { Flagged } from "./flagged";
import { type FocusName, partsOf } from "./focus";
import type { LabellingFrame } from "./frames";
import type { LabellingValues } from "./knobs";
import { type LabellingResults, resultsOf } from "./results";
import { labelling } from "./simulation";
import { options, outcome, question, words } from "./words";
import { recordingOptions, recordingOutcome, recordingQuestion, recordingWords } from "./words-recording";

type Desk = Presentation<LabellingFrame, LabellingValues, LabellingResults>;

/** One desk, asked about labels or about recording. */
function presentationOf(focus: FocusName): Desk {
  const asked =
    focus === "recording"
      ? { question: recordingQuestion, options: recordingOptions, outcome: recordingOutcome, words: recordingWords }
      : { question, options, outcome, words };
  return {
    simulation: labelling,
    ...partsOf(focus),
    ...asked,
    results: resultsOf,
    charts,
    ...(focus === "labels" && { slots: { below: ({ results }) => <Flagged clips={results.flagged} /> } }),
    meaning(knob, { consistent, annotators }) {
      if (knob !== "consistent") return undefined;
      const followers = (annotators * consistent) / 100;
      return Number.isInteger(followers)
        ? `${followers} of ${annotators} people`
        : `${Math.floor(followers)} or ${Math.ceil(followers)} of ${annotators} people`;
    },
  };
}

export interface LabellingDeskProps extends EmbeddedExperiment {
  readonly focus?: FocusName;
}

export default experimentView(({ focus = "labels" }: LabellingDeskProps) => presentationOf(focus));
