/** The error-analysis bench in Python: clips with tags, systems and what purchases make of them, promises and gains. */
import type { Place } from "../core/worlds/clips/places";
import { python } from "../ui/jupyter/python";
import { clipsBought, purchases, tags } from "./frames";
import { freshCount, group, highVoice, type Mix, office, service, snr, softer, speakerC } from "./plan";

/** Where the service is used. */
export const servicePlaces: readonly Place[] = service.places.map(([place]) => place);

const mix = ({ places, speaker, high, soft }: Mix) => ({ places: Object.fromEntries(places), speaker, high, soft });

export const taggedCode = python`
# Shares of places, of speaker C, of the high voice and of soft clips.
SERVICE = ${mix(service)}
OFFICE = ${mix(office)}
TAGS = ${[...tags]}
SNR = np.array(${servicePlaces.map((place) => snr[place])})  # asked for in each place, dB; standard deviation 3
SOFTER = ${softer}  # dB
SPEAKER_C, HIGH_VOICE = ${speakerC}, ${highVoice}


def record(rng, teams, count, mix, only=None):
    """Clips of every team with their tags. only: a tag that all clips have."""
    total = teams * count
    names = list(mix["places"])
    place = rng.choice([PLACES.index(name) for name in names], total, p=list(mix["places"].values()))
    if only in PLACES:
        place[:] = PLACES.index(only)
    at = rng.random(total)
    high = np.full(total, only == "high") | ((at < mix["high"]) & (only != "speaker"))
    by_c = np.full(total, only == "speaker") | (~high & (at < mix["high"] + mix["speaker"]))
    soft = np.full(total, only == "soft") | (rng.random(total) < mix["soft"])
    voice = np.where(high, HIGH_VOICE, np.where(by_c, SPEAKER_C, rng.integers(0, 2, total)))
    clips = draw_clips(
        rng, total, place, voice, snr=SNR[place] + rng.normal(0, 3, total), level=(np.where(soft, SOFTER, 0), 3)
    )
    has = {"speaker": by_c, "high": high, "soft": soft}
    tagged = np.array([has[tag] if tag in has else place == PLACES.index(tag) for tag in TAGS])
    return {
        False: features(clips, False).reshape(teams, count, -1),
        True: features(clips, True).reshape(teams, count, -1),
        "word": clips["word"].reshape(teams, count),
        "tags": tagged.reshape(len(TAGS), teams, count),
        "human": 1 - mishearing(clips).reshape(teams, count),
    }`;

export const systemsCode = python`
PURCHASES = ${[...purchases]}
CLIPS_BOUGHT, FRESH, GROUP = ${clipsBought}, ${freshCount}, ${group}


def with_purchase(system, purchase):
    """A system is its code (volume normalised?), its hidden units, and the purchases of data."""
    normalise, hidden, bought = system
    if purchase == "model-wider":
        return normalise, max(hidden, min(64, 2 * hidden)), bought
    if purchase == "code-normalise":
        return True, hidden, bought
    return normalise, hidden, (*bought, purchase)


def own_purchases(settings):
    """What the reader bought, round by round, as far as the budget goes."""
    acts = [act.split(":") for act in settings["purchases"].split(",") if act]
    return [purchase for _, purchase in sorted(acts, key=lambda act: int(act[0]))][: settings["budget"]]


class Bench:
    """Every team's clips, and the systems that are trained on them."""

    def __init__(self, settings):
        self.seed, self.teams = settings["seed"], settings["replicas"]
        rng = np.random.default_rng([self.seed, 1])
        self.office = record(rng, self.teams, settings["clips"], OFFICE)
        self.dev = record(rng, self.teams, settings["devClips"], SERVICE)
        # Fresh clips, which nobody chose by. Groups of teams share them.
        self.fresh = record(rng, -(-self.teams // GROUP), FRESH, SERVICE)
        self.group = np.arange(self.teams) // GROUP
        self.bought, self.scores = {}, {}

    def purchase(self, name, time):
        if (name, time) not in self.bought:
            kind = name.removeprefix("data-")
            rng = np.random.default_rng([self.seed, 2, PURCHASES.index(name), time])
            only = kind if kind in TAGS else None
            self.bought[name, time] = record(rng, self.teams, CLIPS_BOUGHT, SERVICE, only)
        return self.bought[name, time]

    def judge(self, system):
        """Which dev clips and which fresh clips a system understands: [team, clip]."""
        if system not in self.scores:
            normalise, hidden, bought = system
            sets = [self.office]
            sets += [self.purchase(name, bought[:at].count(name)) for at, name in enumerate(bought)]
            inputs = np.concatenate([each[normalise] for each in sets], axis=1)
            labels = np.concatenate([each["word"] for each in sets], axis=1)
            # The same random numbers for every system: those of the same size begin with the same weights.
            rng = np.random.default_rng([self.seed, 3])
            networks = train_recognisers(rng, inputs, labels[None], steps=150, hidden=hidden)
            dev = heard_by(networks, self.dev[normalise])[0] == self.dev["word"]
            fresh = heard_by(networks, self.fresh[normalise][self.group])[0] == self.fresh["word"][self.group]
            self.scores[system] = dev, fresh
        return self.scores[system]`;

