/** The recogniser's stage of the pipeline in Python, accuracy with old and new stretches and sound, and the metrics of every stage. */
import { python } from "../ui/jupyter/python";
import { changedStage } from "./culprit";
import { emptyBelow, frontierThresholds, metrics, movedLimit } from "./frames";

export const answersCode = python`
EMPTY_BELOW = ${emptyBelow}


def train_recogniser(rng):
    """Learns from single words, cut by hand."""
    place = rng.choice(HEARD_IN, 600)
    clips = draw_clips(rng, 600, place=place, snr=usual_snr(rng, 600), silence=(3, 30))
    return train_recognisers(rng, features(clips)[None], clips["word"][None, None])


def answers_to(recogniser, stretches, powers):
    """Of every stretch of each recording: the word, −1 for none, and how sure the recogniser is."""
    which = np.repeat(np.arange(len(stretches)), [len(each) for each in stretches])
    if len(which) == 0:
        return [(np.zeros(0, int), np.zeros(0)) for _ in stretches]
    start, end = np.concatenate(stretches).T
    sums = np.concatenate([np.zeros((len(powers), 1, BANDS)), np.cumsum(powers, axis=1)], axis=1)
    length = (end - start) / 8
    edges = start[:, None] + np.arange(9) * length[:, None]
    parts = np.diff(sums_at(sums, (which[:, None],), edges), axis=1) / length[:, None, None]
    chances = chances_of(recogniser, features_of(np.maximum(parts, SELF_NOISE / 1000)))[0, 0]
    sure = chances.max(axis=1)
    heard = np.where(sure < EMPTY_BELOW, -1, chances.argmax(axis=1))
    return [(heard[which == r], sure[which == r]) for r in range(len(stretches))]


def overlaps(stretches, at, end):
    """Frames that each stretch has of each word."""
    return np.maximum(0, np.minimum(stretches[:, 1:], end) - np.maximum(stretches[:, :1], at))


def accuracy_of(recordings, stretches, answers):
    """A stretch belongs to the word it holds most of, a word to the longest of its stretches; a lost word is wrong."""
    right = 0
    for r, (heard, _) in enumerate(answers):
        if len(heard) == 0:
            continue
        held = overlaps(stretches[r], recordings["at"][r], recordings["end"][r])
        own = held * (np.arange(SAID) == held.argmax(axis=1)[:, None])
        right += np.sum((own.max(axis=0) > 0) & (heard[own.argmax(axis=0)] == recordings["word"][r]))
    return right / recordings["word"].size


def lost_share(recordings, stretches):
    """Share of the words less than half of which is sent."""
    sent = [overlaps(each, *words).sum(axis=0) for each, *words in zip(stretches, recordings["at"], recordings["end"])]
    return np.mean(np.array(sent) < (recordings["end"] - recordings["at"]) / 2)


def saved_share(recordings, stretches):
    """Share of the frames that are not sent."""
    return 1 - sum(np.sum(each[:, 1] - each[:, 0]) for each in stretches) / recordings["frames"].sum()`;

