/** The queries that must be right as a Jupyter notebook: queries and sites, a listwise ranker, quality against success. */
import { bandOf } from "../core/statistics/band";
import { limits, lookalikeShare, signals, sitesAQuery } from "../core/worlds/documents";
import { type Cell, code, prose } from "../ui/jupyter/cells";
import { type Python, python } from "../ui/jupyter/python";
import { type PageFigure, runNotebook } from "../ui/jupyter/run-notebook";
import { curveWeights } from "./frames";
import { knobs } from "./knobs";
import type { MustBeRightResults } from "./results";
import { queriesAMonth, type Ranked } from "./summary";

const measures = {
  quality: "average quality",
  informational: "quality of other queries",
  success: "navigational success",
  lost: "users lost in a month",
} as const;

const worldCode = python`
SIGNALS = ${[...signals]}
SITES = ${sitesAQuery}


def draw_queries(rng, count, navigational_share):
    """Signals [query, site, signal], grades 0 to 3 [query, site], and which queries are navigational."""
    x = rng.normal(size=(count, SITES, len(SIGNALS)))
    navigational = rng.random(count) < navigational_share
    # One site may be called exactly as the query: always for a navigational query, sometimes for others.
    looks_official = (rng.random(count) < ${lookalikeShare}) | navigational
    chosen = np.arange(SITES) == rng.integers(0, SITES, count)[:, None]
    official = chosen & looks_official[:, None]
    x[:, :, 4] = 2 * official + 0.1 * x[:, :, 4]
    x[:, :, 3] += official & navigational[:, None]
    # What people want of the other queries: text, links and newness, and something that no signal tells.
    wanted = x[:, :, 0] + 0.6 * x[:, :, 1] + 0.5 * x[:, :, 2] + 0.4 * rng.normal(size=(count, SITES))
    grades = np.sum(wanted[:, :, None] > np.array(${[...limits]}), axis=2)
    return x, np.where(navigational[:, None], 3 * official, grades), navigational`;

const modelCode = python`
RIDGE = 1.0


def softmax(scores):
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    return chances / chances.sum(axis=1, keepdims=True)


def ranker_loss(theta, x, aims, weights):
    return -np.sum(weights[:, None] * aims * np.log(softmax(x @ theta))) + RIDGE / 2 * theta @ theta


def train_ranker(x, grades, weights):
    """A linear ranker: the chances it gives to a query's sites shall be their shares of the grades."""
    graded = grades.sum(axis=1) > 0
    x, grades, weights = x[graded], grades[graded], weights[graded]
    aims = grades / grades.sum(axis=1, keepdims=True)
    theta = np.zeros(x.shape[2])
    loss = ranker_loss(theta, x, aims, weights)
    for _ in range(50):
        chances = softmax(x @ theta)
        gradient = np.einsum("q,qs,qsk->k", weights, chances - aims, x) + RIDGE * theta
        mean = np.einsum("qs,qsk->qk", chances, x)
        curvature = np.einsum("q,qs,qsk,qsj->kj", weights, chances, x, x, optimize=True)
        curvature += RIDGE * np.eye(len(theta)) - np.einsum("q,qk,qj->kj", weights, mean, mean)
        step = np.linalg.solve(curvature, gradient)
        # A step that goes too far is halved.
        for _ in range(20):
            new_loss = ranker_loss(theta - step, x, aims, weights)
            if new_loss <= loss:
                break
            step = step / 2
        theta, loss = theta - step, new_loss
        if np.max(np.abs(step)) < 1e-7:
            break
    return theta`;

