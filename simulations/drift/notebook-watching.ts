/** What watches the model, in Python: distances of the inputs, detectors that read errors, and the run that feeds them. */
import { python } from "../ui/jupyter/python";
import { ksLevel } from "./frames";
import { psiLimit } from "./results";

export const distancesCode = python`
def bin_edges(reference, bins):
    """Inner edges at the quantiles of a sorted reference; equal edges are merged."""
    edges = np.unique(np.quantile(reference, np.linspace(0, 1, bins + 1)))[1:-1]
    if len(edges) > 0:
        return edges
    # One value is so frequent that no quantile lies between the ends.
    median = np.median(reference)
    above = reference[reference > reference[0]]
    return np.array([median]) if median > reference[0] else above[:1]


def shares_between(values, edges):
    """Share of sorted values in each bin."""
    below = np.concatenate([[0], np.searchsorted(values, edges, side="left"), [len(values)]])
    return np.diff(below) / len(values)


def psi(reference, sample):
    """Population stability index of two sorted samples; ten bins, fewer for small samples."""
    bins = max(3, min(10, len(sample) // 6))
    edges = bin_edges(reference, bins)
    r, c = (np.where(shares == 0, 1e-4, shares) for shares in (shares_between(v, edges) for v in (reference, sample)))
    return np.sum((c - r) * np.log(c / r))


def ks_and_wasserstein(reference, sample):
    """Largest gap between the two distribution functions, and the area between them."""
    points = np.sort(np.concatenate([reference, sample]))
    gap = np.abs(
        np.searchsorted(reference, points, side="right") / len(reference)
        - np.searchsorted(sample, points, side="right") / len(sample)
    )
    return np.max(gap), np.sum(gap[:-1] * np.diff(points))


def ks_p_value(d, n, m):
    """Kolmogorov's limit law."""
    z = d * np.sqrt(n * m / (n + m))
    if z < 0.2:
        return 1.0
    j = np.arange(1, 101)
    return float(np.clip(2 * np.sum((-1.0) ** (j - 1) * np.exp(-2 * j**2 * z**2)), 0, 1))


def input_distance(reference, inputs):
    """The largest of each distance over the features; reference holds sorted columns."""
    largest = np.zeros(3)
    for values, column in zip(reference, np.sort(inputs, axis=0).T):
        d, area = ks_and_wasserstein(values, column)
        sd = np.std(values)
        largest = np.maximum(largest, [psi(values, column), d, area / sd if sd > 0 else 0.0])
    index, d, wasserstein = largest
    # Each feature is a test of its own: the smallest p-value counts times their number (Bonferroni).
    p = min(1.0, len(reference) * ks_p_value(d, len(reference[0]), len(inputs)))
    return index, p, wasserstein`;

export const detectorsCode = python`
class PageHinkley:
    """Adds up how far values lie above their mean so far; an alarm when the sum has risen by the threshold."""

    name = "Page–Hinkley"

    def __init__(self, delta=0.1, threshold=25.0, fading=0.9999):
        self.delta, self.threshold, self.fading = delta, threshold, fading
        self.restart()

    def restart(self):
        self.n, self.mean, self.sum, self.lowest = 0, 0.0, 0.0, np.inf

    def update(self, value):
        self.n += 1
        self.mean += (value - self.mean) / self.n
        self.sum = self.fading * self.sum + value - self.mean - self.delta
        self.lowest = min(self.lowest, self.sum)
        alarm = self.n >= 30 and self.sum - self.lowest > self.threshold
        if alarm:
            self.restart()
        return alarm


class DDM:
    """Compares the error rate, plus its standard deviation, with the lowest it has been."""

    name = "DDM"

    def __init__(self):
        self.restart()

    def restart(self):
        self.n, self.p, self.best = 0, 0.0, (np.inf, 0.0)

    def update(self, wrong):
        self.n += 1
        self.p += (wrong - self.p) / self.n
        if self.n <= 30:
            return False
        s = (max(0.0, self.p * (1 - self.p)) / self.n) ** 0.5
        if self.p + s <= sum(self.best):
            self.best = (self.p, s)
        alarm = self.p + s > self.best[0] + 3 * self.best[1]
        if alarm:
            self.restart()
        return alarm`;

export const watchCode = python`
KS_LEVEL = ${ksLevel}
PSI_LIMIT = ${psiLimit}


def watch(rng, settings):
    """One replica: train the model, leave it alone, and note what every month shows."""
    inputs, targets = training_sample(rng, settings)
    model = train(rng, inputs, targets)
    reference = np.sort(inputs, axis=0).T
    fitted = predict(model, inputs)
    usual_predictions = np.sort(fitted)
    # Page–Hinkley reads errors in units of the usual one.
    usual = 1.0 if CLASSIFY else max(np.mean(np.abs(targets - fitted)), 1e-3 * TARGET_SCALE)
    detector = DDM() if CLASSIFY else PageHinkley()
    months = []
    for month in range(settings["months"]):
        inputs, targets = month_sample(rng, settings, month)
        predicted = predict(model, inputs)
        missed = ((predicted > 0.5) != (targets > 0.5)) * 1.0 if CLASSIFY else np.abs(targets - predicted)
        index, p, wasserstein = input_distance(reference, inputs)
        calm_index, _, _ = input_distance(reference, calm_sample(rng, settings, month))
        alarms = [detector.update(value) for value in (missed / usual).tolist()]
        months.append({
            "error": 100 * np.mean(missed) if CLASSIFY else np.sqrt(np.mean(missed**2)),
            "PSI of the inputs": index,
            "PSI of the inputs without drift": calm_index,
            "Wasserstein distance of the inputs": wasserstein,
            "inputs: KS test": p <= KS_LEVEL,
            "inputs: PSI": index > PSI_LIMIT,
            "predictions: PSI": psi(usual_predictions, np.sort(predicted)) > PSI_LIMIT,
            f"errors: {detector.name}": any(alarms),
        })
    return {name: np.array([month[name] for month in months], float) for name in months[0]}


def simulate(settings):
    """Every replica's months. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return [watch(rng, settings) for rng in rngs]


def figures(result, settings):
    """What the page says of the run, for every replica: means over the months before the change and since."""
    change = min(settings["onset"], settings["months"] - 1)
    numbers, shares = {}, {}
    for when, months in (("Before the change", slice(0, change)), ("Since the change", slice(change, None))):
        for name in result[0]:
            values = [np.mean(replica[name][months]) for replica in result]
            alarm = ": " in name
            if alarm:
                shares[f"{when}, alarm, {name}"] = values
            else:
                numbers[f"{when}, {name}"] = values
    # Which metrics changed, as the page counts it.
    rose = np.array([np.mean(r["error"][change:]) > np.max(r["error"][:change]) for r in result])
    rejected = np.array([np.mean(r["inputs: KS test"][change:]) > 0.5 for r in result])
    shares["Only the error"] = rose & ~rejected
    shares["Only the inputs"] = ~rose & rejected
    shares["Both error and inputs"] = rose & rejected
    shares["Neither"] = ~rose & ~rejected
    return numbers, shares`;