export const judgingCode = python`
def share_of(right, tagged):
    """Share of the tagged clips that are right, for every team; not a number where no clip has the tag."""
    count = tagged.sum(axis=1)
    return np.where(count > 0, (right * tagged).sum(axis=1) / np.maximum(1, count), np.nan)


def ranks(values):
    """Ranks along the last axis; equal values share the mean of their ranks."""
    above = (values[..., :, None] > values[..., None, :]).sum(axis=-1)
    equal = (values[..., :, None] == values[..., None, :]).sum(axis=-1)
    return above + (equal - 1) / 2


def rank_correlation(a, b):
    """Spearman's rank correlation of the last axis."""
    a, b = (ranks(each) - (each.shape[-1] - 1) / 2 for each in (a, b))
    squares = (a**2).sum(axis=-1) * (b**2).sum(axis=-1)
    return (a * b).sum(axis=-1) / np.sqrt(np.where(squares > 0, squares, 1))


def simulate(settings):
    """Every team at once: the first system, each purchase alone, and the reader's own systems."""
    bench = Bench(settings)
    first = (False, settings["hidden"], ())
    own = [first]
    for purchase in own_purchases(settings):
        own.append(with_purchase(own[-1], purchase))
    alone = [first] + [with_purchase(first, purchase) for purchase in PURCHASES]
    return {
        "dev": bench.dev,
        "alone": [bench.judge(system) for system in alone],
        "own": [bench.judge(system) for system in own],
    }


def error_analysis(dev, right):
    """Of every tag and team: share of the clips, accuracy, human level, gap between the two, and promise."""
    analysis = []
    for tagged in dev["tags"]:
        share, accuracy, human = tagged.mean(axis=1), share_of(right, tagged), share_of(dev["human"], tagged)
        gap = human - accuracy
        promise = np.where(share > 0, np.nan_to_num(gap) * share, 0)
        analysis.append({"share": share, "accuracy": accuracy, "human": human, "gap": gap, "promised": promise})
    return analysis


def figures(result, settings):
    """What the page says of the run, for every team."""
    dev_right, fresh_right = zip(*result["alone"])
    dev, fresh = (np.array([right.mean(axis=1) for right in all_right]) for all_right in (dev_right, fresh_right))
    own_dev, own_fresh = (np.array([pair[at].mean(axis=1) for pair in result["own"]]) for at in (0, 1))
    gains = fresh[1:] - fresh[0]
    numbers = {"Accuracy of the latest system": own_fresh[-1]}
    analysis = error_analysis(result["dev"], dev_right[0])
    for tag, found in zip(TAGS, analysis):
        for name, values in found.items():
            numbers[f"{tag}: {name}"] = values[~np.isnan(values)]
    for purchase, gain in zip(PURCHASES, gains):
        numbers[f"Gain of {purchase}"] = gain
    of_tags = gains[: len(TAGS)].T
    promised, gap = (np.nan_to_num([found[name] for found in analysis]).T for name in ("promised", "gap"))
    numbers["Rank correlation of gains with gap × share"] = rank_correlation(promised, of_tags)
    numbers["Rank correlation of gains with the gap alone"] = rank_correlation(gap, of_tags)
    for at in range(1, len(own_fresh)):
        numbers[f"Purchase {at}: gain"] = own_fresh[at] - own_fresh[at - 1]
        numbers[f"Purchase {at}: accuracy"] = own_fresh[at]
    # The best of all systems by the dev set: what its score there promises too much.
    tries_dev, tries_fresh = np.concatenate([dev, own_dev[2:]]), np.concatenate([fresh, own_fresh[2:]])
    luck = tries_dev - tries_fresh
    best = luck[tries_dev.argmax(axis=0), np.arange(luck.shape[1])]
    numbers["Optimism of the dev set"] = best - luck.mean(axis=0)
    return {name: values for name, values in numbers.items() if len(values)}, {}`;
