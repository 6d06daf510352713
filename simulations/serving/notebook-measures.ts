/** What is measured of the service, and what its log tells, in Python. */
import { python } from "../ui/jupyter/python";
import { driftLevel, trainingRows } from "./frames";

/** Names of the numbers, as the notebook prints them. */
export const names = {
  p50Ms: "Latency p50, ms",
  p95Ms: "Latency p95, ms",
  p99Ms: "Latency p99, ms",
  meanMs: "Mean latency, ms",
  utilisation: "Utilisation",
  throughput: "Answers a second",
  droppedShare: "Share without an answer",
  costPerMillion: "Cost of a million answers, €",
  rows: "Rows in the log",
  namedShare: "Share of the users named in the log",
  singledOutShare: "Share of the users singled out by the log",
  driftPower: "The log shows the drift",
  falseAlarmShare: "The log shows a drift where there is none",
} as const;

export const logCode = python`
from math import erfc, exp, gamma, sqrt

DRIFT_LEVEL = ${driftLevel}


def ks_p_value(reference, sample):
    """Kolmogorov–Smirnov test of two sorted samples, by Kolmogorov's limit law."""
    points = np.concatenate([reference, sample])
    d = np.max(np.abs(
        np.searchsorted(reference, points, side="right") / len(reference)
        - np.searchsorted(sample, points, side="right") / len(sample)
    ))
    z = d * np.sqrt(len(reference) * len(sample) / (len(reference) + len(sample)))
    if z < 0.2:
        return 1.0
    j = np.arange(1, 101)
    return float(np.clip(2 * np.sum((-1.0) ** (j - 1) * np.exp(-2 * j**2 * z**2)), 0, 1))


def chi_square_p_value(counts):
    """Test of independence in a table of two rows and ten columns: nine degrees of freedom."""
    counts = np.array(counts, float)
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    half = np.sum((counts - expected) ** 2 / expected) / 2
    return erfc(sqrt(half)) + exp(-half) * sum(half ** (k - 0.5) / gamma(k + 0.5) for k in range(1, 5))


def read_log(rng, settings, answered):
    """What the log tells: whether the input has drifted, and whom it gives away."""
    users = settings["users"]
    training = np.sort(rng.normal(size=${trainingRows}))
    # Age, region and device of each user; most people live in large regions and own one of a few devices.
    age = rng.integers(0, 63, users)
    region = (50 * rng.random(users) ** 1.5).astype(int)
    device = (8 * rng.random(users) ** 2).astype(int)
    _, group, sizes = np.unique((age * 50 + region) * 8 + device, return_inverse=True, return_counts=True)
    alone = sizes[group] == 1

    rows = 0 if settings["logForm"] == "nothing" else rng.binomial(answered, settings["logRate"] / 100)
    inputs = rng.normal(size=rows)
    seen = np.unique((users * rng.random(rows) ** 2).astype(int))

    def p_value(values):
        if rows == 0:
            return 1.0
        if settings["logForm"] == "raw":
            return ks_p_value(training, np.sort(values))
        # A hashed row tells in which tenth of the training inputs the input lies.
        edges = np.quantile(training, np.arange(1, 10) / 10)
        return chi_square_p_value([np.bincount(np.searchsorted(edges, v, side="right"), minlength=10) for v in (training, values)])

    return {
        ${names.rows}: rows,
        ${names.namedShare}: len(seen) / users if settings["logForm"] == "raw" else 0.0,
        ${names.singledOutShare}: np.sum(alone[seen]) / users,
        ${names.driftPower}: p_value(inputs + settings["driftSize"]) <= DRIFT_LEVEL,
        ${names.falseAlarmShare}: p_value(inputs) <= DRIFT_LEVEL,
    }`;

export const periodCode = python`
def run_period(rng, settings):
    """One replica: the whole period."""
    arrivals, first, begin, end = draw_arrivals(rng, settings)
    exponential = settings["service"] == "exponential"
    factors = rng.exponential(1.0, len(arrivals)) if exponential else np.ones(len(arrivals))
    if settings["place"] == "device":
        servers, price = settings["users"], 0.0
        started, ended, outcome, batch = serve_on_devices(rng, arrivals, factors, settings)
    else:
        servers, price = settings["servers"], settings["serverPrice"]
        started, ended, outcome, batch = serve(arrivals, factors, settings, outage_of(settings, begin, end))

    own = slice(first, None)
    answered = outcome[own] == ANSWERED
    network = settings["networkMs"] if settings["place"] == "cloud" else 0
    latency = (ended - arrivals)[own][answered] + network
    if len(latency) == 0:
        latency = np.array([np.nan])
    p50, p95, p99 = np.quantile(latency, [0.5, 0.95, 0.99])

    # A batch occupies its server once.
    _, leaders = np.unique(batch[batch >= 0], return_index=True)
    leaders = np.flatnonzero(batch >= 0)[leaders]
    busy = np.sum(np.maximum(0, np.minimum(ended[leaders], end) - np.maximum(started[leaders], begin)))
    finished = np.sum((outcome == ANSWERED) & (ended > begin) & (ended <= end))
    hours = (end - begin) / 3_600_000
    return {
        ${names.p50Ms}: p50,
        ${names.p95Ms}: p95,
        ${names.p99Ms}: p99,
        ${names.meanMs}: np.mean(latency),
        ${names.utilisation}: min(1.0, busy / ((end - begin) * servers)),
        ${names.throughput}: 1000 * finished / (end - begin),
        ${names.droppedShare}: np.mean(~answered),
        ${names.costPerMillion}: 1e6 * servers * price * hours / finished if finished else np.nan,
        **read_log(rng, settings, int(np.sum(answered))),
    }


def simulate(settings):
    """Every replica. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return [run_period(rng, settings) for rng in rngs]


def figures(result, settings):
    """What the page says of the run, for every replica."""
    counted = (${names.driftPower}, ${names.falseAlarmShare})
    of = {name: np.array([replica[name] for replica in result], float) for name in result[0]}
    return {name: of[name] for name in of if name not in counted}, {name: of[name] for name in counted}`;
