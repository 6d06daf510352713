/** The slice explorer as a Jupyter notebook: applications, a model that does not see the group, rules by group, the scan of slices. */
import { bandOf } from "../core/statistics/band";
import {
  attributes,
  directions,
  groups,
  larchRate,
  means,
  sliceCount,
  strength,
  valuesOfAttribute,
} from "../core/worlds/applicants";
import { logisticCode, logisticInWords } from "../course/notebook-models";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { type Python, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { testCount } from "./frames";
import { knobs } from "./knobs";
import { rulesCode, rulesInWords } from "./notebook-rules";
import { type GapName, gapNames, type RateName, rateNames } from "./rates";
import type { SlicesResults } from "./results";
import { level } from "./summary";

const rateLabels: Readonly<Record<RateName, string>> = {
  accuracy: "accuracy",
  selected: "share accepted",
  tpr: "accepted of those who repay",
  fpr: "accepted of those who do not",
  ppv: "repaid of those accepted",
};

const gapLabels: Readonly<Record<GapName, string>> = {
  parity: "Gap: demographic parity",
  opportunity: "Gap: equal opportunity",
  odds: "Gap: equalised odds",
  predictive: "Gap: predictive parity",
};

const groupLabels = ["Larch", "Maple"] as const;
const scanLabels = { raw: "Worst slice has p < 0.05", corrected: "Worst slice has p < 0.05 / 60" } as const;

const worldCode = python`
MEANS = ${[...means]}  # of the first input, Larch and Maple
DIRECTIONS = np.array(${directions.map((direction) => direction.map((value) => Number(value.toPrecision(8))))})
STRENGTH = ${strength}
LARCH_RATE = ${larchRate}
ATTRIBUTES, VALUES = ${attributes}, ${valuesOfAttribute}


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def constant_for(group, rate):
    """The constant with which a share of the group repays, by halving an interval."""
    z = np.linspace(-4, 4, 81)
    density = np.exp(-0.5 * z * z)
    density /= density.sum()
    low, high = -12.0, 12.0
    for _ in range(50):
        middle = (low + high) / 2
        share = density @ sigmoid(middle + STRENGTH * (z + MEANS[group] * DIRECTIONS[group][0]))
        low, high = (middle, high) if share < rate else (low, middle)
    return (low + high) / 2


def draw_applications(rng, count, settings):
    """Inputs, who repays, the group (0 Larch, 1 Maple), and attributes that mean nothing."""
    rates = LARCH_RATE, LARCH_RATE - settings["baseRateGap"] / 100
    constants = np.array([constant_for(group, rate) for group, rate in enumerate(rates)])
    group = (rng.random(count) < settings["groupShare"] / 100).astype(int)
    inputs = rng.normal(size=(count, ${directions[0]!.length}))
    inputs[:, 0] += np.take(MEANS, group)
    odds = constants[group] + STRENGTH * np.sum(DIRECTIONS[group] * inputs, axis=1)
    repaid = rng.random(count) < sigmoid(odds)
    return inputs, repaid, group, rng.integers(0, VALUES, (ATTRIBUTES, count))`;

const judgingCode = python`
from math import erfc, sqrt

TEST_COUNT = ${testCount}
GROUPS = ${groupLabels.map((label) => label)}
RATES = ${rateLabels}
GAPS = ${gapLabels}


def share(part, whole):
    return np.sum(part) / np.sum(whole) if np.sum(whole) else 0.0


def rates_of(accepted, repaid):
    return {
        "accuracy": np.mean(accepted == repaid) if len(repaid) else 0.0,
        "selected": np.mean(accepted) if len(repaid) else 0.0,
        "tpr": share(accepted & repaid, repaid),
        "fpr": share(accepted & ~repaid, ~repaid),
        "ppv": share(accepted & repaid, accepted),
    }


def p_value(wrong_here, n_here, wrong_there, n_there):
    """Two-sided z test of two shares; 1 where this slice has no more errors than the rest."""
    if n_here == 0 or n_there == 0 or wrong_here / n_here <= wrong_there / n_there:
        return 1.0
    pooled = (wrong_here + wrong_there) / (n_here + n_there)
    z = (wrong_here / n_here - wrong_there / n_there) / sqrt(pooled * (1 - pooled) * (1 / n_here + 1 / n_there))
    return erfc(z / sqrt(2))


def explore(rng, settings):
    """One replica: train, choose the rules on other applications, decide on fresh ones."""
    inputs, repaid, group, _ = draw_applications(rng, 2000, settings)
    model = fit_logistic(inputs, repaid.astype(float), np.where(group == 1, settings["weight"], 1.0))

    inputs, repaid, group, _ = draw_applications(rng, 6000, settings)
    rules = choose_rules(settings, sigmoid(with_constant(inputs) @ model), repaid, group)

    inputs, repaid, group, attributes = draw_applications(rng, TEST_COUNT, settings)
    accepted = decide(rng, rules, sigmoid(with_constant(inputs) @ model), group)
    larch, maple = (rates_of(accepted[group == g], repaid[group == g]) for g in (0, 1))
    result = {"Accuracy of all": np.mean(accepted == repaid)}
    for label, own in zip(GROUPS, (larch, maple)):
        for key, value in own.items():
            result[f"{label}: {RATES[key]}"] = value
    apart = {key: abs(larch[key] - maple[key]) for key in RATES}
    gaps = (apart["selected"], apart["tpr"], max(apart["tpr"], apart["fpr"]), apart["ppv"])
    result.update(zip(GAPS.values(), gaps))

    # The scan: every slice against the rest of the test.
    wrong = accepted != repaid
    worst = 1.0
    for values in attributes:
        for value in range(VALUES):
            here = values == value
            p = p_value(np.sum(wrong & here), np.sum(here), np.sum(wrong & ~here), np.sum(~here))
            worst = min(worst, p)
    return result, worst


def simulate(settings):
    """Every replica. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return [explore(rng, settings) for rng in rngs]


def figures(result, settings):
    """What the page says of the run, for every replica."""
    numbers = {name: [rates[name] for rates, _ in result] for name in result[0][0]}
    worst = np.array([p for _, p in result])
    shares = {
        ${scanLabels.raw}: worst < ${level},
        ${scanLabels.corrected}: worst < ${level} / (ATTRIBUTES * VALUES),
    }
    return numbers, shares`;

const pictureCode: Python = python`
rows = [f"{label}: {rate}" for rate in RATES.values() for label in GROUPS]
for i, name in enumerate(rows):
    median, low, high = band(numbers[name])
    plt.plot([low, high], [i, i], color="C0" if i % 2 == 0 else "C1")
    plt.plot(median, i, "o" if i % 2 == 0 else "s", color="C0" if i % 2 == 0 else "C1")
plt.yticks(range(len(rows)), rows)
plt.xlim(0, 1)
plt.tight_layout()
plt.show()`;

function pageFigures({ rates }: SlicesResults): PageFigure[] {
  const figure = (name: string, values: readonly number[], cases: number): PageFigure => {
    const { low, middle, high } = bandOf(values);
    return { name, median: middle, p10: low, p90: high, finest: 1 / Math.max(1, cases) };
  };
  const smallest = bandOf(rates.groups[1].positives).middle;
  return [
    figure("Accuracy of all", rates.accuracy, testCount),
    ...groups.flatMap((_, g) => {
      const own = rates.groups[g]!;
      return rateNames.map((name) =>
        figure(`${groupLabels[g]}: ${rateLabels[name]}`, own[name], bandOf(own.accepted).middle),
      );
    }),
    ...gapNames.map((name) => figure(gapLabels[name], rates.gaps[name], smallest)),
  ];
}

export function notebookOf(results: SlicesResults, link: string): Cell[] {
  const { values, summary } = results;
  return runNotebook({
    title: "Slice explorer",
    link,
    knobs,
    values,
    about:
      "A model decides on loan applications of two invented groups, Larch and Maple. It never sees the group. How well does it serve each of them, which measures of fairness can be met together, and how bad does the worst of 60 meaningless slices look by chance?",
    cells: [
      prose(
        "world",
        `## The world\n\nInvented applications with ${directions[0]!.length} inputs. The first input carries the group, as a neighbourhood often does: its mean is lower in Maple. What speaks for repayment differs between the groups. ${100 * larchRate} % of the loans are repaid in Larch, and fewer in Maple, by the difference that is set. Besides, every application has ${attributes} attributes of ${valuesOfAttribute} values that mean nothing: ${sliceCount} slices.`,
      ),
      code("world-code", worldCode),
      prose(
        "model",
        `## The model\n\n${logisticInWords} The group is no input. Applications of Maple may count more in training.\n\n${rulesInWords}`,
      ),
      code("model-code", logisticCode),
      code("rules-code", rulesCode),
      prose(
        "judging",
        `## Judging\n\nEach replica is judged on ${testCount.toLocaleString("en-GB")} fresh applications, group by group. Four gaps are absolute differences between the groups. Demographic parity: the shares accepted. Equal opportunity: the shares accepted of those who repay. Equalised odds: the larger of that and of the shares accepted of those who do not repay. Predictive parity: the shares repaid of those accepted. Then the worst of the ${sliceCount} slices is tested against the rest, without and with a correction for ${sliceCount} tests (Bonferroni).`,
      ),
      code("judging-code", judgingCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    shares: [
      { name: scanLabels.raw, share: summary.scan.worstLooksBadRaw },
      { name: scanLabels.corrected, share: summary.scan.worstLooksBadCorrected },
    ],
    change: {
      try: "Which gaps does a rule close, and which does it open? Try `parity`, `opportunity` and `odds`, and then a difference of the base rates of 0.",
      settings: { policy: values.policy === "opportunity" ? "parity" : "opportunity" },
    },
    reading: [
      "Hardt, M., Price, E., Srebro, N. (2016). [Equality of opportunity in supervised learning.](https://arxiv.org/abs/1610.02413) NeurIPS 2016.",
      "Kleinberg, J., Mullainathan, S., Raghavan, M. (2016). [Inherent trade-offs in the fair determination of risk scores.](https://arxiv.org/abs/1609.05807)",
      "Chouldechova, A. (2017). [Fair prediction with disparate impact.](https://doi.org/10.1089/big.2016.0047) Big Data 5(2).",
    ],
  });
}
