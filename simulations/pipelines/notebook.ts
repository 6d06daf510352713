/** The pipeline as a Jupyter notebook: recordings, a phone, a voice-activity detector, a recogniser, and metrics of every stage. */
import type { Band } from "../core/statistics/band";
import { clipsCode, clipsData, clipsInWords, recogniserCode, recogniserInWords } from "../course/notebook-clips";
import { networkCode, networkInWords } from "../course/notebook-models";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { joined, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { metrics, type Cell as Swap, cells as swaps, window } from "./frames";
import { knobs } from "./knobs";
import { answersCode, judgingCode } from "./notebook-judging";
import { detectorCode, recordingsCode } from "./notebook-sound";
import type { PipelinesResults } from "./results";

const pictureCode = python`
for when in ("before", "after"):
    saved, accuracy = (
        [np.median(numbers[f"Threshold {each}, {when}: {what}"]) for each in THRESHOLDS]
        for what in ("bandwidth saved", "accuracy")
    )
    plt.plot(saved, accuracy, marker="o", label=f"{when} the change")
plt.xlabel("bandwidth saved, for thresholds from 0.5 to 0.95")
plt.ylabel("words recognised")
plt.legend()
plt.show()`;

/** Stretches before or after the change, and sound before or after it. */
const swapNames: Readonly<Record<Swap, string>> = {
  oldOld: "old stretches, old sound",
  oldNew: "old stretches, new sound",
  newOld: "new stretches, old sound",
  newNew: "new stretches, new sound",
};

const oneWord = 1 / (window.recordings * window.words);

function pageFigures({ accuracy, saved, lost, metrics: moved, frontier }: PipelinesResults): PageFigure[] {
  const figure = (name: string, { low, middle, high }: Band, finest = 0): PageFigure => ({
    name,
    median: middle,
    p10: low,
    p90: high,
    finest,
  });
  return [
    ...swaps.map((swap) => figure(`Accuracy: ${swapNames[swap]}`, accuracy[swap], oneWord)),
    ...(["before", "after"] as const).flatMap((when) => [
      figure(`Bandwidth saved ${when}`, saved[when]),
      figure(`Words lost ${when}`, lost[when], oneWord),
      ...frontier[when].flatMap((point) => [
        {
          name: `Threshold ${point.vadThreshold}, ${when}: accuracy`,
          median: point.accuracy,
          p10: point.accuracyP10,
          p90: point.accuracyP90,
          finest: oneWord,
        },
        {
          name: `Threshold ${point.vadThreshold}, ${when}: bandwidth saved`,
          median: point.bandwidthSaved,
          p10: point.bandwidthSavedP10,
          p90: point.bandwidthSavedP90,
        },
      ]),
    ]),
    ...metrics.flatMap(({ id }, m) =>
      (["reference", "current", "moved"] as const).map((what) => figure(`${id}: ${what}`, moved[m]![what])),
    ),
  ];
}

export function notebookOf(results: PipelinesResults, link: string): Cell[] {
  const { values } = results;
  return runNotebook({
    title: "VAD and recogniser",
    link,
    knobs,
    values,
    about:
      "A phone records sound, a voice-activity detector (VAD) decides which stretches of it are sent, and a recogniser answers each stretch. Then one thing upstream is changed; no model is trained again. What does it cost at the end, by which way, and which stage do the metrics point to?",
    cells: [
      prose("world", `## The sound\n\n${clipsInWords}`),
      clipsData(),
      code("clips-code", clipsCode()),
      prose(
        "stages",
        `## Recordings, phone and detector\n\nA window has ${window.recordings} recordings of ${window.words} words each, in a quiet room or a car, with pauses. The detector reads six numbers a frame, all of them in decibels above the floor of the noise. ${networkInWords("8", "150", 64)} A gate with a threshold, a pre-roll and a hang-over makes stretches of its probabilities.\n\n**Left out:** the detector of the WebRTC project, and recordings of the reader's own voice. They take part in no number of a run.`,
      ),
      code("stages-code", joined([recordingsCode, networkCode, detectorCode])),
      prose(
        "model",
        `## The recogniser, and judging\n\n${recogniserInWords}\n\nStretches sent before and after the change are crossed with the sound before and after it. Metrics of every stage are compared with those of a reference window, other recordings before the change; none of them needs to know what was said.`,
      ),
      code("model-code", joined([recogniserCode, answersCode])),
      code("judging-code", judgingCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    shares: [{ name: "Metrics point to the stage that was changed", share: results.culpritShare }],
    change: {
      try: "Change something else upstream. Are words lost through the stretches that are sent, or through their sound?",
      settings: { change: values.change === "microphone" ? "auto-gain" : "microphone" },
    },
    reading: [
      "Warden, P. (2018). [Speech Commands: a dataset for limited-vocabulary speech recognition.](https://arxiv.org/abs/1804.03209)",
      "Sculley, D. et al. (2015). [Hidden technical debt in machine learning systems.](https://papers.nips.cc/paper/5656-hidden-technical-debt-in-machine-learning-systems) NeurIPS 2015.",
      "Welch, B. L. (1947). [The generalization of “Student's” problem when several different population variances are involved.](https://doi.org/10.1093/biomet/34.1-2.28) Biometrika 34(1–2).",
    ],
  });
}
