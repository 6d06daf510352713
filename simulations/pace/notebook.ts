/** The retraining calendar as a Jupyter notebook: demand that moves, the table of ages, and what every policy costs. */
import { bandOf } from "../core/statistics/band";
import { drivers, shockChance, stepAtPace1 } from "../core/worlds/demand";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { type Python, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { knobs, type PaceValues } from "./knobs";
import { examples, judged, longestInterval, months, monthsBefore, policyNames, pricePerUnit } from "./plan";
import { isByHand, policies, rivals } from "./policies";
import type { PaceResults } from "./results";

/** Intervals whose cost is compared; the page has all of them. */
const shownIntervals = [1, 2, 3, 4, 6, 8, 12, 18, longestInterval];

const worldCode = python`
DRIVERS = ${drivers}
STEP_AT_PACE_1 = ${stepAtPace1}
SHOCK_CHANCE = 1 / ${Math.round(1 / shockChance)}
MONTHS, MONTHS_BEFORE = ${months}, ${monthsBefore}
TOTAL = MONTHS_BEFORE + MONTHS


def draw_coefficients(rng, settings):
    """How strongly demand follows each driver, month by month."""
    size = settings["pace"] * STEP_AT_PACE_1
    now, direction = rng.normal(size=DRIVERS), rng.normal(size=DRIVERS)
    direction /= np.linalg.norm(direction)
    months = []
    for _ in range(TOTAL):
        months.append(now)
        walked = size * rng.normal(size=DRIVERS) / np.sqrt(DRIVERS)
        shock = rng.random() < SHOCK_CHANCE
        if settings["drift"] == "steady":
            now = now + size * direction
        elif settings["drift"] == "random-walk":
            now = now + walked
        elif shock:
            now = now + walked / np.sqrt(SHOCK_CHANCE)
    return np.array(months)


def draw_demand(rng, coefficients, rows):
    """Drivers, expected demand, and the demand that came, of every month."""
    x = rng.normal(size=(TOTAL, rows, DRIVERS))
    expected = np.einsum("mrd,md->mr", x, coefficients)
    return x, expected, expected + rng.normal(size=(TOTAL, rows))`;

const modelCode = python`
EXAMPLES, JUDGED = ${examples}, ${judged}
PRICE_PER_UNIT = ${pricePerUnit}  # thousand € a month for each unit of mean squared distance


def with_constant(x):
    return np.concatenate([np.ones(x.shape[:-1] + (1,)), x], axis=-1)


def age_table(rng, settings):
    """Of the model made before month i and used in month j: its cost and its error; and each model's error when it was new."""
    coefficients = draw_coefficients(rng, settings)
    x, _, demand = draw_demand(rng, coefficients, EXAMPLES)
    # The model made before a month learns from the newest month whose labels are known then.
    learned = np.arange(MONTHS) + MONTHS_BEFORE - 1 - settings["labelDelay"]
    X = with_constant(x[learned])
    models = np.linalg.solve(np.einsum("mri,mrj->mij", X, X), np.einsum("mri,mr->mi", X, demand[learned])[..., None])[..., 0]

    x, expected, demand = draw_demand(rng, coefficients, JUDGED)
    used = np.arange(MONTHS) + MONTHS_BEFORE
    forecasts = np.einsum("jri,mi->mjr", with_constant(x[used]), models)
    cost = PRICE_PER_UNIT * np.mean((forecasts - expected[used]) ** 2, axis=2)
    error = np.mean((forecasts - demand[used]) ** 2, axis=2)
    first = np.einsum("mri,mi->mr", with_constant(x[learned]), models)
    return cost, error, np.mean((first - demand[learned]) ** 2, axis=1)`;

const policiesCode = (values: PaceValues): Python => python`
POLICIES = ${Object.fromEntries(policyNames.map((name) => [name, policies[name].label]))}
RIVALS = ${[...rivals(values)]}
INTERVALS = ${shownIntervals}


def total(cost, retrains, price):
    """Stale forecasts and new models over all months; month 0 has its model."""
    made, staleness = 0, 0.0
    for month in range(MONTHS):
        if month in retrains:
            made = month
        staleness += cost[made, month]
    return staleness + price * len(retrains)


def every(interval):
    return set(range(interval, MONTHS, interval))


def triggered(error, when_new, settings):
    """A new model when a month's error, once it is known, is too far above that of the model when it was new."""
    limit = 1 + settings["alarm"] * np.sqrt(2 / JUDGED)
    retrains, made = set(), 0
    for month in range(1, MONTHS):
        known = month - 1 - settings["labelDelay"]
        if known >= made and error[made, known] > limit * when_new[made]:
            made = month
            retrains.add(month)
    return retrains


def hindsight(cost, price):
    """The cheapest schedule of all, by dynamic programming from the last month back."""
    best, after = np.zeros(MONTHS + 1), [MONTHS] * MONTHS
    for made in reversed(range(MONTHS)):
        until = np.arange(made + 1, MONTHS + 1)
        totals = np.cumsum(cost[made, made:]) + np.where(until < MONTHS, price + best[until], 0)
        best[made], after[made] = totals.min(), int(until[totals.argmin()])
    retrains, month = set(), after[0]
    while month < MONTHS:
        retrains.add(month)
        month = after[month]
    return retrains


def run_calendar(rng, settings):
    """One replica: what every policy costs on the same data, in thousand €."""
    cost, error, when_new = age_table(rng, settings)
    price = settings["retrainCost"]
    chosen = {
        "never": set(),
        "schedule": every(settings["interval"]),
        "trigger": triggered(error, when_new, settings),
        "optimum": hindsight(cost, price),
    }
    if settings["policy"] == "hand":
        # Acts are written as month:retrain, one after the other.
        chosen["hand"] = {int(act.split(":")[0]) for act in settings["retrains"].split(",") if act}
    costs = {name: total(cost, retrains, price) for name, retrains in chosen.items()}
    return costs, [total(cost, every(interval), price) for interval in INTERVALS]


def simulate(settings):
    """Every replica. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return [run_calendar(rng, settings) for rng in rngs]


def figures(result, settings):
    """What the page says of the run, for every replica."""
    costs = {name: np.array([costs[name] for costs, _ in result]) for name in result[0][0]}
    numbers = {f"{label}: cost, thousand €": costs[name] for name, label in POLICIES.items() if name in costs}
    for interval, values in zip(INTERVALS, np.transpose([by_interval for _, by_interval in result])):
        numbers[f"Interval {interval}: cost, thousand €"] = values
    raced = np.array([costs[name] for name in RIVALS])
    cheapest = raced <= raced.min(axis=0) * (1 + 1e-6)
    won = cheapest / cheapest.sum(axis=0)
    return numbers, {f"{POLICIES[name]}: cheapest of {len(RIVALS)}": won[i] for i, name in enumerate(RIVALS)}`;

const pictureCode: Python = python`
curves = [numbers[f"Interval {interval}: cost, thousand €"] for interval in INTERVALS]
low, median, high = np.quantile(curves, [0.1, 0.5, 0.9], axis=1)
plt.plot(INTERVALS, median, marker="o")
plt.fill_between(INTERVALS, low, high, alpha=0.15)
plt.xscale("log")
plt.xlabel("interval of the schedule, months")
plt.ylabel("cost of four years, thousand €")
plt.show()`;

function pageFigures({ values, totals }: PaceResults): PageFigure[] {
  const figure = (name: string, costs: readonly number[]): PageFigure => {
    const { low, middle, high } = bandOf(costs);
    return { name: `${name}: cost, thousand €`, median: middle, p10: low, p90: high, finest: 1e-4 * middle };
  };
  return [
    ...policyNames
      .filter((name) => name !== "hand" || isByHand(values))
      .map((name) => figure(policies[name].label, totals.policies[name])),
    ...shownIntervals.map((interval) => figure(`Interval ${interval}`, totals.byInterval[interval - 1]!)),
  ];
}

export function notebookOf(results: PaceResults, link: string): Cell[] {
  const { values, standing, run } = results;
  return runNotebook({
    title: "How often to retrain",
    link,
    knobs,
    values,
    about:
      "The relation between some drivers and demand changes from month to month, and a new model costs money. Is it cheaper to retrain on a schedule, when the error rises, or never? And how far is each from the cheapest schedule that hindsight finds?",
    cells: [
      prose(
        "world",
        `## The world\n\nMonthly orders follow ${drivers} drivers, such as price and season. How strongly they follow each of them moves: in a *random walk* by a small step in a random direction each month, *steadily* by the same step, or in rare *shocks*. At the same pace, the steps have the same mean square in all three.`,
      ),
      code("world-code", worldCode),
      prose(
        "model",
        `## The model\n\nBefore every month a linear regression is fitted to the newest month whose labels are known, and judged in every later month. This gives a table: what a model made before month *i* costs when it is used in month *j*. A month costs ${pricePerUnit} thousand € for each unit of mean squared distance between forecast and expected demand.`,
      ),
      code("model-code", modelCode),
      prose(
        "policies",
        "## The policies\n\nFrom the table follows the cost of any policy on the same data: of a schedule, of a trigger that watches the error, of the months chosen by hand, and of the cheapest schedule of all. That one is found with hindsight by dynamic programming. No policy can be cheaper.",
      ),
      code("policies-code", policiesCode(values)),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    shares: rivals(values).map((name, i) => ({
      name: `${policies[name].label}: cheapest of ${rivals(values).length}`,
      share: standing.shares[i]! / run.replicasDone,
    })),
    change: {
      try: "Make a new model more expensive. Which interval is best then, and does the trigger gain or lose?",
      settings: { retrainCost: Math.min(200, 4 * values.retrainCost) },
    },
    reading: [
      "Vela, D., Sharp, A., Zhang, R., Nguyen, T., Hoang, A., Pianykh, O. S. (2022). [Temporal quality degradation in AI models.](https://doi.org/10.1038/s41598-022-15245-z) Scientific Reports 12.",
      "Mahadevan, A., Mathioudakis, M. (2024). [Cost-aware retraining for machine learning.](https://doi.org/10.1016/j.knosys.2024.111610) Knowledge-Based Systems 293.",
      "Bellman, R. (1957). *Dynamic Programming.* Princeton University Press.",
    ],
  });
}
