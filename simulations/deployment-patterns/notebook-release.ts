/** The release in Python: the plan, the phones through the router, and the analysis. */
import { python } from "../ui/jupyter/python";
import { checkLevel, deadlineMs, lineNames, lineShares, minutesAfter, plannedSteps } from "./frames";

export const versionsCode = python`
LINE_SHARES = ${[...lineShares]}  # of the phones that are delivered
EVEN_SHARES = [0.28, 0.26, 0.26, 0.2]  # of the pictures for training
POOL, BLUE_HIDDEN = 1500, 16
CANDIDATES = ["better", "same", "slice-regression", "worse", "slow"]


def train_version(rng, pictures, labels, hidden=BLUE_HIDDEN, steps=300):
    return train_network(rng, pictures, labels * 1.0, hidden, True, steps=steps, batch=32, rate=0.03)


def make_versions(rng, settings):
    """A pool of phones, and what blue and green say of it: which verdicts are wrong, and how long one takes."""
    old, old_labels, _ = draw_phones(rng, 1000, EVEN_SHARES)
    pool, scratched, line = draw_phones(rng, POOL, LINE_SHARES)
    blue = train_version(rng, old, old_labels)
    name = rng.choice(CANDIDATES) if settings["candidate"] == "hidden" else settings["candidate"]
    green, hidden = blue, BLUE_HIDDEN
    if name == "better":
        # Blue's pictures and 2,000 more.
        new, labels, _ = draw_phones(rng, 2000, EVEN_SHARES)
        green = train_version(rng, np.vstack([old, new]), np.concatenate([old_labels, labels]), steps=600)
    elif name == "slice-regression":
        # 3,000 new pictures, of which 3 in 100 come from the new line.
        new, labels, _ = draw_phones(rng, 3000, [0.4, 0.3, 0.27, 0.03])
        green = train_version(rng, new, labels, steps=600)
    elif name == "worse":
        # 1,000 new pictures, a fifth of them with the wrong label.
        new, labels, _ = draw_phones(rng, 1000, EVEN_SHARES)
        green = train_version(rng, new, labels ^ (rng.random(1000) < 0.2))
    elif name == "slow":
        # Two and a half times the hidden units: a verdict takes longer.
        hidden = 40
        green = train_version(rng, old, old_labels, hidden)
    wrong = [(predict_network(version, pool, True) > 0.5) != scratched for version in (blue, green)]
    return scratched, line, wrong[0], wrong[1], 30.0, 30.0 * hidden / BLUE_HIDDEN`;

export const planCode = python`
STEPS, MINUTES_AFTER, RESTORE_MINUTES = ${plannedSteps}, ${minutesAfter}, 15


def plan_of(settings):
    """Stages of the release: percent of the phones that green answers, percent copied to it, minutes, checks."""
    analysed, looks = settings["judge"] == "analysis", settings["looks"]
    if settings["pattern"] == "canary":
        weights = [settings["firstStep"]] + [weight for weight in (25, 50) if weight > settings["firstStep"]]
        up_to = [k * looks // len(weights) for k in range(len(weights) + 1)]
        checks = np.diff(up_to) if analysed else [0] * len(weights)
        return [(weight, 0, settings["stageMinutes"], int(k)) for weight, k in zip(weights, checks)]
    minutes = STEPS * settings["stageMinutes"]
    if settings["pattern"] == "shadow":
        # Without an analysis a shadow waits until somebody promotes it.
        return [(0, 100, minutes if analysed else np.inf, looks if analysed else 0)]
    if settings["pattern"] == "replace" and not analysed:
        return []
    return [(100, 0, minutes, looks if analysed else 0)]


class Rollout:
    """A release in progress: who answers the phones, and what happened when."""

    def __init__(self, settings):
        self.restore = RESTORE_MINUTES if settings["pattern"] == "replace" else 0
        self.stages, self.phase = plan_of(settings), "under way"
        self.detected_at = self.rolled_back_at = self.promoted_at = None
        self.coming = []
        self.enter(0, 0.0)
        for act in settings["decisions"].split(","):
            if act:
                self.coming.append((float(act.split(":")[0]), 2, act.split(":")[1]))

    def enter(self, stage, now):
        if stage == len(self.stages):
            return self.promote(now)
        self.weight, self.mirror, minutes, checks = self.stages[stage]
        if minutes < np.inf:
            self.coming += [(now + (k + 1) * minutes / checks, 0, "check") for k in range(checks)]
            self.coming.append((now + minutes, 1, stage))

    def forget_plan(self):
        self.coming = [event for event in self.coming if event[1] == 2]
        self.mirror = 0

    def promote(self, now):
        if self.phase != "promoted":
            self.forget_plan()
            self.phase, self.weight, self.promoted_at = "promoted", 100, now

    def roll_back(self, now):
        if self.phase in ("rolling back", "rolled back"):
            return
        self.forget_plan()
        self.detected_at = now if self.detected_at is None else self.detected_at
        if self.restore and self.weight == 100:
            # The old version has to be started again.
            self.phase = "rolling back"
            self.coming.append((now + self.restore, 0, "restored"))
        else:
            self.restored(now)

    def restored(self, now):
        self.phase, self.weight, self.rolled_back_at = "rolled back", 0, now

    def happen(self, event, evidence):
        now, _, what = event
        if what == "check":
            if not evidence():
                self.roll_back(now)
        elif what == "promote":
            self.promote(now)
        elif what == "rollback":
            self.roll_back(now)
        elif what == "restored":
            self.restored(now)
        else:
            self.enter(what + 1, now)`;

