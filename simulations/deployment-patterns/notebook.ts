/** The release desk as a Jupyter notebook: two trained versions, a plan, and phone after phone through the router. */
import { networkCode, networkInWords } from "../course/notebook-models";
import { phonesCode, phonesInWords } from "../course/notebook-phones";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { joined, type Python, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { deadlineMs } from "./frames";
import { knobs } from "./knobs";
import { analysisCode, planCode, versionsCode } from "./notebook-release";
import type { ReleaseResults } from "./results";

const pictureCode: Python = python`
shown = list(numbers)[:3]
plt.boxplot([numbers[name] for name in shown], vert=False)
plt.yticks(range(1, len(shown) + 1), shown)
plt.xlabel("phones, one mark a replica")
plt.tight_layout()
plt.show()`;

function pageFigures({ summary }: ReleaseResults): PageFigure[] {
  const { harmed, harmedP10, harmedP90, saved, savedP10, savedP90, missed, missedP10, missedP90 } = summary;
  const { extraCompute, extraComputeP10, extraComputeP90 } = summary;
  const figure = (name: string, median: number, p10: number, p90: number, finest: number): PageFigure => ({
    ...{ name, median, p10, p90, finest },
  });
  return [
    figure("Phones harmed by the release", harmed, harmedP10, harmedP90, 1),
    figure("Phones saved by the release", saved, savedP10, savedP90, 1),
    figure("Phones that waiting cost", missed, missedP10, missedP90, 1),
    figure("Extra verdicts per phone", extraCompute, extraComputeP10, extraComputeP90, 0.001),
  ];
}

export function notebookOf(results: ReleaseResults, link: string): Cell[] {
  const { values, summary } = results;
  return runNotebook({
    title: "Release desk",
    link,
    knobs,
    values,
    about:
      "A new version of a scratch detector, green, is released at a factory that uses an old one, blue. Green may be better, the same, worse, worse on one line, or slow. How many phones does the release harm, under a switch at once, a canary, or a shadow, and what does an analysis notice?",
    cells: [
      prose("world", `## The world\n\n${phonesInWords}`),
      code("world-code", phonesCode),
      prose(
        "versions",
        `## Blue and green\n\n${networkInWords("16", "300 or 600", 32)} Green differs from blue by what it was trained on, or by its size. Both judge the same phones, so that we know what each phone owes to the release. An answer after ${deadlineMs} ms comes too late: the phone passes as unscratched.`,
      ),
      code("versions-code", joined([networkCode, versionsCode])),
      prose(
        "release",
        "## The release\n\nA plan has stages: which share of the phones green answers, or is shown, and for how long. A canary goes from stage to stage; blue-green and recreate send all phones to green at once; a shadow answers nobody. Rolling back is immediate where blue still runs, and takes 15 minutes where it has to be started again. An inspector reviews some phones, and for them the inspector's verdict counts. At every check, an analysis compares green with blue on these phones.",
      ),
      code("release-code", planCode),
      code("analysis-code", analysisCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    shares: [
      { name: "A problem was detected", share: summary.detectedShare },
      { name: "Rolled back in the end", share: summary.rolledBackShare },
      { name: "Promoted in the end", share: summary.promotedShare },
    ],
    change: {
      try: "Release the same versions by another pattern, or let an analysis decide. Which pattern harms most phones when green is worse?",
      settings: { pattern: values.pattern === "blue-green" ? "canary" : "blue-green", judge: "analysis" },
    },
    reading: [
      "Sato, D. (2014). [CanaryRelease.](https://martinfowler.com/bliki/CanaryRelease.html) martinfowler.com.",
      "Johari, R., Koomen, P., Pekelis, L., Walsh, D. (2017). [Peeking at A/B tests: why it matters, and what to do about it.](https://doi.org/10.1145/3097983.3097992) KDD 2017.",
      "[Argo Rollouts](https://argo-rollouts.readthedocs.io/), for the words of steps, weights and analyses.",
    ],
  });
}
