/** The injector as a Jupyter notebook: the run's world, its model, the distances, and the detectors that fit on a page. */
import { type Band, bandOf } from "../core/statistics/band";
import { changeCode, changeInWords } from "../course/notebook-change";
import { weatherDays } from "../course/notebook-weather";
import { meansOver } from "../runtime/frames";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { joined, type Python, python } from "../ui/jupyter/python";
import { type PageFigure, type PageShare, runNotebook } from "../ui/jupyter/run-notebook";
import { options } from "./evidence";
import { knobs } from "./knobs";
import { detectorsCode, distancesCode, watchCode } from "./notebook-watching";
import { worldsInPython } from "./notebook-worlds";
import type { DriftResults } from "./results";
import { changeMonth } from "./summary";

const weatherRelease = 12;

const pictureCode = (unit: string): Python => python`
curves = np.array([replica["error"] for replica in result])
low, median, high = np.quantile(curves, [0.1, 0.5, 0.9], axis=0)
plt.plot(median, marker="o")
plt.fill_between(range(len(median)), low, high, alpha=0.15)
plt.axvline(SETTINGS["onset"] - 0.5, linestyle="--", color="grey")
plt.xlabel("months since the release")
plt.ylabel(${unit})
plt.show()`;

const parts = [
  ["Before the change", (month: number, change: number) => month < change],
  ["Since the change", (month: number, change: number) => month >= change],
] as const;

function pageFigures({ values, errors, distances }: DriftResults): PageFigure[] {
  const change = changeMonth(values);
  const figure = (name: string, { low, middle, high }: Band): PageFigure => ({
    name,
    median: middle,
    p10: low,
    p90: high,
  });
  return parts.flatMap(([when, isIn]) => {
    const band = (columns: DriftResults["errors"]) =>
      bandOf(meansOver(columns.filter(([month]) => isIn(month, change))));
    return [
      figure(`${when}, error`, band(errors)),
      figure(`${when}, PSI of the inputs`, band(distances.psi.now)),
      figure(`${when}, PSI of the inputs without drift`, band(distances.psi.calm)),
      figure(`${when}, Wasserstein distance of the inputs`, band(distances.wasserstein.now)),
    ];
  });
}

function pageShares({ values, alarms, standing, evidence }: DriftResults): PageShare[] {
  const change = changeMonth(values);
  const translated = alarms.filter(({ label }) => !label.includes("ADWIN"));
  const ofAlarms = parts.flatMap(([when, isIn]) =>
    translated.map(({ label, months, shares }) => {
      const own = shares.filter((_, i) => isIn(months[i]!, change));
      return { name: `${when}, alarm, ${label}`, share: own.reduce((sum, share) => sum + share, 0) / own.length };
    }),
  );
  return [
    ...ofAlarms,
    ...options.map(({ label }, i) => ({ name: label, share: standing.shares[i]! / evidence.length })),
  ];
}

export function notebookOf(results: DriftResults, link: string): Cell[] {
  const { values } = results;
  const world = worldsInPython[values.world];
  return runNotebook({
    title: "Drift injector",
    link,
    knobs,
    values,
    about:
      "A model is trained before month 0 and left alone while its world changes. Either the answers change (concept drift), or the inputs (data drift), or both. Which metrics show the change: the error, the distances of the inputs, or alarms?",
    cells: [
      prose("world", `## The world\n\n${world.words}\n\n${changeInWords}`),
      ...(values.world === "weather" ? [weatherDays(weatherRelease + values.months)] : []),
      code("world-code", joined([changeCode, world.samples])),
      prose("model", `## The model\n\n${world.model}`),
      code("model-code", world.modelCode),
      prose(
        "watching",
        `## What watches the model\n\nThree distances compare a month's inputs with the training inputs, feature by feature; the largest counts. PSI (population stability index) compares shares of examples in bins; KS (Kolmogorov–Smirnov) takes the largest gap between two distribution functions; the Wasserstein distance is the area between them. A second sample from the old world shows how large PSI is when nothing changes.\n\nA detector reads the errors one after the other: ${world.classify ? "DDM, which compares the error rate with the lowest it has been" : "Page–Hinkley, which adds up how far errors lie above their mean"}. The page has one more detector, ADWIN. It is left out here, because its code is longer than all of this cell.`,
      ),
      code("watching-code", joined([distancesCode, detectorsCode])),
      code("run-code", watchCode),
    ],
    picture: pictureCode(world.unit),
    page: pageFigures(results),
    shares: pageShares(results),
    change:
      values.world === "weather"
        ? {
            try: "Does it help to have seen a whole year in training? Compare the alarms before the change. The world is the one chosen on the page; all other settings can be changed.",
            settings: { coverage: values.coverage === "covered" ? "uncovered" : "covered" },
          }
        : {
            try: "With more examples a month every test finds smaller changes. Which alarms come earlier, and does the error change as well? The world is the one chosen on the page; all other settings can be changed.",
            settings: { examplesPerMonth: values.examplesPerMonth < 600 ? 1000 : 100 },
          },
    reading: [
      "Gama, J., Žliobaitė, I., Bifet, A., Pechenizkiy, M., Bouchachia, A. (2014). [A survey on concept drift adaptation.](https://doi.org/10.1145/2523813) ACM Computing Surveys 46(4).",
      "Gama, J., Medas, P., Castillo, G., Rodrigues, P. (2004). [Learning with drift detection.](https://doi.org/10.1007/978-3-540-28645-5_29) SBIA 2004 (DDM).",
      "Page, E. S. (1954). [Continuous inspection schemes.](https://doi.org/10.1093/biomet/41.1-2.100) Biometrika 41.",
      "Siddiqi, N. (2006). *Credit Risk Scorecards.* Wiley (PSI and its limits).",
    ],
  });
}