const judgingCode = python`
PLACES = 5
CURVE_WEIGHTS = ${[...curveWeights]}
MEASURES = ${{ ...measures }}
QUERIES_A_MONTH = ${queriesAMonth}


def dcg(grades, order):
    """Discounted cumulative gain of the first places."""
    first = np.take_along_axis(grades, order[:, :PLACES], axis=1)
    return np.sum((2.0**first - 1) / np.log2(2 + np.arange(PLACES)), axis=1)


def judge(theta, x, grades):
    """Mean NDCG, and how often the best site stands first."""
    graded = grades.sum(axis=1) > 0
    x, grades = x[graded], grades[graded]
    order = np.argsort(-(x @ theta), axis=1, kind="stable")
    ideal = np.argsort(-grades, axis=1, kind="stable")
    first = np.take_along_axis(grades, order[:, :1], axis=1)[:, 0]
    return np.mean(dcg(grades, order) / dcg(grades, ideal)), np.mean(first == grades.max(axis=1))


def rank(rng, settings):
    """One replica: a ranker for each weight, all judged on the same fresh queries."""
    share = settings["share"] / 100
    x, grades, navigational = draw_queries(rng, 500, share)
    others, other_grades, _ = draw_queries(rng, 400, 0.0)
    own, own_grades, _ = draw_queries(rng, 300, 1.0)
    result = {}
    for label, weight in [("As set", settings["weight"])] + [(f"Weight {w}", w) for w in CURVE_WEIGHTS]:
        theta = train_ranker(x, grades, np.where(navigational, weight, 1.0))
        informational, _ = judge(theta, others, other_grades)
        found, success = judge(theta, own, own_grades)
        stays = 1 - share * (1 - success) * settings["missCost"] / 100
        values = {
            "quality": (1 - share) * informational + share * found,
            "informational": informational,
            "success": success,
            "lost": 1 - stays**QUERIES_A_MONTH,
        }
        result.update({f"{label}: {MEASURES[key]}": value for key, value in values.items()})
    return result


def simulate(settings):
    """Every replica. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return [rank(rng, settings) for rng in rngs]


def figures(result, settings):
    """What the page says of the run, for every replica."""
    return {name: [replica[name] for replica in result] for name in result[0]}, {}`;

const pictureCode: Python = python`
for measure in ("average quality", "navigational success"):
    curves = [numbers[f"Weight {w}: {measure}"] for w in CURVE_WEIGHTS]
    low, median, high = np.quantile(curves, [0.1, 0.5, 0.9], axis=1)
    line = plt.plot(CURVE_WEIGHTS, median, marker="o", label=measure)[0]
    plt.fill_between(CURVE_WEIGHTS, low, high, alpha=0.15, color=line.get_color())
plt.xscale("log")
plt.xlabel("weight of a navigational query in training")
plt.legend()
plt.show()`;

function pageFigures({ ranked }: MustBeRightResults): PageFigure[] {
  const figures = (label: string, of: Ranked): PageFigure[] =>
    (Object.keys(measures) as (keyof typeof measures)[]).map((name) => {
      const { low, middle, high } = bandOf(of[name]);
      // Success is counted on 300 queries.
      return { name: `${label}: ${measures[name]}`, median: middle, p10: low, p90: high, finest: 1 / 300 };
    });
  const [own, ...curve] = ranked;
  return [...(own ? figures("As set", own) : []), ...curve.flatMap((each) => figures(`Weight ${each.weight}`, each))];
}

export function notebookOf(results: MustBeRightResults, link: string): Cell[] {
  const { values } = results;
  return runNotebook({
    title: "Must-be-right queries",
    link,
    knobs,
    values,
    about:
      "A few queries are navigational: somebody looks for one site and nothing else. When that site does not stand first, some users leave for good. What does it cost to give these queries more weight in training, and what does it win?",
    cells: [
      prose(
        "world",
        `## The world\n\nA query has ${sitesAQuery} sites, each with five signals: ${signals.join(", ")}. An ordinary query wants text, links and new sites; its sites have grades from 0 to 3. A navigational query wants one site only, the official one, which is called exactly as the query. Now and then another query has a site that looks official too; that makes the site no better.`,
      ),
      code("world-code", worldCode),
      prose(
        "model",
        "## The model\n\nA linear ranker, trained listwise: the softmax of its scores shall give each site of a query its share of the grades (ListNet). The loss has one minimum, which Newton's method finds.",
      ),
      code("model-code", modelCode),
      prose(
        "judging",
        `## Judging\n\nQuality is NDCG of the first five places: the gain of the ranker's order over that of the best order. Success is the share of navigational queries with their site in the first place. After a miss some users leave; each user sends ${queriesAMonth} queries a month. The ranker is trained once with the weight that is set, and once with each weight of the page's curve.`,
      ),
      code("judging-code", judgingCode),
    ],
    picture: pictureCode,
    page: pageFigures(results),
    change: {
      try: "Make navigational queries rarer, or more frequent. Does a large weight still cost little average quality?",
      settings: { share: values.share <= 10 ? 30 : 2 },
    },
    reading: [
      "Broder, A. (2002). [A taxonomy of web search.](https://doi.org/10.1145/792550.792552) SIGIR Forum 36(2).",
      "Cao, Z., Qin, T., Liu, T.-Y., Tsai, M.-F., Li, H. (2007). [Learning to rank: from pairwise approach to listwise approach.](https://doi.org/10.1145/1273496.1273513) ICML 2007.",
      "Järvelin, K., Kekäläinen, J. (2002). [Cumulated gain-based evaluation of IR techniques.](https://doi.org/10.1145/582415.582418) ACM Transactions on Information Systems 20(4).",
    ],
  });
}