export const analysisCode = python`
from math import erfc, exp, sqrt

LEVEL, DEADLINE_MS, LEAST_EXPECTED = ${checkLevel}, ${deadlineMs}, 5
LINES_IN_WORDS = ${[...lineNames]}


def p_value(rule, green_wrong, green_n, blue_wrong, blue_n):
    """How easily chance alone makes green look this much worse; 1 before there is evidence."""
    if green_n == 0 or blue_n == 0:
        return 1.0
    pooled = (green_wrong + blue_wrong) / (green_n + blue_n)
    difference = green_wrong / green_n - blue_wrong / blue_n
    variance = pooled * (1 - pooled) * (1 / green_n + 1 / blue_n)
    if green_n * pooled < LEAST_EXPECTED or difference <= 0 or variance == 0:
        return 1.0
    if rule == "fixed":
        return erfc(difference / sqrt(2 * variance)) / 2
    # Sequential: a mixture of effects of about 5 in 100 (Johari and others 2017).
    spread = variance + 0.05**2
    return min(1.0, 1 / (sqrt(variance / spread) * exp(0.05**2 * difference**2 / (2 * variance * spread))))


def release(rng, settings):
    """One replica: every phone through the router, from the release to half an hour after it is due."""
    scratched, line, blue_wrong, green_wrong, blue_ms, green_ms = make_versions(rng, settings)
    per_minute = settings["phonesPerMinute"]
    n = per_minute * (STEPS * settings["stageMinutes"] + MINUTES_AFTER + 1)

    def draw_stream(count):
        """Phones of the pool, how much longer than usual an answer takes."""
        return rng.integers(0, POOL, count), 0.7 + rng.exponential(0.3, count)

    def misjudged(wrong, ms, phone, pace):
        """After the deadline the belt moves on, and the phone passes as unscratched."""
        return np.where(ms * pace > DEADLINE_MS, scratched[phone], wrong[phone])

    # What inspectors found of blue in the hour before.
    before, pace = draw_stream(round(60 * per_minute * settings["auditShare"] / 100))
    before_wrong = misjudged(blue_wrong, blue_ms, before, pace)

    time = (np.arange(n) + 0.5) / per_minute
    phone, pace = draw_stream(n)
    audited = rng.random(n) < settings["auditShare"] / 100
    bucket = 100 * rng.random(n)  # the router sends a phone to green when its bucket lies below the weight
    of_blue = misjudged(blue_wrong, blue_ms, phone, pace)
    of_green = misjudged(green_wrong, green_ms, phone, pace)
    to_green, copied, under_way = np.zeros(n, bool), np.zeros(n, bool), np.zeros(n, bool)
    rollout, done = Rollout(settings), 0

    def evidence():
        """Whether green passes every test of this check."""
        seen = np.arange(n) < done
        by_green, by_blue = seen & audited & (to_green | copied), seen & audited & ~to_green
        rows = [np.ones(POOL, bool)] + ([line == k for k in range(len(LINES_IN_WORDS))] if settings["slices"] == "on" else [])
        for row in rows:
            here, earlier = row[phone], row[before]
            green = np.sum(of_green[by_green & here]), np.sum(by_green & here)
            blue = np.sum(of_blue[by_blue & here]) + np.sum(before_wrong[earlier]), np.sum(by_blue & here) + np.sum(earlier)
            if p_value(settings["rule"], *green, *blue) <= LEVEL / len(rows):
                return False
        latest = (green_ms * pace)[np.flatnonzero(seen & (to_green | copied))[-200:]]
        late = len(latest) > 0 and np.quantile(latest, 0.95) > DEADLINE_MS
        return not (settings["latency"] == "on" and late)

    while done < n:
        event = min(rollout.coming, default=None)
        until = n if event is None else min(n, int(np.searchsorted(time, event[0], side="left")))
        passing = slice(done, until)
        to_green[passing] = bucket[passing] < rollout.weight
        copied[passing] = ~to_green[passing] & (rollout.mirror > 0)
        under_way[passing] = rollout.phase == "under way"
        done = until
        if event is not None and done < n:
            rollout.coming.remove(event)
            rollout.happen(event, evidence)

    harmed = to_green & ~audited & of_green & ~of_blue
    saved = to_green & ~audited & ~of_green & of_blue
    missed = ~to_green & ~audited & of_blue & ~of_green
    return {
        "Phones harmed by the release": np.sum(harmed),
        "Phones saved by the release": np.sum(saved),
        "Phones that waiting cost": np.sum(missed),
        "Extra verdicts per phone": np.sum(copied & under_way) / max(1, np.sum(under_way)),
        "A problem was detected": rollout.detected_at is not None,
        "Rolled back in the end": rollout.phase == "rolled back",
        "Promoted in the end": rollout.phase == "promoted",
    }


def simulate(settings):
    """Every replica. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return [release(rng, settings) for rng in rngs]


def figures(result, settings):
    """What the page says of the run, for every replica."""
    of = {name: np.array([replica[name] for replica in result]) for name in result[0]}
    counted = [name for name in of if of[name].dtype == bool]
    return {name: of[name] for name in of if name not in counted}, {name: of[name] for name in counted}`;
