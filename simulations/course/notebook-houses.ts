/** The houses of core/worlds/houses.ts in Python, with its own constants. */
import {
  commonChange,
  houseFeatures,
  largestHouse,
  largestVilla,
  priceBeyondLargest,
  pricePerSquareMetre,
  typicalPrice,
} from "../core/worlds/houses";
import { priceChangePerStrength } from "../core/worlds/strength";
import { python } from "../ui/jupyter/python";

export const housesInWords = `A seeded, synthetic town. Each house has twelve features; its price is a typical price of ${typicalPrice} thousand €, plus a slope for each feature, plus noise. Area is worth ${pricePerSquareMetre} thousand € per m² up to ${largestHouse} m², and hardly more beyond. The town's change is a rise of all prices together with new slopes: closeness to a station becomes worth more, energy becomes expensive. One unit of strength moves prices by ${priceChangePerStrength} thousand € (root mean square).`;

const rounded = (value: number): number => Number(value.toPrecision(6));

export const housesCode = python`
# Name, centre, scale, slope (thousand € per scale), part in the town's change. The slope of area is in area_price.
FEATURES = ${houseFeatures.map(({ name, centre, scale, slope, change }) => [name, rounded(centre), rounded(scale), slope, change])}
CENTRES, SCALES, SLOPES, CHANGES = (np.array(column, float) for column in list(zip(*FEATURES))[1:])
# Part of the change that all houses have in common, and the factor that makes its root mean square 1.
COMMON_CHANGE = ${commonChange}
CHANGE_SCALE = 1 / np.sqrt(COMMON_CHANGE**2 + np.sum(CHANGES**2))


def draw_houses(rng, count, villa_share=0.0):
    """Scaled features of houses on sale, one row a house."""
    villa = rng.random(count) < villa_share
    ordinary = CENTRES[0] + SCALES[0] * np.clip(rng.normal(size=count), -2.2, 2.2)
    area = np.where(villa, rng.uniform(${largestHouse}, ${largestVilla}, count), ordinary)
    rooms = 1 + np.minimum(area, ${largestHouse}) / 28 + 0.6 * rng.normal(size=count)
    raw = [
        area,
        rng.exponential(150, count),  # garden
        np.maximum(1, np.round(rooms)),
        rng.integers(1, 4, count),  # bathrooms
        rng.uniform(0, 100, count),  # age
        rng.uniform(0.5, 12, count),  # distance to the centre
        rng.uniform(0.1, 6, count),  # distance to the station
        rng.uniform(0.1, 4, count),  # distance to a school
        rng.integers(1, 4, count),  # floors
        rng.integers(1, 8, count),  # energy class
        rng.normal(58, 6, count),  # street noise
        rng.integers(0, 3, count),  # parking spaces
    ]
    return (np.column_stack(raw) - CENTRES) / SCALES


def area_price(area):
    ordinary = np.minimum(area, ${largestHouse})
    return ${pricePerSquareMetre} * (ordinary - CENTRES[0]) + ${priceBeyondLargest} * (area - ordinary)


def house_price(z, change):
    """Price without noise in thousand €; change is strength times level."""
    price = ${typicalPrice} + area_price(CENTRES[0] + SCALES[0] * z[:, 0]) + z @ SLOPES
    changing = z.copy()
    # Villas share in the change as the largest ordinary house does.
    changing[:, 0] = np.minimum(z[:, 0], (${largestHouse} - CENTRES[0]) / SCALES[0])
    delta = CHANGE_SCALE * (COMMON_CHANGE + changing @ CHANGES)
    return price + change * ${priceChangePerStrength} * delta`;