export const judgingCode = python`
METRICS = ${metrics.map(({ id }) => id)}
STAGES = ${metrics.map(({ stage }) => stage)}
CHANGED_STAGE = ${{ ...changedStage }}
THRESHOLDS = ${[...frontierThresholds]}
MOVED_LIMIT = ${movedLimit}  # standard errors


def capture_metrics(powers):
    """Where the loudest tenth begins, the middle, how far it is from the quietest tenth, high tones against low ones: dB."""
    totals = powers.sum(axis=1)
    ordered = 10 * np.log10(np.sort(totals))
    quiet, middle, loud = (ordered[int(share * len(ordered))] for share in (0.1, 0.5, 0.9))
    bands = powers[totals >= np.sort(totals)[int(0.9 * len(totals))]].sum(axis=0)
    return [loud, middle, middle - quiet, 10 * np.log10(bands[BANDS // 2 :].sum() / bands[: BANDS // 2].sum())]


def stage_metrics(frames, powers, voice, stretches, answers):
    """Metrics of every stage [recording, metric]; not a number where nothing is sent."""
    rows = []
    for r, (heard, sure) in enumerate(answers):
        length, own = frames[r], stretches[r]
        sent, count = np.sum(own[:, 1] - own[:, 0]), len(own)
        found = [np.nan] * 4
        if count:
            found = [0.01 * sent / count, np.mean(voice[r][own[:, 0]] >= 0.5), np.mean(sure), np.mean(heard < 0)]
        rows.append([*capture_metrics(powers[r][:length]), sent / length, 60 * count / (length * 0.01), *found])
    return np.array(rows)


def moved_by(reference, current):
    """Means, and their difference in standard errors of the difference (Welch)."""
    means, errors = [], []
    for values in (reference, current):
        values = values[~np.isnan(values)]
        means.append(values.mean() if len(values) else 0.0)
        errors.append(values.var(ddof=1) / len(values) if len(values) > 1 else 0.0)
    difference, error = means[1] - means[0], np.sqrt(sum(errors))
    moved = difference / error if error > 0 else 99 * np.sign(difference)
    return *means, np.clip(moved, -99, 99)


def run_pipeline(rng, settings):
    """One replica: models are trained, then the same recordings are heard before and after the change."""
    detector, recogniser = train_detector(rng), train_recogniser(rng)
    change, snr = settings["change"], np.full(RECORDINGS, float(settings["snr"]))
    reference, current = draw_recordings(rng, RECORDINGS, snr), draw_recordings(rng, RECORDINGS, snr)
    powers = {
        "reference": reference["powers"],
        "before": current["powers"],
        "after": captured(current["powers"], change),
    }
    recordings = {"reference": reference, "before": current, "after": current}
    voice = {}
    for name, each in powers.items():
        read = read_voice(each)
        voice[name] = predict_network(detector, read.reshape(-1, 6), True).reshape(read.shape[:2])

    def sent(name, threshold, updated):
        """The stretches that are sent; an update waits for ten more frames of voice."""
        opened = open_frames(voice[name], threshold, 11 if updated else 1, round(settings["hangOver"] / 10))
        frames = recordings[name]["frames"]
        return [stretches_of(row[:n], round(settings["preRoll"] / 10)) for row, n in zip(opened, frames)]

    threshold, updated = settings["vadThreshold"], change == "vad-update"
    old, new = sent("before", threshold, False), sent("after", threshold, updated)
    result = {}
    for stretches_name, stretches in (("old", old), ("new", new)):
        for sound_name, sound in (("old", "before"), ("new", "after")):
            answers = answers_to(recogniser, stretches, powers[sound])
            name = f"Accuracy: {stretches_name} stretches, {sound_name} sound"
            result[name] = accuracy_of(current, stretches, answers)
        when = "before" if stretches_name == "old" else "after"
        result[f"Bandwidth saved {when}"] = saved_share(current, stretches)
        result[f"Words lost {when}"] = lost_share(current, stretches)
    for each in THRESHOLDS:
        for when, is_updated in (("before", False), ("after", updated)):
            stretches = sent(when, each, is_updated)
            answers_here = answers_to(recogniser, stretches, powers[when])
            result[f"Threshold {each}, {when}: accuracy"] = accuracy_of(current, stretches, answers_here)
            result[f"Threshold {each}, {when}: bandwidth saved"] = saved_share(current, stretches)
    then_sent = sent("reference", threshold, False)
    then_answers = answers_to(recogniser, then_sent, powers["reference"])
    then = stage_metrics(reference["frames"], powers["reference"], voice["reference"], then_sent, then_answers)
    now = stage_metrics(current["frames"], powers["after"], voice["after"], new, answers)
    pointed = "none"
    for at, metric in reversed(list(enumerate(METRICS))):
        result[f"{metric}: reference"], result[f"{metric}: current"], moved = moved_by(then[:, at], now[:, at])
        result[f"{metric}: moved"] = moved
        # The first stage of which a metric has moved is suspected.
        pointed = STAGES[at] if abs(moved) >= MOVED_LIMIT else pointed
    return result, pointed


def simulate(settings):
    """Every replica. Each replica has random numbers of its own."""
    rngs = [np.random.default_rng([settings["seed"], replica]) for replica in range(settings["replicas"])]
    return [run_pipeline(rng, settings) for rng in rngs]


def figures(result, settings):
    """What the page says of the run, for every replica."""
    numbers = {name: [replica[name] for replica, _ in result] for name in result[0][0]}
    found = [float(pointed == CHANGED_STAGE[settings["change"]]) for _, pointed in result]
    return numbers, {"Metrics point to the stage that was changed": found}`;
