/** The voice-command project as a Jupyter notebook: clips and labels of many teams, their models, a release and the year after it. */
import { bandOf } from "../core/statistics/band";
import { places } from "../core/worlds/clips/places";
import {
  annotatorsCode,
  clipsCode,
  clipsData,
  clipsInWords,
  recogniserCode,
  recogniserInWords,
} from "../course/notebook-clips";
import { meansOver } from "../runtime/frames";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { joined, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { conditions, responseNames } from "./frames";
import { knobs } from "./knobs";
import { projectCode, recordedCode } from "./notebook-project";
import { arrivalMonth, budgetClips, clipsAMonth, months, newShare, replyMonth, testsAPlace } from "./plan";
import { responseOptions } from "./responses";
import type { LifecycleResults } from "./results";

const pictureCode = python`
for name, response in RESPONSES.items():
    low, median, high = np.quantile(result["year"][name], [0.1, 0.5, 0.9], axis=0)
    line = plt.plot(np.arange(1, MONTHS + 1), median, label=response)[0]
    plt.fill_between(np.arange(1, MONTHS + 1), low, high, alpha=0.15, color=line.get_color())
plt.axvline(REPLY, color="black", linewidth=1)
plt.xlabel("month after the release; a response is in use from the line on")
plt.ylabel("commands understood")
plt.legend()
plt.show()`;

function pageFigures({ teams, accuracy, values }: LifecycleResults): PageFigure[] {
  const figure = (name: string, of: readonly number[], finest = 0): PageFigure => {
    const { low, middle, high } = bandOf(of);
    return { name, median: middle, p10: low, p90: high, finest };
  };
  const before = meansOver(accuracy[0]!.filter(([month]) => month >= arrivalMonth && month < replyMonth));
  const ofMonths = (count: number) => 1 / (count * clipsAMonth);
  return [
    figure("Accuracy at the release", teams.accuracy, 1 / (conditions.length * testsAPlace)),
    figure("Latency on the device, p95 in ms", teams.latencyMs),
    figure("Throughput on the device, a second", teams.throughput),
    figure("Wrong labels", teams.wrongLabels, 1 / values.clips),
    ...conditions.map((place, c) =>
      figure(`Accuracy at the release, ${place}`, teams.byCondition[c]!, 1 / testsAPlace),
    ),
    figure(`Accuracy in months ${arrivalMonth} to ${replyMonth - 1}`, before, ofMonths(replyMonth - arrivalMonth)),
    ...responseNames.map((_, s) =>
      figure(
        `${responseOptions[s]!.label}: accuracy from month ${replyMonth}`,
        teams.after[s]!,
        ofMonths(months - replyMonth + 1),
      ),
    ),
  ];
}

export function notebookOf(results: LifecycleResults, link: string): Cell[] {
  const { values, teams } = results;
  return runNotebook({
    title: "Voice-command project",
    link,
    knobs,
    values,
    about:
      "A team takes a recogniser of spoken commands through scoping, data, modelling and deployment. Each replica is a team that takes the same decisions with different random data. Then commands come from a place that was not in the data. Does going back to the model help, or going back to the data?",
    cells: [
      prose("world", `## The clips\n\n${clipsInWords}`),
      clipsData(places),
      code("clips-code", clipsCode(places)),
      prose(
        "recording",
        `## What a team records\n\nClips for training, with labels: a careful listener mishears 2 clips in 100 where words are clear, more where there is noise. Annotators who do not follow the guide write “yes” for “right” and “no” for “stop”. The release test has ${testsAPlace} clips of each usual place. In the year after the release ${clipsAMonth} commands are tested each month; from month ${arrivalMonth} on, ${newShare} % of them come from the new place.\n\n**Left out:** the board of the project, which stages were signed off, and the time that a model needs on the reader's own device. They are not part of a run.`,
      ),
      code("recorded-code", joined([annotatorsCode, recordedCode])),
      prose(
        "model",
        `## The models\n\n${recogniserInWords}\n\nEach team has three. The released model; a model with twice as many hidden units and training steps on the same clips; and a model of the same size with ${budgetClips} clips of the new place added. From month ${replyMonth} on, the response is in use.`,
      ),
      code("model-code", recogniserCode),
      code("project-code", projectCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    shares: [{ name: "Target met at the release", share: teams.met.filter(Boolean).length / teams.met.length }],
    change: {
      try: "Collect many more clips before the release, or fewer. Does that help at the new place?",
      settings: { clips: values.clips >= 800 ? 200 : 1200 },
    },
    reading: [
      "Warden, P. (2018). [Speech Commands: a dataset for limited-vocabulary speech recognition.](https://arxiv.org/abs/1804.03209)",
      "Davis, S., Mermelstein, P. (1980). [Comparison of parametric representations for monosyllabic word recognition in continuously spoken sentences.](https://doi.org/10.1109/TASSP.1980.1163420) IEEE Transactions on Acoustics, Speech, and Signal Processing 28(4).",
      "Sculley, D. et al. (2015). [Hidden technical debt in machine learning systems.](https://papers.nips.cc/paper/5656-hidden-technical-debt-in-machine-learning-systems) NeurIPS 2015.",
    ],
  });
}
