/** The voice-command project in Python: what a team records, its three models, the release and the year after it. */
import { python } from "../ui/jupyter/python";
import { conditions } from "./frames";
import { arrivalMonth, budgetClips, clipsAMonth, device, months, newShare, replyMonth, testsAPlace } from "./plan";

export const recordedCode = python`
CONDITIONS = ${[...conditions]}
MONTHS, CLIPS_A_MONTH, ARRIVES, REPLY = ${months}, ${clipsAMonth}, ${arrivalMonth}, ${replyMonth}
NEW_SHARE = ${newShare}  # % of the traffic, from the month of arrival on
TESTS_A_PLACE, BUDGET = ${testsAPlace}, ${budgetClips}


def new_places(rng, settings):
    """The number of each team's new place; none is an array of −1."""
    if settings["newCondition"] == "none":
        return np.full(settings["replicas"], -1)
    drawn = settings["newCondition"] == "drawn"
    names = ["hiss", "far"] if drawn else [settings["newCondition"]]
    return rng.choice([PLACES.index(name) for name in names], settings["replicas"])


def record(rng, place):
    """A clip for each place [team, clip]: features, and the clips themselves."""
    clips = draw_clips(rng, place.size, place=place.ravel())
    return features(clips).reshape(*place.shape, -1), clips


def usual_places(rng, teams, count):
    return rng.choice(USUAL, (teams, count))


def label(rng, clips, teams, settings):
    """Labels of people of whom only some follow the guide."""
    follows = rng.random(len(clips["word"])) < settings["consistent"] / 100
    return labels_by(rng, clips, follows).reshape(teams, -1)


def traffic_places(rng, new):
    """Where the commands of a year come from, month by month: [team, clip]."""
    place = usual_places(rng, len(new), MONTHS * CLIPS_A_MONTH)
    month = 1 + np.arange(MONTHS * CLIPS_A_MONTH) // CLIPS_A_MONTH
    of_month = np.arange(MONTHS * CLIPS_A_MONTH) % CLIPS_A_MONTH
    is_new = (month >= ARRIVES) & (of_month < CLIPS_A_MONTH * NEW_SHARE / 100)
    return np.where(is_new & (new >= 0)[:, None], new[:, None], place)`;

export const projectCode = python`
MS_A_FRAME, MS_A_MULTIPLY_ADD = ${device.msPerFrame}, ${device.msPerMultiplyAdd}
RESPONSES = {"nothing": "Nothing", "model": "Back to modelling", "data": "Back to data"}
STEPS = 200


def right(networks, inputs, clips):
    """Whether the word of each clip was understood: [team, clip]."""
    heard = heard_by(networks, inputs)[0]
    return heard == clips["word"].reshape(heard.shape)


def simulate(settings):
    """Every team at once, each with clips of its own."""
    rng, teams, hidden = np.random.default_rng(settings["seed"]), settings["replicas"], settings["hidden"]
    new = new_places(rng, settings)
    inputs, clips = record(rng, usual_places(rng, teams, settings["clips"]))
    labels = label(rng, clips, teams, settings)
    # Going back to data: more clips, of the new place where there is one.
    added_places = np.where((new >= 0)[:, None], new[:, None], usual_places(rng, teams, BUDGET))
    added, added_clips = record(rng, added_places)
    more = np.concatenate([inputs, added], axis=1)
    more_labels = np.concatenate([labels, label(rng, added_clips, teams, settings)], axis=1)
    models = {
        "nothing": train_recognisers(rng, inputs, labels[None], STEPS, hidden),
        "model": train_recognisers(rng, inputs, labels[None], 2 * STEPS, 2 * hidden),
        "data": train_recognisers(rng, more, more_labels[None], STEPS, hidden),
    }
    # The release test has the same number of clips from each usual place.
    tested = np.repeat([PLACES.index(name) for name in CONDITIONS], TESTS_A_PLACE)
    test, test_clips = record(rng, np.tile(tested, (teams, 1)))
    year, year_clips = record(rng, traffic_places(rng, new))
    return {
        "wrong labels": np.mean(labels != clips["word"].reshape(labels.shape), axis=1),
        "test": right(models["nothing"], test, test_clips).reshape(teams, len(CONDITIONS), TESTS_A_PLACE),
        "frames": test_clips["frames"].reshape(teams, -1),
        "year": {
            name: right(model, year, year_clips).reshape(teams, MONTHS, CLIPS_A_MONTH).mean(axis=2)
            for name, model in models.items()
        },
    }


def figures(result, settings):
    """What the page says of the run, for every team."""
    accuracy = result["test"].mean(axis=(1, 2))
    # A constant is added for free on the device: it multiplies features and hidden units only.
    multiply_adds = settings["hidden"] * (64 + len(WORDS))
    latency = MS_A_FRAME * result["frames"] + MS_A_MULTIPLY_ADD * multiply_adds
    latency_p95, throughput = np.quantile(latency, 0.95, axis=1), 1000 / latency.mean(axis=1)
    numbers = {
        "Accuracy at the release": accuracy,
        "Latency on the device, p95 in ms": latency_p95,
        "Throughput on the device, a second": throughput,
        "Wrong labels": result["wrong labels"],
    }
    for place, by_place in zip(CONDITIONS, result["test"].mean(axis=2).T):
        numbers[f"Accuracy at the release, {place}"] = by_place
    before = result["year"]["nothing"][:, ARRIVES - 1 : REPLY - 1]
    numbers[f"Accuracy in months {ARRIVES} to {REPLY - 1}"] = before.mean(axis=1)
    for name, response in RESPONSES.items():
        numbers[f"{response}: accuracy from month {REPLY}"] = result["year"][name][:, REPLY - 1 :].mean(axis=1)
    met = (
        (100 * accuracy >= settings["targetAccuracy"])
        & (latency_p95 <= settings["targetLatency"])
        & (throughput >= settings["targetThroughput"])
    )
    return numbers, {"Target met at the release": met}`;
