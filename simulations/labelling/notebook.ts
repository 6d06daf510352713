/** The labelling desk as a Jupyter notebook: clips of spoken words, a team's labels, recognisers, and a list of suspect labels. */
import type { Band } from "../core/statistics/band";
import { bandOf } from "../core/statistics/band";
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
import { checkedSizes, curveSizes, levelGroups, tenths, wordNames } from "./frames";
import { knobs } from "./knobs";
import { judgingCode, labelsCode, recognisersCode } from "./notebook-judging";
import { stockSizes, testClips } from "./plan";
import type { LabellingResults } from "./results";

const pictureCode = python`
for at, label in ((1, "checked labels"), (0, "labels as given")):
    heard = [each for each in result["by size"] if len(each) > at]
    curves = [same(each[at], result["desks"]["test truth"]) for each in heard]
    low, median, high = np.quantile(curves, [0.1, 0.5, 0.9], axis=1)
    line = plt.plot(SIZES[: len(heard)], median, marker="o", label=label)[0]
    plt.fill_between(SIZES[: len(heard)], low, high, alpha=0.15, color=line.get_color())
plt.axhline(np.median(numbers["Human level"]), color="black", linewidth=1, label="human level")
plt.xscale("log")
plt.xlabel("clips for training")
plt.ylabel("accuracy")
plt.legend()
plt.show()`;

/** Standard error of a share that comes from the stock, out of which all replicas take their clips. */
const stockError = (share: number, clips: number): number => {
  const inside = Math.min(0.9, Math.max(0.1, share));
  return Math.sqrt((inside * (1 - inside)) / clips);
};

function pageFigures({ band, values, doubled, moreClips }: LabellingResults): PageFigure[] {
  /** @param part share of the test clips that the number is counted on */
  const tested = (name: string, { low, middle, high }: Band, part = 1): PageFigure => ({
    name,
    median: middle,
    p10: low,
    p90: high,
    finest: 1 / (part * testClips),
    shared: stockError(middle, part * stockSizes.test),
  });
  const trained = (name: string, { low, middle, high }: Band, finest: number): PageFigure => ({
    name,
    median: middle,
    p10: low,
    p90: high,
    finest,
    shared: stockError(middle, stockSizes.training),
  });
  const wrongLabels = Math.max(1, band("baseRate").middle * values.clips);
  return [
    tested("Checked labels: accuracy", band("checkedHere")),
    tested("Labels as given: accuracy", band("givenHere")),
    tested("Labels as given: accuracy against labels", band("measured")),
    tested("Human level", band("human")),
    tested("Two annotators agree", band("agreement")),
    tested("Cohen's kappa", band("kappa")),
    tested("Ceiling for a model", band("ceiling")),
    ...curveSizes.map((size, s) => tested(`Labels as given, ${size} clips`, band("given", s))),
    ...curveSizes.slice(0, checkedSizes).map((size, s) => tested(`Checked labels, ${size} clips`, band("checked", s))),
    tested("Twice as many clips: accuracy", bandOf(doubled)),
    tested("More clips for the price of checking: accuracy", bandOf(moreClips)),
    ...wordNames.flatMap((word, w) => [
      tested(`Errors on “${word}”, as given`, band("wordsGiven", w), 1 / wordNames.length),
      tested(`Errors on “${word}”, checked`, band("wordsChecked", w), 1 / wordNames.length),
    ]),
    ...(["normalised", "raw"] as const).flatMap((label) => {
      const name = label === "raw" ? "levelsRaw" : "levelsNormalised";
      return [
        tested(`Errors on the quietest clips, ${label}`, band(name), 1 / levelGroups),
        tested(`Errors on the loudest clips, ${label}`, band(name, levelGroups - 1), 1 / levelGroups),
      ];
    }),
    trained("Wrong labels", band("baseRate"), 1 / values.clips),
    trained("Wrong labels in the first tenth of the list", band("precisionAtTop"), 1 / Math.round(values.clips / 10)),
    ...[1, 2, 5].map((tenth) =>
      trained(
        `Wrong labels found in ${(100 * tenth) / (tenths - 1)} % of the list`,
        band("found", tenth),
        1 / wrongLabels,
      ),
    ),
  ];
}

export function notebookOf(results: LabellingResults, link: string): Cell[] {
  const { values } = results;
  return runNotebook({
    title: "Labelling desk",
    link,
    knobs,
    values,
    about:
      "A team labels clips of spoken words. Some annotators write the word that was spoken, others write what the speaker wants. How many clips with such labels does a recogniser need to be as good as with fewer, checked ones? And can a model find the wrong labels?",
    cells: [
      prose("world", `## The clips\n\n${clipsInWords}`),
      clipsData(),
      code("clips-code", clipsCode()),
      prose(
        "labels",
        `## The labels\n\nA careful listener mishears 2 clips in 100 where words are clear, more where there is noise. The guide says: write the word that was spoken. Annotators who do not follow it write “yes” for “right” and “no” for “stop”. Slips are any other word.\n\nAll replicas take their clips from one stock of ${stockSizes.training} clips for training and one of ${stockSizes.test} for testing. What chance did when a stock was drawn is therefore in all replicas alike; the comparison below allows for it.`,
      ),
      code("labels-code", joined([annotatorsCode, labelsCode])),
      prose(
        "model",
        `## The recognisers\n\n${recogniserInWords}\n\nThe list of suspect labels is after confident learning: three models learn from two thirds of the clips each, and each judges the labels of the third that it has not seen. The list begins where another word is much more probable than the label.`,
      ),
      code("model-code", joined([recogniserCode, recognisersCode])),
      code("judging-code", judgingCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    change: {
      try: "Let all annotators follow the guide, or only a few of them. On which words does a recogniser now make fewer errors, or more?",
      settings: { consistent: values.consistent === 100 ? 50 : 100 },
    },
    reading: [
      "Warden, P. (2018). [Speech Commands: a dataset for limited-vocabulary speech recognition.](https://arxiv.org/abs/1804.03209)",
      "Northcutt, C. G., Jiang, L., Chuang, I. L. (2021). [Confident learning: estimating uncertainty in dataset labels.](https://doi.org/10.1613/jair.1.12125) Journal of Artificial Intelligence Research 70.",
      "Cohen, J. (1960). [A coefficient of agreement for nominal scales.](https://doi.org/10.1177/001316446002000104) Educational and Psychological Measurement 20(1).",
    ],
  });
}
