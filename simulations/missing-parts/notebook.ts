/** The missing parts as a Jupyter notebook: a year with faults, what each part notices, and what each part is worth. */
import { bandOf } from "../core/statistics/band";
import {
  columns,
  constant,
  days,
  faultKinds,
  firstDay,
  moveADay,
  moveDays,
  noise,
  requestsADay,
  spikeDays,
  spikeFactor,
} from "../core/worlds/parts";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { joined, type Python, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { knobs, partNames } from "./knobs";
import { faultLabels, partLabel, partText } from "./labels";
import { yearCode, yearInWords } from "./notebook-year";
import type { MissingPartsResults } from "./results";

const worldCode = python`
# Name, mean, standard deviation, and weight in the rent.
COLUMNS = ${columns.map(({ name, mean, sd, weight }) => [name, mean, sd, weight])}
MEANS, SDS, WEIGHTS = (np.array(column, float) for column in list(zip(*COLUMNS))[1:])
NOISE = ${noise}
DAYS, REQUESTS = ${days}, ${requestsADay}  # requests a day; each stands for 100
# How often each fault comes, relative to the others.
FAULTS = ${Object.fromEntries(faultKinds.map(({ name, share }) => [name, share]))}


def draw_requests(rng, count):
    """Inputs and the rents that turn out to be right."""
    inputs = np.maximum(0, MEANS + SDS * rng.normal(size=(count, len(MEANS))))
    return inputs, ${constant} + inputs @ WEIGHTS + NOISE * rng.normal(size=count)


def draw_faults(rng, settings):
    """Name, day and column of each fault, in order of days."""
    count = rng.poisson(settings["faultsAYear"])
    chances = np.array(list(FAULTS.values())) / sum(FAULTS.values())
    names = rng.choice(list(FAULTS), count, p=chances)
    on = rng.integers(${firstDay}, DAYS - 60, count)
    column = rng.integers(0, len(MEANS), count)
    return sorted(zip(on.tolist(), names.tolist(), column.tolist()))`;

const modelCode = python`
def features(inputs, larger):
    z = (inputs - MEANS) / SDS
    columns = [np.ones((len(z), 1)), z] + ([z * z - 1] if larger else [])
    return np.hstack(columns)


def train(rng, settings, examples=400):
    """Least squares, and the mean squared error that it leaves."""
    inputs, rents = draw_requests(rng, examples)
    larger = settings["model"] == "larger"
    X = features(inputs, larger)
    model = np.linalg.lstsq(X, rents, rcond=None)[0]
    mean_square = np.sum((X @ model - rents) ** 2) / (examples - X.shape[1])
    return (lambda inputs: features(inputs, larger) @ model), mean_square`;

const judgingCode = python`
PARTS = ${Object.fromEntries(partNames.map((name) => [name, partText(name)]))}


def live(rng, settings):
    """One replica: the same year with the parts as they are set, and with each part switched over."""
    predict, mean_square = train(rng, settings)
    year = draw_requests(rng, DAYS * REQUESTS)
    faults = draw_faults(rng, settings)
    delay = settings["labelDelay"]
    chosen = {part for part in PARTS if settings[part] == "on"}
    bad_answers = {}

    def bad(parts):
        key = frozenset(parts)
        if key not in bad_answers:
            bad_answers[key] = live_through(year, faults, parts, delay, predict, mean_square)
        return bad_answers[key]

    without = [bad(chosen - {part}) for part in PARTS]
    worth = [bad(chosen - {part}) - bad(chosen | {part}) for part in PARTS]
    return bad(chosen), without, worth


def simulate(settings):
    """Every replica. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return [live(rng, settings) for rng in rngs]


def figures(result, settings):
    """What the page says of the run, for every replica."""
    numbers = {"Bad answers a year": [bad for bad, _, _ in result]}
    without = np.transpose([without for _, without, _ in result])
    worth = np.transpose([worth for _, _, worth in result])
    for i, part in enumerate(PARTS.values()):
        numbers[f"Bad answers without {part}"] = without[i]
        numbers[f"Bad answers that {part} prevents"] = worth[i]
    left = worth.max() - worth
    first = left <= left.min(axis=0) * (1 + 1e-6)
    won = first / first.sum(axis=0)
    return numbers, {f"{part} prevents most": won[i] for i, part in enumerate(PARTS.values())}`;

const pictureCode: Python = python`
for i, part in enumerate(PARTS.values()):
    median, low, high = band(numbers[f"Bad answers that {part} prevents"])
    plt.plot([low, high], [i, i], color="C0")
    plt.plot(median, i, "o", color="C0")
plt.yticks(range(len(PARTS)), list(PARTS.values()))
plt.xlabel("bad answers a year that the part prevents")
plt.tight_layout()
plt.show()`;

function pageFigures({ years }: MissingPartsResults): PageFigure[] {
  const figure = (name: string, values: readonly number[]): PageFigure => {
    const { low, middle, high } = bandOf(values);
    // Each simulated request stands for 100.
    return { name, median: middle, p10: low, p90: high, finest: 100 };
  };
  return [
    figure("Bad answers a year", years.badAnswers),
    ...partNames.flatMap((name, p) => [
      figure(`Bad answers without ${partText(name)}`, years.without[p]!),
      figure(`Bad answers that ${partText(name)} prevents`, years.worth[p]!),
    ]),
  ];
}

export function notebookOf(results: MissingPartsResults, link: string): Cell[] {
  const { values, standing, run } = results;
  const firstOn = partNames.find((name) => values[name] === "on");
  return runNotebook({
    title: "Missing parts",
    link,
    knobs,
    values,
    about:
      "A service predicts rents for a year, with a model and up to six parts around it. Faults come at drawn times. Which part notices which fault, how many bad answers are given until then, and what is each part worth?",
    cells: [
      prose(
        "world",
        `## The world and the model\n\nA rent is a weighted sum of five inputs, plus noise. Faults come at drawn times. *${faultLabels.unit}*: the size arrives in square feet. *${faultLabels.null}*: a column is 0. *${faultLabels.spike}*: ${spikeFactor} times as many requests for ${spikeDays} days. *${faultLabels.skew}*: serving computes the distance differently from training. *${faultLabels.stale}*: rents rise by ${100 * moveADay} % a day for ${moveDays} days.\n\nThe model is a linear regression, fitted once by least squares. The larger model also learns from the squares of all inputs.`,
      ),
      code("world-code", joined([worldCode, modelCode])),
      prose("year", `## A year\n\n${yearInWords}`),
      code("year-code", yearCode),
      prose(
        "judging",
        "## Judging\n\nAn answer is bad when it is off by more than three standard deviations of what no model can know, or when it is not given. The same year is lived through again with each part switched over; the difference is what the part is worth.",
      ),
      code("judging-code", judgingCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    shares: partNames.map((name, p) => ({
      name: `${partText(name)} prevents most`,
      share: standing.shares[p]! / run.replicasDone,
    })),
    change: {
      try: `Switch a part off, or on, and compare. What is ${partLabel("outcomeMonitoring").toLowerCase()} worth when labels come after 90 days?`,
      settings: firstOn ? { [firstOn]: "off" } : { verification: "on" },
    },
    reading: [
      "Sculley, D., et al. (2015). [Hidden technical debt in machine learning systems.](https://papers.nips.cc/paper/2015/hash/86df7dcfd896fcaf2674f757a2463eba-Abstract.html) NIPS 2015.",
      "Papasian, D., Underwood, T. (2020). [How ML breaks: a decade of outages for one large ML pipeline.](https://www.usenix.org/conference/opml20/presentation/papasian) OpML 2020.",
      "Breck, E., Cai, S., Nielsen, E., Salib, M., Sculley, D. (2017). [The ML test score: a rubric for ML production readiness and technical debt reduction.](https://doi.org/10.1109/BigData.2017.8258038) IEEE Big Data 2017.",
    ],
  });
}
