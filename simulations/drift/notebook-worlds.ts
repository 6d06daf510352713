/** The injector's worlds and models in Python: each world defines `training`, `month` and `calm` samples, `train` and `predict`. */
import { typicalPrice, usualHouseNoise } from "../core/worlds/houses";
import { inflationPerStrength } from "../core/worlds/strength";
import { housesCode, housesInWords } from "../course/notebook-houses";
import { linearCode, linearInWords, networkCode, networkInWords } from "../course/notebook-models";
import { queriesCode, queriesInWords } from "../course/notebook-queries";
import { weatherCode, weatherInWords } from "../course/notebook-weather";
import { joined, type Python, python } from "../ui/jupyter/python";
import { coveredShare, type DriftValues } from "./knobs";

const dataDrift = (place: string) =>
  `Data drift brings examples from a new place: ${place}. When training has seen that place, ${100 * coveredShare} % of its examples came from there.`;

/** Samples of a world whose inputs and answers are drawn apart. */
const samplesCode = python`
def drift_level(settings, month):
    if settings["kind"] == "none" or settings["strength"] == 0:
        return 0.0, False
    return drift_at(settings["shape"], month, settings["onset"])


def new_place_share(settings, level):
    """Share of a month's examples from the place that the data drifts to."""
    seen = ${coveredShare} if settings["coverage"] == "covered" else 0.0
    if settings["kind"] in ("none", "concept"):
        return seen
    return seen + (1 - seen) * min(0.8, 0.8 * settings["strength"] / 4) * level


def training_sample(rng, settings):
    count = min(5000, max(1200, 4 * settings["examplesPerMonth"]))
    inputs = draw_inputs(rng, count, new_place_share(settings, 0))
    return inputs, draw_answers(rng, inputs, np.zeros(count))


def month_sample(rng, settings, month):
    count = settings["examplesPerMonth"]
    level, mixed = drift_level(settings, month)
    inputs = draw_inputs(rng, count, new_place_share(settings, level))
    # Under data drift alone the answers to the same inputs stay.
    levels = np.zeros(count) if settings["kind"] == "data" else draw_levels(rng, level, mixed, count)
    return inputs, draw_answers(rng, inputs, settings["strength"] * levels)


def calm_sample(rng, settings, month):
    """Inputs as they were in training: what no drift looks like."""
    return draw_inputs(rng, settings["examplesPerMonth"], new_place_share(settings, 0))`;

const neverAgain = " It is trained before month 0 and never again.";

const driftModelCode = (hidden: number, classify: boolean, targetScale: number): Python => python`
HIDDEN = ${hidden}
CLASSIFY = ${classify}
TARGET_SCALE = ${targetScale}  # the network learns targets in this unit


${networkCode}


def train(rng, inputs, targets):
    return train_network(rng, inputs, targets / TARGET_SCALE, HIDDEN, CLASSIFY)


def predict(model, inputs):
    return TARGET_SCALE * predict_network(model, inputs, CLASSIFY)`;

interface WorldInPython {
  readonly words: string;
  readonly samples: Python;
  readonly model: string;
  readonly modelCode: Python;
  readonly classify: boolean;
  readonly unit: string;
}

export const worldsInPython: Readonly<Record<DriftValues["world"], WorldInPython>> = {
  houses: {
    words: `${housesInWords.split(" The town's change")[0]} Here the concept drift is inflation: each unit of strength raises every price by ${100 * inflationPerStrength} %. ${dataDrift("villas")}`,
    samples: joined([
      housesCode,
      python`
draw_inputs = draw_houses


def draw_answers(rng, houses, change):
    """Prices above the typical one, in thousand €. Inflation raises each of them."""
    prices = house_price(houses, 0) * (1 + ${inflationPerStrength} * change)
    return prices + ${usualHouseNoise} * rng.normal(size=len(houses)) - ${typicalPrice}`,
      samplesCode,
    ]),
    model: networkInWords("6", "300", 64) + neverAgain,
    modelCode: driftModelCode(6, false, 80),
    classify: false,
    unit: "root mean square error in thousand €",
  },
  queries: {
    words: `${queriesInWords} ${dataDrift("an actor becomes famous, and many queries arrive about that name")}`,
    samples: joined([
      queriesCode,
      python`
draw_inputs = draw_queries
draw_answers = label_queries`,
      samplesCode,
    ]),
    model: networkInWords("8", "300", 64) + neverAgain,
    modelCode: driftModelCode(8, true, 1),
    classify: true,
    unit: "misclassified queries in %",
  },
  weather: {
    words: `${weatherInWords} Training covers the year 2012, or only its first three months; the release is in January 2013. Any drift brings days from New York.`,
    samples: joined([
      weatherCode,
      python`
RELEASE = 12  # January 2013, counted from January 2012


def training_months(settings):
    return 12 if settings["coverage"] == "covered" else 3


def days_a_month(settings, month):
    return min(settings["examplesPerMonth"], MONTH_LENGTHS[RELEASE + month])


def training_sample(rng, settings):
    months = training_months(settings)
    return draw_days(rng, 0, months, MONTH_STARTS[months], 0.0)


def month_sample(rng, settings, month):
    level = 0.0
    if settings["kind"] != "none" and settings["strength"] > 0:
        level, _ = drift_at(settings["shape"], month, settings["onset"])
    share = min(1, settings["strength"] / 2) * level
    return draw_days(rng, RELEASE + month, 1, days_a_month(settings, month), share)


def calm_sample(rng, settings, month):
    """Inputs as they were in training: what no drift looks like."""
    return draw_days(rng, 0, training_months(settings), days_a_month(settings, month), 0.0)[0]`,
    ]),
    model: linearInWords + neverAgain,
    modelCode: python`
CLASSIFY = False
TARGET_SCALE = 1.0
${linearCode}


def train(rng, inputs, targets):
    return fit_linear(inputs, targets, np.ones(len(inputs)))


def predict(model, inputs):
    return with_constant(inputs) @ model`,
    classify: false,
    unit: "root mean square error in °C",
  },
};
