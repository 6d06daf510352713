/** The alarm bench as a Jupyter notebook: the hours of a service, what is usual, rules, and the measures that judge them. */
import { bandOfKnown } from "../core/statistics/band";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { joined, type Python, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { ruleText } from "./event-names";
import { type ScoreName, scoreNames } from "./frames";
import { knobs } from "./knobs";
import { isTranslated, judgingCode, rulesCode, translated, usualCode } from "./notebook-rules";
import { answersCell, serviceCode } from "./notebook-service";
import { thresholds, watchedWeeks } from "./plan";
import type { MonitoringResults } from "./results";

const labels: Readonly<Record<ScoreName, string>> = {
  precision: "precision",
  recall: "recall",
  daysToDetect: "days to detect",
  daysToReset: "days to reset",
  falseAlarmsPerWeek: "false alarms a week",
  helpDelay: "days to help",
};

const pictureCode: Python = python`
shown = [t for t in THRESHOLDS if f"Threshold {t}: {SCORES['days_to_detect']}" in numbers]
days, alarms = (
    [band(numbers[f"Threshold {t}: {SCORES[score]}"])[0] for t in shown] for score in ("days_to_detect", "false_alarms")
)
plt.plot(alarms, days, marker="o")
for t, x, y in zip(shown, alarms, days):
    plt.annotate(str(t), (x, y), textcoords="offset points", xytext=(5, 5))
plt.xlabel("false alarms a week")
plt.ylabel("days to detect")
plt.show()`;

function pageFigures({ values, scores: { raced, rules, frontier } }: MonitoringResults): PageFigure[] {
  const figure = (title: string, of: readonly (readonly number[])[], score: ScoreName): PageFigure[] => {
    const { low, middle, high } = bandOfKnown(of[scoreNames.indexOf(score)]!);
    if (Number.isNaN(middle)) return [];
    // Counts of alerts and of three faults move in steps.
    const finest = score === "falseAlarmsPerWeek" ? 1 / watchedWeeks : score === "recall" ? 1 / 3 : 0.05;
    return [{ name: `${title}: ${labels[score]}`, median: middle, p10: low, p90: high, finest }];
  };
  const own = isTranslated(values.rule) ? rules[raced.indexOf("own")] : undefined;
  const few = ["recall", "daysToDetect", "falseAlarmsPerWeek"] as const;
  return [
    ...(own ? scoreNames.flatMap((score) => figure("The rule that is set", own, score)) : []),
    ...translated.flatMap((rule) => few.flatMap((score) => figure(ruleText[rule], rules[raced.indexOf(rule)]!, score))),
    ...thresholds.flatMap((threshold, t) =>
      [2, 3, 4, 6, 8].includes(threshold)
        ? (["daysToDetect", "falseAlarmsPerWeek"] as const).flatMap((score) =>
            figure(`Threshold ${threshold}`, frontier[t]!, score),
          )
        : [],
    ),
  ];
}

export function notebookOf(results: MonitoringResults, link: string): Cell[] {
  const { values, run } = results;
  const recorded = run.frames.flatMap(({ judged }) => (judged ? [judged.recorded] : []));
  const leftOut = isTranslated(values.rule)
    ? ""
    : " The rule that is set on the page is one of these three, so it is not judged below; the others are.";
  return runNotebook({
    title: "Alarm bench",
    link,
    knobs,
    values,
    about:
      "A voice-search service is watched for six weeks, and three events come over it. Nine metrics, one threshold: which alarms are true, how soon is a fault noticed, and how do other rules do on the same hours?",
    cells: [
      prose(
        "service",
        "## The service\n\nRequests have a daily and weekly rhythm. Each one draws a spoken clip; a recogniser answers it or not. Every metric is computed from the requests of its hour. Events come at drawn times with drawn sizes, and a holiday is no fault.\n\nThe recogniser itself is not in this notebook: the page trains one for each replica on sounds that are too large for a cell. The next cell holds what each of them made of the clips that requests draw from, before and after the microphone firmware.",
      ),
      answersCell(recorded),
      code("service-code", serviceCode),
      prose(
        "rules",
        `## What is usual, and rules\n\nFrom two weeks without faults we learn what each metric usually is at each hour, and how far it strays. The *threshold* rule takes the mean over the window, in standard deviations. *Burn rate* asks how fast slow and failed requests use up an error budget. *Page–Hinkley* and *DDM* read repeated searches, *PSI* and *KS* the levels of the clips. EDDM, ADWIN and KSWIN are on the page, and left out here because their code is long.${leftOut}`,
      ),
      code("rules-code", joined([usualCode, rulesCode])),
      prose(
        "judging",
        "## Judging\n\nFour measures of site-reliability work: precision (which share of the alerts is true), recall (which share of the faults is found), time to detect, and time to reset. An alert is sent again after 12 hours while the alarm is on. It is true when a fault lasts, or ended so recently that it is still in the window. A fault that nobody found counts with its whole length. With alarm fatigue, an alert is read with a probability that falls with the number of false alarms: an assumption.",
      ),
      code("judging-code", judgingCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    change: {
      try: "Lower the threshold, or switch alarm fatigue on. What does a low threshold cost, and when does help come?",
      settings: { threshold: values.threshold > 3 ? 2 : 6, fatigue: "on" },
    },
    reading: [
      "Beyer, B., Murphy, N. R., Rensin, D. K., Kawahara, K., Thorne, S. (eds., 2018). [The Site Reliability Workbook, chapter 5: Alerting on SLOs.](https://sre.google/workbook/alerting-on-slos/) O'Reilly.",
      "Gama, J., Medas, P., Castillo, G., Rodrigues, P. (2004). [Learning with drift detection.](https://doi.org/10.1007/978-3-540-28645-5_29) SBIA 2004 (DDM).",
      "Page, E. S. (1954). [Continuous inspection schemes.](https://doi.org/10.1093/biomet/41.1-2.100) Biometrika 41.",
    ],
  });
}
