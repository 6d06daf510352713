import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "The gate of the voice detector: when sound is sent to the recogniser, frame by frame.",
    file: "core/worlds/clips/voice.ts",
    region: "gate",
  },
  {
    caption: "The recognisers are trained before anything changes, and stay as they are.",
    file: "pipelines/engine-models.ts",
    region: "words",
  },
  {
    caption:
      "Old and new stages are crossed: stretches from before or after the change, with sound from before or after it.",
    file: "pipelines/engine.ts",
    region: "stages",
  },
  {
    caption: "A word counts as right when its stretch was sent and understood.",
    file: "pipelines/engine-recogniser.ts",
    region: "accuracy",
  },
];
