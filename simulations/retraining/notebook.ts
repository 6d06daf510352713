/** The race as a Jupyter notebook: the four strategies on the run's own world, without a strategy that the reader wrote. */
import { bandOf } from "../core/statistics/band";
import { changeCode, changeInWords } from "../course/notebook-change";
import { housesCode, housesInWords } from "../course/notebook-houses";
import { linearCode, linearInWords, logisticCode, logisticInWords } from "../course/notebook-models";
import { queriesCode, queriesInWords } from "../course/notebook-queries";
import { weatherCode, weatherDays, weatherInWords } from "../course/notebook-weather";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { joined, type Python, python } from "../ui/jupyter/python";
import { runNotebook } from "../ui/jupyter/run-notebook";
import { strategies } from "./contest";
import { monthsBefore, strategyNames } from "./frames";
import { knobs, type RetrainingValues } from "./knobs";
import type { RetrainingResults } from "./results";
import { errorsFrom } from "./summary";

type WorldName = RetrainingValues["world"];

/** Prices and temperatures: fitted and judged alike. */
const linear = (unit: string) => ({
  model: linearInWords,
  fit: python`
${linearCode}


def fit(inputs, targets, weights, start=None):
    return fit_linear(inputs, targets, weights)


def error(model, inputs, targets):
    """Root mean square error, in the unit of the targets."""
    return np.sqrt(np.mean((with_constant(inputs) @ model - targets) ** 2))`,
  error: `the root mean square error in ${unit}`,
  unit,
});

/** How a world's examples are drawn, its model fitted and its error measured: `draw`, `fit`, `error`. */
const worlds: Readonly<
  Record<WorldName, { words: string; draw: Python; model: string; fit: Python; error: string; unit: string }>
> = {
  houses: {
    words: housesInWords,
    draw: python`
${housesCode}


draw_pool = draw_houses


def draw(rng, settings, month, count, pool=None):
    """Houses of a month and their prices. A pool of houses is sold again at this month's prices."""
    houses = draw_houses(rng, count) if pool is None else pool
    levels = draw_levels(rng, *drift_at(settings["shape"], month, settings["onset"]), count)
    prices = house_price(houses, settings["strength"] * levels)
    return houses, prices + settings["noise"] * rng.normal(size=count)`,
    ...linear("thousand €"),
  },
  queries: {
    words: queriesInWords,
    draw: python`
${queriesCode}


draw_pool = draw_queries


def draw(rng, settings, month, count, pool=None):
    """Queries of a month and their labels. A pool of queries is labelled again as this month understands them."""
    queries = draw_queries(rng, count) if pool is None else pool
    levels = draw_levels(rng, *drift_at(settings["shape"], month, settings["onset"]), count)
    return queries, label_queries(rng, queries, settings["strength"] * levels)`,
    model: `${logisticInWords} Its inputs are the two scores, their squares and their product.`,
    fit: python`
${logisticCode}


def fit(inputs, targets, weights, start=None):
    return fit_logistic(quadratic_features(inputs), targets, weights, start)


def error(model, inputs, targets):
    """Misclassified queries in %."""
    says_news = with_constant(quadratic_features(inputs)) @ model > 0
    return 100 * np.mean(says_news != targets)`,
    error: "the share of misclassified queries in %",
    unit: "% misclassified",
  },
  weather: {
    words: weatherInWords,
    draw: python`
${weatherCode}


def draw_pool(rng, count):
    return None


def draw(rng, settings, month, count, pool=None):
    """Days of a month and the next days' highest temperatures; the release is after ${monthsBefore} months of the record."""
    level, _ = drift_at(settings["shape"], month, settings["onset"])
    new_york_share = min(1, settings["strength"] / 2) * level
    return draw_days(rng, ${monthsBefore} + month, 1, count, new_york_share)`,
    ...linear("°C"),
  },
};

const labels = Object.fromEntries(strategyNames.map((name) => [name, strategies[name].label]));

