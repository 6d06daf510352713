/** The labelling desk in Python: a team and its labels, recognisers by number of clips, people and models judged, suspects found. */
import { python } from "../ui/jupyter/python";
import { checkedSizes, curveSizes, levelGroups, prices, tenths } from "./frames";
import { levels, stockSizes, testClips } from "./plan";

export const labelsCode = python`
def team_of(rng, settings):
    """How many of the annotators follow the guide: rounded up or down, so that the share is right on average."""
    return int(settings["annotators"] * settings["consistent"] / 100 + rng.random())


def labels_of(rng, clips, annotator, followers, settings):
    """The label that the annotator of each clip gives it. A slip is any other word."""
    labels = labels_by(rng, clips, annotator < followers)
    slipped = rng.random(len(labels)) < settings["labelNoise"] / 100
    return np.where(slipped, (labels + rng.integers(1, len(WORDS), len(labels))) % len(WORDS), labels)


STOCK, TEST_STOCK, TEST_CLIPS = ${stockSizes.training}, ${stockSizes.test}, ${testClips}
SIZES = ${[...curveSizes]}  # of the learning curves; the last one with labels as given only


def draw_stock(rng, count, level, settings):
    silence = (3, settings["silence"] // 10)
    clips = draw_clips(rng, count, snr=settings["snr"], level=level, silence=silence)
    return clips, features(clips, True), features(clips, False)


def set_desks(rng, settings):
    """For every replica: clips and labels, features normalised and as recorded, test clips and labels."""
    stock, *stock_features = draw_stock(rng, STOCK, (${levels.training.mean}, ${levels.training.sd}), settings)
    test_stock, *test_features = draw_stock(rng, TEST_STOCK, (${levels.test.mean}, ${levels.test.sd}), settings)
    desks = []
    for _ in range(settings["replicas"]):
        which = rng.choice(STOCK, SIZES[-1], replace=False)
        tested = rng.choice(TEST_STOCK, TEST_CLIPS, replace=False)
        clips, test, followers = taken(stock, which), taken(test_stock, tested), team_of(rng, settings)
        annotators = settings["annotators"]
        one = rng.integers(0, annotators, TEST_CLIPS)
        other = (one + rng.integers(1, annotators, TEST_CLIPS)) % annotators
        desks.append({
            "truth": clips["word"],
            "given": labels_of(rng, clips, rng.integers(0, annotators, SIZES[-1]), followers, settings),
            "normalised": stock_features[0][which],
            "raw": stock_features[1][which],
            "test truth": test["word"],
            "test level": test["level"],
            "test labels": labels_of(rng, test, one, followers, settings),
            "second labels": labels_of(rng, test, other, followers, settings),
            "careful": heard_by_people(rng, test),
            "test normalised": test_features[0][tested],
            "test raw": test_features[1][tested],
        })
    return {name: np.array([desk[name] for desk in desks]) for name in desks[0]}`;

export const recognisersCode = python`
FOLDS = 3


def hear(rng, desks, count, features_kind, kinds):
    """What recognisers hear in the test clips that learned from the first clips: [kind of labels, replica, clip]."""
    steps = 100 if count <= 100 else 140 if count <= 200 else 180  # few clips are learned soon
    labels = np.array([desks[kind][:, :count] for kind in kinds])
    networks = train_recognisers(rng, desks[features_kind][:, :count], labels, steps)
    return heard_by(networks, desks[f"test {features_kind}"])


def find_suspects(rng, desks, count, features_kind):
    """Order of the clips, the most suspect label first. No model judges a clip that it has learned from."""
    inputs, given = desks[features_kind][:, :count], desks["given"][:, :count]
    margins = np.zeros(given.shape)
    fold_of = np.arange(count) % FOLDS
    for fold in range(FOLDS):
        held = fold_of == fold
        networks = train_recognisers(rng, inputs[:, ~held], given[None, :, ~held], steps=100)
        chances = chances_of(networks, inputs[:, held])[0]
        own = np.eye(len(WORDS), dtype=bool)[given[:, held]]
        margins[:, held] = chances[own].reshape(own.shape[:2]) - np.where(own, 0, chances).max(axis=2)
    return np.argsort(margins, axis=1, kind="stable")`;

