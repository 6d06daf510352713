/** A year of the service in Python: engine-year.ts and engine-inputs.ts, day by day. */
import { moveADay, moveDays, spikeDays, spikeFactor } from "../core/worlds/parts";
import { python } from "../ui/jupyter/python";
import { repairDays, retrainEvery, standsFor } from "./plan";

export const yearInWords = `Day by day. *Data verification* replaces a column that is empty or far outside what training saw. *Input monitoring* compares the last three days with training by PSI, and counts requests. *Outcome monitoring* compares predictions with the truth, once labels are known. A *feature store* prevents the skew, *autoscaling* adds servers within a day, *retraining* makes a new model every ${retrainEvery} days. Whoever is alerted repairs what is wrong within ${repairDays} days.`;

export const yearCode = python`
REPAIR_DAYS, RETRAIN_EVERY = ${repairDays}, ${retrainEvery}
# A day's mean squared error is too high above this many times that in training: four standard deviations of its mean.
ERROR_LIMIT = 1 + 4 * np.sqrt(2 / REQUESTS)
DECILES = np.array([-1.2816, -0.8416, -0.5244, -0.2533, 0, 0.2533, 0.5244, 0.8416, 1.2816])


def column_of(name, column):
    """The column that a fault changes; None: none."""
    return {"unit": 0, "null": column, "skew": 4}.get(name)


def damage(inputs, faults):
    """A day's inputs with these faults in them."""
    inputs = inputs.copy()
    factors = {"unit": 10.76, "null": 0.0, "skew": 1.4}
    for name, column in {(name, column_of(name, column)) for _, name, column in faults}:
        inputs[:, column] *= factors[name]
    return inputs


def verify(inputs):
    """Replaces columns that are empty, or of which a quarter lies far above the mean; says which."""
    empty = np.all(inputs == 0, axis=0)
    outside = np.sum(inputs > MEANS + 5 * SDS, axis=0) >= REQUESTS / 4
    failed = empty | outside
    return np.where(failed, MEANS, inputs), set(np.flatnonzero(failed))


def is_far(days, column):
    """Whether a column's PSI over some days lies above 0.25; training has a tenth in each bin."""
    z = np.concatenate([(day[:, column] - MEANS[column]) / SDS[column] for day in days])
    shares = np.bincount(np.searchsorted(DECILES, z, side="left"), minlength=10) / len(z)
    shares = np.where(shares == 0, 1e-4, shares)
    return np.sum((shares - 0.1) * np.log(shares / 0.1)) > 0.25


def live_through(year, faults, parts, delay, predict, mean_square):
    """Bad answers of a year with some parts switched on."""
    inputs = year[0].reshape(DAYS, REQUESTS, -1)
    rents = year[1].reshape(DAYS, REQUESTS)
    plain = predict(year[0]).reshape(DAYS, REQUESTS)
    courses = []  # of each fault: what it is, when and by what it was noticed, and its last day
    errors, explained = np.zeros(DAYS), np.zeros(DAYS, bool)
    moved_on, seen = np.ones(DAYS), []
    moved = known = 1.0
    retrain_on, watch_from, bad = -1, 0, 0.0

    def notice(course, day, by):
        if course["noticed"] is not None:
            return
        course["noticed"], course["by"] = day, by
        if course["name"] not in ("spike", "stale"):
            course["until"] = min(DAYS, day + REPAIR_DAYS)
            explained[course["day"] : course["until"]] = True

    for day in range(DAYS):
        for on, name, column in faults:
            if on == day:
                until = min(DAYS, day + ${spikeDays}) if name == "spike" else DAYS
                courses.append({"fault": (on, name, column), "name": name, "day": on, "noticed": None, "by": None, "until": until})
        # Rents move, whether anybody notices or not.
        if any(c["name"] == "stale" and day < c["day"] + ${moveDays} for c in courses):
            moved *= 1 + ${moveADay}
        moved_on[day] = moved
        on_schedule = "retraining" in parts and day % RETRAIN_EVERY == 0
        if on_schedule or day == retrain_on:
            # A model trained on rents that are all m times as high is m times the first model.
            known = max(known, moved_on[day - delay - 1] if day > delay else 1.0)
        active = [c for c in courses if c["until"] > day]
        for c in active:
            if c["name"] == "stale":
                if on_schedule and day - delay > c["day"]:
                    notice(c, day, "retraining")
                if day >= c["day"] + ${moveDays} and known > 0.99 * moved:
                    c["until"] = day

        if "featureStore" in parts:
            for c in active:
                if c["name"] == "skew":
                    notice(c, day, "featureStore")
        damaging = [
            c["fault"] for c in active
            if column_of(*c["fault"][1:]) is not None and not (c["name"] == "skew" and "featureStore" in parts)
        ]
        today, failed, predictions = inputs[day], set(), plain[day]
        if damaging:
            today = damage(today, damaging)
            if "verification" in parts:
                today, failed = verify(today)
            predictions = predict(today)
        seen.append(today)
        for c in active:
            if c["name"] != "skew" and column_of(*c["fault"][1:]) in failed:
                notice(c, day, "verification")
        spikes = [c for c in active if c["name"] == "spike"]
        if "autoscaling" in parts:
            for c in spikes:
                notice(c, day, "autoscaling")
        if "inputMonitoring" in parts and day >= 3:
            for c in active:
                column = column_of(*c["fault"][1:])
                if c["noticed"] is None and c["day"] < day:
                    if c["name"] == "spike" or (column is not None and is_far(seen[-4:-1], column)):
                        notice(c, day, "inputMonitoring")

        # Twice the usual requests can be answered, until there are more servers.
        scaled = any(
            day > c["day"] if c["by"] == "autoscaling" else c["noticed"] is not None and day >= c["noticed"] + REPAIR_DAYS
            for c in spikes
        )
        requests = ${spikeFactor} if spikes else 1
        dropped = 1 - 2 / requests if spikes and not scaled else 0.0
        missed = known * predictions - moved * rents[day]
        errors[day] = np.mean(missed**2) / known**2
        wrong = np.sum(np.abs(missed) > 3 * NOISE)
        bad += ${standsFor} * requests * (dropped * REQUESTS + (1 - dropped) * wrong)

        labelled = day - delay
        if "outcomeMonitoring" in parts and labelled - 1 >= watch_from:
            high = (errors > mean_square * ERROR_LIMIT) & ~explained
            if high[labelled] and high[labelled - 1]:
                for c in active:
                    if c["day"] < labelled and c["name"] != "spike":
                        notice(c, day, "outcomeMonitoring")
                retrain_on = watch_from = day + REPAIR_DAYS
    return bad`;
