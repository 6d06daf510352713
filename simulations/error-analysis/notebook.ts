/** The error-analysis bench as a Jupyter notebook: tagged clips, an error analysis, and what each purchase promises and brings. */
import {
  annotatorsCode,
  clipsCode,
  clipsData,
  clipsInWords,
  recogniserCode,
  recogniserInWords,
} from "../course/notebook-clips";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { joined, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { clipsBought } from "./frames";
import { knobs } from "./knobs";
import { judgingCode, servicePlaces, systemsCode, taggedCode } from "./notebook-bench";
import { freshCount, group } from "./plan";
import type { AnalysisResults } from "./results";
import type { AnalysisSummary } from "./summary";

const pictureCode = python`
for tag in TAGS:
    promised, gained = band(numbers[f"{tag}: promised"])[0], band(numbers[f"Gain of data-{tag}"])[0]
    plt.plot(promised, gained, "o")
    plt.annotate(tag, (promised, gained))
plt.xlabel("promised: gap × share, of the first system")
plt.ylabel("gained by buying clips of the tag, on fresh clips")
plt.show()`;

type Keys = "share" | "accuracy" | "human" | "gap" | "promised";

function pageFigures({ summary, values }: AnalysisResults): PageFigure[] {
  // Groups of replicas are tested on the same fresh clips.
  const shared = Math.sqrt(0.25 / (freshCount * Math.ceil(values.replicas / group)));
  const fresh = (name: string, median: number, p10: number, p90: number): PageFigure => ({
    name,
    median,
    p10,
    p90,
    finest: 1 / freshCount,
    shared,
  });
  const tagged = (each: AnalysisSummary["tags"][number]): PageFigure[] => {
    const clips = Math.max(1, each.share * values.devClips);
    return (["share", "accuracy", "human", "gap", "promised"] as const).map((key: Keys) => ({
      name: `${each.tag}: ${key}`,
      median: each[key],
      p10: each[`${key}P10`],
      p90: each[`${key}P90`],
      finest: key === "share" || key === "promised" ? 1 / values.devClips : 1 / clips,
    }));
  };
  const { accuracy, accuracyP10, accuracyP90, rankCorrelation: rank } = summary;
  return [
    fresh("Accuracy of the latest system", accuracy, accuracyP10, accuracyP90),
    ...summary.tags.flatMap(tagged),
    ...summary.purchases.map(({ purchase, realised, realisedP10, realisedP90 }) =>
      fresh(`Gain of ${purchase}`, realised, realisedP10, realisedP90),
    ),
    // Seven tags: two neighbours that change places change it by 1/28.
    {
      name: "Rank correlation of gains with gap × share",
      median: rank.gapTimesShare,
      p10: rank.gapTimesShareP10,
      p90: rank.gapTimesShareP90,
      finest: 1 / 28,
    },
    {
      name: "Rank correlation of gains with the gap alone",
      median: rank.gapAlone,
      p10: rank.gapAloneP10,
      p90: rank.gapAloneP90,
      finest: 1 / 28,
    },
    ...summary.rounds.flatMap((round, i) => [
      fresh(`Purchase ${i + 1}: gain`, round.realised, round.realisedP10, round.realisedP90),
      fresh(`Purchase ${i + 1}: accuracy`, round.accuracy, round.accuracyP10, round.accuracyP90),
    ]),
    {
      name: "Optimism of the dev set",
      median: summary.devOptimism,
      p10: summary.devOptimismP10,
      p90: summary.devOptimismP90,
      finest: 1 / values.devClips,
    },
  ].filter(({ median }) => !Number.isNaN(median));
}

export function notebookOf(results: AnalysisResults, link: string): Cell[] {
  const { values } = results;
  return runNotebook({
    title: "Error-analysis bench",
    link,
    knobs,
    values,
    about:
      "A recogniser of spoken words has learned from clips of an office. Its service is used elsewhere. An error analysis tags clips and asks, for each tag, how far the system is below human level, and in how many clips: gap × share is what better data could bring at most. What does each purchase bring?",
    cells: [
      prose("world", `## The clips\n\n${clipsInWords}`),
      clipsData(servicePlaces),
      code("clips-code", clipsCode(servicePlaces)),
      prose(
        "tags",
        "## The tags\n\nA clip of the service may have several tags, or none: where it was spoken, whether speaker C or the high voice speaks, and whether it is soft. Human level is how probable it is that a careful listener hears the word: less where noise is loud, and less through a narrow or distant microphone.",
      ),
      code("tagged-code", joined([annotatorsCode, taggedCode])),
      prose(
        "model",
        `## Systems and purchases\n\n${recogniserInWords}\n\nA purchase is ${clipsBought} clips with a tag or at random, twice as many hidden units, or volume normalisation. Every system is trained anew from the start. Dev clips are what the error analysis looks at; ${freshCount} fresh clips, which groups of ${group} replicas share, chose nothing. The comparison below allows for what chance did to the shared clips.`,
      ),
      code("model-code", joined([recogniserCode, systemsCode])),
      code("judging-code", judgingCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    change: {
      try: "Give the first system fewer hidden units, or more. Does a wider model now bring more than data?",
      settings: { hidden: values.hidden <= 4 ? 16 : 3 },
    },
    reading: [
      "Ng, A. (2018). [Machine learning yearning](https://info.deeplearning.ai/machine-learning-yearning-book), chapters 14 to 19: error analysis.",
      "Warden, P. (2018). [Speech Commands: a dataset for limited-vocabulary speech recognition.](https://arxiv.org/abs/1804.03209)",
      "Cawley, G. C., Talbot, N. L. C. (2010). [On over-fitting in model selection and subsequent selection bias in performance evaluation.](https://www.jmlr.org/papers/v11/cawley10a.html) Journal of Machine Learning Research 11.",
    ],
  });
}