export const judgingCode = python`
GROUPS, TENTHS, CHECKED_SIZES = ${levelGroups}, ${tenths}, ${checkedSizes}
CLIP_COSTS, CHECK_COSTS = ${prices.clip}, ${prices.check}


def same(a, b):
    return np.mean(a == b, axis=-1)


def kappa(a, b):
    """Cohen's kappa: agreement beyond what chance would give."""
    each = np.arange(len(WORDS))[:, None]
    chance = np.sum(np.mean(a == each, axis=1) * np.mean(b == each, axis=1))
    return (same(a, b) - chance) / (1 - chance)


def ceiling(truth, labels):
    """Accuracy against the labels of a model that hears every word and gives it its most frequent label."""
    return sum(np.bincount(labels[truth == word], minlength=1).max() for word in range(len(WORDS))) / len(truth)


def curve_at(curve, clips):
    """A learning curve [size, replica] between its points, on an axis of the logarithm of clips."""
    at = np.interp(np.log(clips), np.log(SIZES), np.arange(len(SIZES)))
    low = min(int(at), len(SIZES) - 2)
    return curve[low] + (at - low) * (curve[low + 1] - curve[low])


def simulate(settings):
    """Every replica at once."""
    rng = np.random.default_rng(settings["seed"])
    desks, clips = set_desks(rng, settings), settings["clips"]
    usual = "normalised" if settings["normalise"] == "on" else "raw"
    by_size = [hear(rng, desks, size, usual, ["given", "truth"]) for size in SIZES[:CHECKED_SIZES]]
    return {
        "desks": desks,
        "by size": by_size + [hear(rng, desks, SIZES[-1], usual, ["given"])],
        "here": hear(rng, desks, clips, usual, ["given", "truth"]),
        "normalised": hear(rng, desks, clips, "normalised", ["truth"])[0],
        "raw": hear(rng, desks, clips, "raw", ["truth"])[0],
        "suspects": find_suspects(rng, desks, clips, usual),
    }


def figures(result, settings):
    """What the page says of the run, for every replica."""
    desks, (given, checked) = result["desks"], result["here"]
    truth, labels, replicas = desks["test truth"], desks["test labels"], range(settings["replicas"])
    numbers = {
        "Checked labels: accuracy": same(checked, truth),
        "Labels as given: accuracy": same(given, truth),
        "Labels as given: accuracy against labels": same(given, labels),
        "Human level": same(desks["careful"], truth),
        "Two annotators agree": same(labels, desks["second labels"]),
        "Cohen's kappa": [kappa(labels[r], desks["second labels"][r]) for r in replicas],
        "Ceiling for a model": [ceiling(truth[r], labels[r]) for r in replicas],
    }
    curve = np.array([same(heard[0], truth) for heard in result["by size"]])
    for size, accuracy in zip(SIZES, curve):
        numbers[f"Labels as given, {size} clips"] = accuracy
    for size, heard in zip(SIZES[:CHECKED_SIZES], result["by size"]):
        numbers[f"Checked labels, {size} clips"] = same(heard[1], truth)
    numbers["Twice as many clips: accuracy"] = curve_at(curve, 2 * settings["clips"])
    bought = settings["clips"] * (1 + CHECK_COSTS / CLIP_COSTS)
    numbers["More clips for the price of checking: accuracy"] = curve_at(curve, bought)
    for number, word in enumerate(WORDS):
        for label, heard in (("as given", given), ("checked", checked)):
            wrong = [np.mean(heard[r][truth[r] == number] != number) for r in replicas]
            numbers[f"Errors on “{word}”, {label}"] = wrong
    quiet_first = np.argsort(desks["test level"], axis=1)
    for label in ("normalised", "raw"):
        wrong = np.take_along_axis(result[label] != truth, quiet_first, axis=1)
        by_group = wrong.reshape(len(wrong), GROUPS, -1).mean(axis=2)
        numbers[f"Errors on the quietest clips, {label}"] = by_group[:, 0]
        numbers[f"Errors on the loudest clips, {label}"] = by_group[:, -1]
    count = settings["clips"]
    wrong = desks["given"][:, :count] != desks["truth"][:, :count]
    listed = np.take_along_axis(wrong, result["suspects"], axis=1)
    numbers["Wrong labels"] = wrong.mean(axis=1)
    numbers["Wrong labels in the first tenth of the list"] = listed[:, : int(count / 10 + 0.5)].mean(axis=1)
    for tenth in (1, 2, 5):
        share = tenth / (TENTHS - 1)
        found, there = listed[:, : int(share * count + 0.5)].sum(axis=1), wrong.sum(axis=1)
        name = f"Wrong labels found in {100 * share:.0f} % of the list"
        numbers[name] = np.where(there > 0, found / np.maximum(1, there), share)
    return numbers, {}`;
