import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "A person hears a word and writes down a label.",
    file: "core/worlds/clips/annotators.ts",
    region: "label",
  },
  {
    caption: "An annotator follows the guide or a habit. A share of the labels are slips: another word by mistake.",
    file: "labelling/engine-labels.ts",
    region: "slip",
  },
  {
    caption: "Recognisers are trained, some on the labels as given and some on checked labels.",
    file: "labelling/engine-hearing.ts",
    region: "training",
  },
  {
    caption: "Accuracy: the share of clips for which two lists of words agree.",
    file: "labelling/engine-judge.ts",
    region: "share",
  },
];
