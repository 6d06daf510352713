/** The alarm rules in Python, and the four measures that judge them. */
import { python } from "../ui/jupyter/python";
import { ruleText } from "./event-names";
import type { MonitoringValues } from "./knobs";
import { burns, errorBudget, metricSets, quietHours, repeatHours, thresholds, watchedWeeks } from "./plan";

/** Rules that are written in Python, and those whose code is too long for a notebook. */
export const translated = ["burn-rate", "page-hinkley", "ddm", "psi", "ks"] as const;
export const isTranslated = (rule: MonitoringValues["rule"]): boolean =>
  rule === "threshold" || (translated as readonly string[]).includes(rule);

export const usualCode = python`
# How the spread of an hour's value follows the number of requests: spread ~ requests ** power.
POWERS = {"load": 0.5, "throughput": 0.5, "latency": 0.5, "memory": 0.0}


def residuals_of(metrics):
    """How far each hour of each metric is from what is usual at this hour, in standard deviations."""
    hour = np.arange(HOURS)
    sunday, learning = hour // 24 % 7 == 6, hour < LEARNING
    rows = []
    for name in METRICS:
        values = metrics[name]
        weekday = np.array([np.mean(values[learning & ~sunday & (hour % 24 == h)]) for h in range(24)])[hour % 24]
        # Two Sundays are too few for an hour of their own: one factor serves the whole day.
        expected = np.sum(weekday[learning & sunday])
        factor = np.sum(values[learning & sunday]) / expected if expected else 1.0
        strayed = (values - weekday * np.where(sunday, factor, 1)) / rhythm() ** POWERS.get(name, -0.5)
        rows.append(strayed / (np.sqrt(np.sum(strayed[learning] ** 2) / (LEARNING - 24)) or 1.0))
    return np.array(rows)


def rolling_sum(values, window):
    sums = np.cumsum(values, axis=-1)
    sums[..., window:] = sums[..., window:] - sums[..., :-window]
    return sums


def deviations_of(residuals, window):
    """Mean over the window, in its own standard deviations."""
    return rolling_sum(residuals, window) / np.sqrt(np.minimum(window, np.arange(HOURS) + 1))`;

export const rulesCode = python`
METRIC_SETS = ${Object.fromEntries(Object.entries(metricSets).map(([name, metrics]) => [name, [...metrics]]))}
BURNS = ${burns.map(({ rate, long, short }) => [rate, long, short])}  # rate, long and short window in hours
WATCH = np.arange(HOURS) >= LEARNING


def furthest_of(residuals, settings):
    names = METRIC_SETS[settings["metrics"]]
    rows = [METRICS.index(name) for name in names]
    return np.max(np.abs(deviations_of(residuals, settings["window"])[rows]), axis=0)


def burn_rate_alarm(failed):
    """Slow and failed requests use up the error budget too fast, over a long and a short window at once."""
    def burning(length):
        return rolling_sum(failed, length) / np.minimum(length, np.arange(HOURS) + 1) / ${errorBudget}

    return WATCH & np.any([(burning(long) > rate) & (burning(short) > rate) for rate, long, short in BURNS], axis=0)


def page_hinkley(delta=0.005, limit=50.0, fading=0.9999):
    """A sum of deviations from the running mean, up and down; alarm when it has moved by the limit."""
    n = mean = up = down = 0.0
    lowest, highest = np.inf, -1.0
    alarm = False
    while True:
        value = yield alarm
        if alarm:
            n = mean = up = down = 0.0
            lowest, highest = np.inf, -1.0
        n += 1
        mean += (value - mean) / n
        up, down = fading * up + value - mean - delta, fading * down + value - mean + delta
        lowest, highest = min(lowest, up), max(highest, down)
        alarm = n >= 30 and (up - lowest > limit or highest - down > limit)


def ddm():
    """The error rate plus its standard deviation, against the lowest it has been."""
    n, p, best = 0, 0.0, (np.inf, 0.0)
    alarm = False
    while True:
        wrong = yield alarm
        if alarm:
            n, p, best = 0, 0.0, (np.inf, 0.0)
        n += 1
        p += (wrong - p) / n
        s = (max(0.0, p * (1 - p)) / n) ** 0.5
        if n > 30 and p + s <= sum(best):
            best = (p, s)
        alarm = n > 30 and p + s > best[0] + 3 * best[1]


def detector_alarm(detector, signs):
    """The detector reads one request after the other: repeated or not."""
    next(detector)
    return WATCH & np.array([any([detector.send(float(sign)) for sign in hour]) for hour in signs])


def level_alarms(levels, window):
    """PSI and KS of the clips' levels: the window against the weeks before."""
    reference = np.sort(np.concatenate(levels[:LEARNING]))
    edges = np.unique(np.quantile(reference, np.linspace(0, 1, 21)))[1:-1]
    bins = len(edges) + 1
    counts = np.array([np.bincount(np.searchsorted(edges, hour, side="right"), minlength=bins) for hour in levels])
    reference = counts[:LEARNING].sum(axis=0) / len(reference)
    sums = rolling_sum(counts.T.astype(float), window)
    total = np.maximum(1, sums.sum(axis=0))
    shares = sums / total
    tens = np.minimum(9, np.floor(np.arange(bins) / (bins / 10))).astype(int)
    r = np.bincount(tens, weights=reference, minlength=10)[:, None]
    c = np.array([shares[tens == ten].sum(axis=0) for ten in range(10)])
    r, c = np.where(r == 0, 1e-4, r), np.where(c == 0, 1e-4, c)
    psi = np.sum((c - r) * np.log(c / r), axis=0)
    ks = np.max(np.abs(np.cumsum(shares - reference[:, None], axis=0)), axis=0)
    return WATCH & (psi > 0.25), WATCH & (ks > 1.95 / np.sqrt(total))`;