const strategiesCode = python`
MONTHS_BEFORE = ${monthsBefore}  # months of examples from before the release
JUDGED = 200  # fresh examples a month on which every strategy is judged
STRATEGIES = ${labels}


def month_weights(strategy, month, settings):
    """The weight of one example of each month, from -MONTHS_BEFORE to month - 1, in the model for this month."""
    newest = -1 if strategy == "never" else max(-1, month - 1 - settings["labelDelay"])
    age = newest - np.arange(-MONTHS_BEFORE, month)
    if strategy == "weighted":
        weights = 0.5 ** (age / settings["halfLife"])
    elif strategy == "window":
        weights = (age < settings["window"]).astype(float)
    else:
        weights = np.ones(len(age))
    # Labels that have not arrived cannot be used.
    return np.where(age < 0, 0.0, weights)


def race(rng, settings):
    """One replica: the error of each strategy in each month."""
    months, per_month = settings["months"], settings["examplesPerMonth"]
    past = [draw(rng, settings, month, per_month) for month in range(-MONTHS_BEFORE, months)]
    pool = draw_pool(rng, JUDGED)
    errors = np.empty((len(STRATEGIES), months))
    models = [None] * len(STRATEGIES)
    for month in range(months):
        known = past[: MONTHS_BEFORE + month]
        inputs = np.concatenate([inputs for inputs, _ in known])
        targets = np.concatenate([targets for _, targets in known])
        judged_inputs, judged_targets = draw(rng, settings, month, JUDGED, pool)
        for s, strategy in enumerate(STRATEGIES):
            # Whoever is never retrained keeps the model of month 0.
            if strategy != "never" or month == 0:
                weights = np.repeat(month_weights(strategy, month, settings), per_month)
                used = weights > 0
                models[s] = fit(inputs[used], targets[used], weights[used], models[s])
            errors[s, month] = error(models[s], judged_inputs, judged_targets)
    return errors


def simulate(settings):
    """[replica, strategy, month]: errors. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return np.array([race(rng, settings) for rng in rngs])


def figures(errors, settings):
    """What the page says of the race, for every replica."""
    start = settings["onset"] if settings["onset"] < settings["months"] else 0
    since = errors[:, :, start:].mean(axis=2)
    cheapest = since <= since.min(axis=1, keepdims=True) * (1 + 1e-6)
    won = cheapest / cheapest.sum(axis=1, keepdims=True)
    numbers, shares = {}, {}
    for s, label in enumerate(STRATEGIES.values()):
        numbers[f"{label}: mean error since the change"] = since[:, s]
        numbers[f"{label}: mean error, all months"] = errors[:, s].mean(axis=1)
        shares[f"{label}: cheapest since the change"] = won[:, s]
    return numbers, shares`;

const pictureCode = (unit: string): Python => python`
for s, label in enumerate(STRATEGIES.values()):
    low, median, high = np.quantile(result[:, s], [0.1, 0.5, 0.9], axis=0)
    line = plt.plot(median, label=label)[0]
    plt.fill_between(range(len(median)), low, high, alpha=0.15, color=line.get_color())
plt.xlabel("month")
plt.ylabel(${`error, ${unit}`})
plt.legend()
plt.show()`;

export function notebookOf(results: RetrainingResults, link: string): Cell[] {
  const { values, summary, run } = results;
  const world = worlds[values.world];
  const overall = errorsFrom(run.frames, 0);
  const page = strategyNames.flatMap((name, s) => {
    const found = summary.strategies.find((each) => each.name === name);
    if (!found) return [];
    const all = bandOf(overall[s]!);
    return [
      {
        name: `${strategies[name].label}: mean error since the change`,
        median: found.errorSinceChange,
        p10: found.p10,
        p90: found.p90,
      },
      { name: `${strategies[name].label}: mean error, all months`, median: all.middle, p10: all.low, p90: all.high },
    ];
  });
  return runNotebook({
    title: "Retraining race",
    link,
    knobs,
    values,
    about:
      "A model is in use while the world changes. Four strategies race on the same data: never retrain, retrain every month on all data, on all data with more weight for the new, or on a recent window alone. Which of them costs least after the change?",
    cells: [
      prose("world", `## The world\n\n${world.words}\n\n${changeInWords}`),
      ...(values.world === "weather" ? [weatherDays(monthsBefore + values.months)] : []),
      code("world-code", joined([changeCode, world.draw])),
      prose("model", `## The model\n\n${world.model}`),
      code("model-code", world.fit),
      prose(
        "race",
        `## The race\n\nThe strategies differ only in the weight that one example of each past month has in this month's model. Every month each strategy is trained on the months before, as far as their labels are known, and judged on the same 200 fresh examples: ${world.error}. Of each replica we keep the mean error since the change, and which strategy had the lowest.`,
      ),
      code("race-code", strategiesCode),
    ],
    picture: pictureCode(world.unit),
    page,
    // With one more strategy in the race the shares are others.
    shares: values.rule
      ? []
      : summary.strategies.map(({ name, winShare }) => ({
          name: `${strategies[name].label}: cheapest since the change`,
          share: winShare,
        })),
    change: {
      try: "Which strategy gains when more examples arrive each month? Change a setting, run the cell, and compare. The world is the one chosen on the page; all other settings can be changed.",
      settings: { examplesPerMonth: values.examplesPerMonth < 60 ? 100 : 10 },
    },
    reading: [
      "Gama, J., Žliobaitė, I., Bifet, A., Pechenizkiy, M., Bouchachia, A. (2014). [A survey on concept drift adaptation.](https://doi.org/10.1145/2523813) ACM Computing Surveys 46(4).",
      "Klinkenberg, R. (2004). [Learning drifting concepts: example selection vs. example weighting.](https://doi.org/10.3233/IDA-2004-8305) Intelligent Data Analysis 8(3).",
      "[numpy: random Generator](https://numpy.org/doc/stable/reference/random/generator.html), for how seeds and streams work here.",
    ],
  });
}
