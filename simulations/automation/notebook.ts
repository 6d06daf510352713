/** How much automation, as a Jupyter notebook: phones, a trained model, and a shift under each of five degrees. */
import { type Band, bandOf } from "../core/statistics/band";
import { networkCode, networkInWords } from "../course/notebook-models";
import { phonesCode, phonesInWords } from "../course/notebook-phones";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { type Python, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { degrees } from "./degrees";
import { degreeNames, momentOf } from "./frames";
import { knobs } from "./knobs";
import type { AutomationResults } from "./results";
import type { MeasureName } from "./summary";

const shiftPhones = 1500;

const labels = Object.fromEntries(degreeNames.map((name) => [name, degrees[name].label]));

const measures = {
  error: "phones misjudged, %",
  cost: "cost of a phone, €",
  delaySeconds: "mean delay, seconds",
  humanShare: "phones that an inspector sees, %",
} as const satisfies Partial<Record<MeasureName, string>>;

const scales: Readonly<Record<keyof typeof measures, number>> = {
  error: 100,
  cost: 1,
  delaySeconds: 1,
  humanShare: 100,
};

const shiftCode = python`
SHIFT = ${shiftPhones}  # phones
VERDICT_SECONDS = 0.03
DEGREES = ${labels}
MEASURES = ${{ ...measures }}


def queue_delays(arrivals, service, inspectors):
    """Seconds from arrival to verdict of phones that wait in one queue for a free inspector."""
    free_at, delays = [0.0] * inspectors, []
    for time, work in zip(arrivals.tolist(), service.tolist()):
        inspector = free_at.index(min(free_at))
        free_at[inspector] = max(time, free_at[inspector]) + work
        delays.append(free_at[inspector] - time)
    return np.array(delays)


def judge(settings, looks, wrong, asks_model, arrivals, first_look, second_look):
    """What a degree of automation costs: reviews, verdicts, mistakes; and how long verdicts take."""
    delays = np.full(SHIFT, VERDICT_SECONDS)
    reviewed = looks > 0
    service = (first_look + np.where(looks > 1, second_look, 0))[reviewed]
    delays[reviewed] = queue_delays(arrivals[reviewed], service, settings["inspectors"])
    cost = settings["reviewCost"] * looks.sum() + settings["mistakeCost"] * wrong.sum()
    cost += settings["verdictCost"] * SHIFT * asks_model
    return {
        "error": 100 * np.mean(wrong),
        "cost": cost / SHIFT,
        "delaySeconds": delays.mean(),
        "humanShare": 100 * np.mean(reviewed),
    }


def run_shift(rng, settings):
    """One replica: a model is trained, and a shift of phones is judged by every degree."""
    pictures, scratched, _ = draw_phones(rng, settings["pictures"])
    model = train_network(rng, pictures, scratched * 1.0, 16, True, batch=32, rate=0.03)
    phones, scratched, _ = draw_phones(rng, SHIFT)
    probability = predict_network(model, phones, True)
    model_wrong = (probability > 0.5) != scratched

    def review_wrong():
        return rng.random(SHIFT) >= settings["humanAccuracy"] / 100

    def review_seconds():
        return rng.exponential(settings["reviewSeconds"], SHIFT)

    first_wrong, second_wrong = review_wrong(), review_wrong()
    arrivals = np.cumsum(rng.exponential(60 / settings["phonesPerMinute"], SHIFT))
    times = arrivals, review_seconds(), review_seconds()
    # Two verdicts on one phone agree when both are wrong or both are right.
    agree = model_wrong == first_wrong
    sure = np.maximum(probability, 1 - probability) > settings["threshold"] / 100
    once = np.ones(SHIFT, int)
    treatments = {
        "human": (once, first_wrong, False),
        "shadow": (once, first_wrong, True),
        "assistance": (np.where(agree, 1, 2), np.where(agree, first_wrong, second_wrong), True),
        "partial": (np.where(sure, 0, 1), np.where(sure, model_wrong, first_wrong), True),
        "full": (0 * once, model_wrong, True),
    }
    return {name: judge(settings, *treatment, *times) for name, treatment in treatments.items()}


def simulate(settings):
    """Every replica. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return [run_shift(rng, settings) for rng in rngs]


def figures(result, settings):
    """What the page says of the run, for every replica."""
    numbers = {
        f"{label}: {measure}": np.array([replica[name][key] for replica in result])
        for key, measure in MEASURES.items()
        for name, label in DEGREES.items()
    }
    costs = np.array([numbers[f"{label}: {MEASURES['cost']}"] for label in DEGREES.values()])
    cheapest = costs <= costs.min(axis=0) * (1 + 1e-6)
    won = cheapest / cheapest.sum(axis=0)
    return numbers, {f"{label}: cheapest": won[i] for i, label in enumerate(DEGREES.values())}`;

const pictureCode: Python = python`
for i, label in enumerate(DEGREES.values()):
    median, low, high = band(numbers[f"{label}: {MEASURES['cost']}"])
    plt.plot([low, high], [i, i], color="C0")
    plt.plot(median, i, "o", color="C0")
plt.yticks(range(len(DEGREES)), list(DEGREES.values()))
plt.xlabel(MEASURES["cost"])
plt.tight_layout()
plt.show()`;

function pageFigures({ values, bands }: AutomationResults): PageFigure[] {
  const moment = momentOf(values.threshold);
  const keys = Object.keys(measures) as (keyof typeof measures)[];
  return keys.flatMap((key) =>
    degreeNames.map((name): PageFigure => {
      const { low, middle, high }: Band = bands(key, name)[moment] ?? bandOf([0]);
      const [p10, median, p90] = [low, middle, high].map((value) => scales[key] * value) as [number, number, number];
      return { name: `${labels[name]}: ${measures[key]}`, median, p10, p90, finest: 1e-4 * Math.abs(median) };
    }),
  );
}

export function notebookOf(results: AutomationResults, link: string): Cell[] {
  const { values, summary } = results;
  return runNotebook({
    title: "How much automation",
    link,
    knobs,
    values,
    about:
      "Phones are inspected for scratches by people, by a model, or by both. Five degrees of automation judge the same shift. Which of them is cheapest, and how long do phones wait for a verdict?",
    cells: [
      prose("world", `## The world\n\n${phonesInWords}`),
      code("world-code", phonesCode),
      prose("model", `## The model\n\n${networkInWords("16", "300", 32)}`),
      code("model-code", networkCode),
      prose(
        "shift",
        `## A shift\n\n${shiftPhones.toLocaleString("en-GB")} phones are judged by five degrees of automation. *Human only*: an inspector reviews every phone. *Shadow*: the same, and the model's verdict is recorded but not used. *Assistance*: a second review where inspector and model disagree. *Partial automation*: the model decides where its confidence is above the threshold, an inspector the rest. *Full automation*: the model decides. All degrees see the same phones, arrivals and reviews; phones wait in one queue for a free inspector.`,
      ),
      code("shift-code", shiftCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    shares: summary.degrees.map(({ name, cheapestShare }) => ({
      name: `${labels[name]}: cheapest`,
      share: cheapestShare,
    })),
    change: {
      try: "Which degree is cheapest when inspectors make more mistakes, or when a mistake costs ten times as much?",
      settings: { mistakeCost: values.mistakeCost < 50 ? 100 : 1 },
    },
    reading: [
      "Chow, C. K. (1970). [On optimum recognition error and reject tradeoff.](https://doi.org/10.1109/TIT.1970.1054406) IEEE Transactions on Information Theory 16 (when to hand a case to somebody else).",
      "Parasuraman, R., Sheridan, T. B., Wickens, C. D. (2000). [A model for types and levels of human interaction with automation.](https://doi.org/10.1109/3468.844354) IEEE Transactions on Systems, Man, and Cybernetics A 30.",
    ],
  });
}
