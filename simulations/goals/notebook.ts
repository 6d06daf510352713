/** The three scoreboards as a Jupyter notebook: random features, exact fits, value, and the optimism of choosing by dev. */
import { bandOf } from "../core/statistics/band";
import { navigationalShare, requestInputs, written } from "../core/worlds/requests";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { type Python, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { capacitiesOf, featuresOfTry, setSizes, triesMeasured } from "./frames";
import { knobs } from "./knobs";
import type { Model } from "./models";
import type { GoalsResults } from "./results";

const worldCode = python`
INPUTS = ${requestInputs}
NAVIGATIONAL_SHARE = ${navigationalShare}


def draw_requests(rng, count, noise):
    """Inputs, labels (-1 or 1), what is really relevant, and which requests are navigational."""
    x = rng.normal(size=(count, INPUTS))
    navigational = rng.random(count) < NAVIGATIONAL_SHARE
    # How a request is written nearly tells its kind.
    x[:, 0] = np.where(navigational, ${written.navigational}, ${written.ordinary}) + ${written.deviation} * x[:, 0]
    positive = x[:, 1] + 0.6 * x[:, 2] + 0.4 * x[:, 3] > 0
    truth = np.where(positive == navigational, -1.0, 1.0)
    flipped = (rng.random(count) < noise) & ~navigational
    return x, np.where(flipped, -truth, truth), truth, navigational`;

const modelCode = python`
def draw_features(rng, count):
    """Weights of random features: a constant and one weight an input. They are never trained."""
    return rng.normal(size=(count, INPUTS + 1)) * np.array([0.5] + [1 / np.sqrt(INPUTS)] * INPUTS)


def features_of(weights, x):
    """A constant, the inputs themselves, then max(0, b + w·x)."""
    first = 1 + INPUTS
    random = np.maximum(0, weights[first:, 0] + x @ weights[first:, 1:].T)
    return np.column_stack([np.ones(len(x)), x, random])


def fit_least_norm(phi, labels):
    """Least squares; of all that reproduce every label, the coefficients of least norm."""
    return np.linalg.lstsq(phi, labels, rcond=1e-8)[0]


def error(scores, labels):
    return np.mean((scores > 0) != (labels > 0))`;

const judgingCode = (capacities: readonly number[]): Python => python`
CAPACITIES = ${capacities}  # the page trains models of these capacities
MOST_TRIES = 200
POOL = 200  # tries draw their features from so many


def chances_of_best(n, k):
    """Chance that each of n tries, best first, is the best of k of them drawn at random."""
    chances, chance = np.empty(n), k / n
    for j in range(n):
        chances[j] = chance
        left = n - 1 - j
        chance = chance * max(0, left - (k - 1)) / left if left > 0 else 0.0
    return chances


def optimism(rng, sets, tries):
    """Dev minus test accuracy of the best try by dev, less the mean of this difference over all tries."""
    weights = draw_features(rng, POOL)
    phi = {name: features_of(weights, x) for name, (x, *_) in sets.items()}
    linear = np.arange(1 + INPUTS)
    dev, test = np.empty(MOST_TRIES), np.empty(MOST_TRIES)
    for t in range(MOST_TRIES):
        further = rng.choice(np.arange(1 + INPUTS, POOL), ${featuresOfTry} - len(linear), replace=False)
        chosen = np.concatenate([linear, further])
        model = fit_least_norm(phi["train"][:, chosen], sets["train"][1])
        dev[t] = 1 - error(phi["dev"][:, chosen] @ model, sets["dev"][1])
        test[t] = 1 - error(phi["test"][:, chosen] @ model, sets["test"][1])
    luck = dev - test
    best_first = np.argsort(-dev, kind="stable")
    return chances_of_best(MOST_TRIES, tries) @ (luck[best_first] - luck.mean())


def score(rng, settings):
    """One replica: every capacity on every scoreboard."""
    noise = settings["noise"] / 100
    sizes = {"train": settings["examples"], **${{ ...setSizes }}}
    sets = {name: draw_requests(rng, count, noise) for name, count in sizes.items()}
    # A larger model has the features of the smaller ones and further ones.
    weights = draw_features(rng, max(CAPACITIES))
    phi = {name: features_of(weights, x) for name, (x, *_) in sets.items()}
    _, _, truth, navigational = sets["live"]
    worth = np.where(navigational, settings["navigationalValue"], 1.0)
    result = {}
    for capacity in CAPACITIES:
        model = fit_least_norm(phi["train"][:, :capacity], sets["train"][1])
        answers = {name: rows[:, :capacity] @ model for name, rows in phi.items()}
        for name in ("train", "test"):
            result[f"{capacity} features: {name} error"] = error(answers[name], sets[name][1])
        right = (answers["live"] > 0) == (truth > 0)
        result[f"{capacity} features: share of the value"] = np.sum(worth * right) / np.sum(worth)
    tries = max(point for point in (1, 2, 5, 10, 20, 50, 100, 200) if point <= settings["tries"])
    result[f"Optimism of the best of {tries} tries"] = optimism(rng, sets, tries)
    return result


def simulate(settings):
    """Every replica. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return [score(rng, settings) for rng in rngs]


def figures(result, settings):
    """What the page says of the run, for every replica."""
    return {name: [replica[name] for replica in result] for name in result[0]}, {}`;

const pictureCode: Python = python`
for board in ("train error", "test error", "share of the value"):
    curves = [numbers[f"{capacity} features: {board}"] for capacity in CAPACITIES]
    low, median, high = np.quantile(curves, [0.1, 0.5, 0.9], axis=1)
    line = plt.plot(CAPACITIES, median, marker="o", label=board)[0]
    plt.fill_between(CAPACITIES, low, high, alpha=0.15, color=line.get_color())
plt.axvline(SETTINGS["examples"], linestyle="--", color="grey")
plt.xscale("log")
plt.xlabel("capacity: learned parameters")
plt.legend()
plt.show()`;

function pageFigures({ models, luck, values }: GoalsResults): PageFigure[] {
  const boards = (model: Model): PageFigure[] => {
    const { train, test, lost } = model.score;
    const figure = (name: string, band: { low: number; middle: number; high: number }, cases: number): PageFigure => ({
      name: `${model.capacity} features: ${name}`,
      median: band.middle,
      p10: band.low,
      p90: band.high,
      finest: 1 / cases,
    });
    return [
      figure("train error", train, values.examples),
      figure("test error", test, setSizes.test),
      figure("share of the value", { low: 1 - lost.high, middle: 1 - lost.middle, high: 1 - lost.low }, setSizes.live),
    ];
  };
  const { low, middle, high } = bandOf(luck);
  return [
    ...models.flatMap(boards),
    { name: `Optimism of the best of ${triesMeasured(values.tries)} tries`, median: middle, p10: low, p90: high },
  ];
}

export function notebookOf(results: GoalsResults, link: string): Cell[] {
  const { values } = results;
  return runNotebook({
    title: "Three scoreboards",
    link,
    knobs,
    values,
    about:
      "Models of many capacities are fitted to the same labelled requests and scored three times: on the training set, on a test set, and by the value of their answers after release. Do the three scoreboards choose the same model?",
    cells: [
      prose(
        "world",
        `## The world\n\nRequests to a search service, to be judged relevant or not. ${100 * navigationalShare} % are navigational: somebody looks for one site. For them the rule is reversed, and their labels are always right. Labels of ordinary requests are wrong with the probability that is set. The labels of training, dev and test set have this noise; live requests are judged by what is really relevant.`,
      ),
      code("world-code", worldCode),
      prose(
        "model",
        "## The model\n\nA linear model on random features: a constant, the inputs themselves, and then functions max(0, b + w·x) whose weights are drawn once and never trained. The coefficients are fitted exactly, by least squares. With more features than examples, many coefficients reproduce every label; those of least norm are taken. Where capacity meets the number of examples, the test error peaks. Beyond it, the error may fall again (double descent). The page also trains three networks on the same requests, step by step; this notebook leaves them out.",
      ),
      code("model-code", modelCode),
      prose(
        "judging",
        `## The scoreboards\n\nEvery capacity is scored on the training set, on the test set (the page shows the dev set besides, which has labels of the same kind), and by value. Value counts a right answer to a navigational request as much as is set, and any other as 1; it is given as a share of what correct answers alone would bring. Last, ${200} models of ${featuresOfTry} random features are tried, and the one with the best dev accuracy is chosen: how much better does it look on dev than on test, beyond what all tries do?`,
      ),
      code("judging-code", judgingCode(capacitiesOf(values.examples))),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    change: {
      try: "What does label noise do to the peak, and to the largest models? The capacities stay those of the page's run.",
      settings: { noise: values.noise > 10 ? 0 : 30 },
    },
    reading: [
      "Belkin, M., Hsu, D., Ma, S., Mandal, S. (2019). [Reconciling modern machine-learning practice and the classical bias–variance trade-off.](https://doi.org/10.1073/pnas.1903070116) PNAS 116.",
      "Rahimi, A., Recht, B. (2008). [Random features for large-scale kernel machines.](https://papers.nips.cc/paper/2007/hash/013a006f03dbc5392effeb8f18fda755-Abstract.html) NIPS 2007.",
      "Bernardi, L., Mavridis, T., Estevez, P. (2019). [150 successful machine learning models: 6 lessons learned at Booking.com.](https://doi.org/10.1145/3292500.3330744) KDD 2019.",
    ],
  });
}