export const judgingCode = python`
RULES = ${Object.fromEntries([["own", "The rule that is set"], ...translated.map((rule) => [rule, ruleText[rule]])])}
THRESHOLDS = ${thresholds.filter((threshold) => [2, 3, 4, 6, 8].includes(threshold))}
SCORES = {
    "precision": "precision",
    "recall": "recall",
    "days_to_detect": "days to detect",
    "days_to_reset": "days to reset",
    "false_alarms": "false alarms a week",
    "help_delay": "days to help",
}


def judge(rng, alarm, events, settings):
    """Precision, recall, time to detect and to reset, false alarms, and when help comes; NaN where there is nothing to judge."""
    faults = [(first, end) for name, first, end, _, _ in events if name != "holiday"]
    alerts, last = [], -np.inf
    for hour in np.flatnonzero(alarm):
        if hour - last >= ${repeatHours}:
            alerts.append(int(hour))
            last = hour
    true = [any(first <= hour < end + settings["window"] for first, end in faults) for hour in alerts]
    false_alarms = true.count(False) / ${watchedWeeks}
    read_chance = 1 / (1 + false_alarms / 4) if settings["fatigue"] == "on" else 1.0
    read = [hour for hour in alerts if rng.random() < read_chance]

    def first_in(hours, first, end):
        return next((hour - first for hour in hours if first <= hour < end), np.nan)

    def mean_days(values):
        return np.mean(values) / 24 if len(values) else np.nan

    def until_quiet(end):
        quiet = 0
        for hour in range(min(end, HOURS), HOURS):
            quiet = 0 if alarm[hour] else quiet + 1
            if quiet == ${quietHours}:
                return hour + 1 - quiet - end
        return max(0, HOURS - end - quiet)

    on = np.flatnonzero(alarm)
    detected = [first_in(on, first, end) for first, end in faults]
    helped = [first_in(read, first, end) for first, end in faults]
    found = ~np.isnan(detected) if faults else np.array([], bool)

    def or_length(taken):
        """A fault that nobody found counts with its whole length."""
        return [end - first if np.isnan(t) else t for t, (first, end) in zip(taken, faults)]

    return {
        "precision": np.mean(true) if alerts else np.nan,
        "recall": np.mean(found) if faults else np.nan,
        "days_to_detect": mean_days(or_length(detected)),
        "days_to_reset": mean_days([until_quiet(end) for (_, end), f in zip(faults, found) if f]),
        "false_alarms": false_alarms,
        "help_delay": mean_days(or_length(helped)),
    }


def run_bench(rng, replica, settings):
    """One replica: eight weeks of a service, and what every rule made of them."""
    events = draw_events(rng, settings)
    metrics, failed, levels, signs = run_service(rng, events, ANSWERS[replica % len(ANSWERS)])
    furthest = furthest_of(residuals_of(metrics), settings)
    psi, ks = level_alarms(levels, settings["window"])
    alarms = {
        "threshold": WATCH & (furthest > settings["threshold"]),
        "burn-rate": burn_rate_alarm(failed),
        "page-hinkley": detector_alarm(page_hinkley(), signs),
        "ddm": detector_alarm(ddm(), signs),
        "psi": psi,
        "ks": ks,
    }
    if settings["rule"] in alarms:
        alarms["own"] = alarms[settings["rule"]]
    of_rules = {rule: judge(rng, alarms[rule], events, settings) for rule in RULES if rule in alarms}
    return of_rules, {t: judge(rng, WATCH & (furthest > t), events, settings) for t in THRESHOLDS}


def simulate(settings):
    """Every replica. Each replica has random numbers of its own, and the recogniser of the page's replica."""
    return [
        run_bench(np.random.default_rng([settings["seed"], replica]), replica, settings)
        for replica in range(settings["replicas"])
    ]


def figures(result, settings):
    """What the page says of the run, for every replica that had something to judge."""
    numbers = {}

    def add(name, values):
        known = [value for value in values if not np.isnan(value)]
        if known:
            numbers[name] = known

    for rule in result[0][0]:
        shown = SCORES if rule == "own" else ("recall", "days_to_detect", "false_alarms")
        for score in shown:
            add(f"{RULES[rule]}: {SCORES[score]}", [of_rules[rule][score] for of_rules, _ in result])
    for t in THRESHOLDS:
        for score in ("days_to_detect", "false_alarms"):
            add(f"Threshold {t}: {SCORES[score]}", [frontier[t][score] for _, frontier in result])
    return numbers, {}`;
