/** The pictures of phones of core/worlds/phones.ts in Python, and what a network is shown of them. */
import { PHONE_LINES } from "../core/worlds/phones";
import { python } from "../ui/jupyter/python";

export const phonesInWords =
  "Small grey pictures of phone screens, scratched or not, from four production lines with different lighting. A picture is a brightness with a gradient, a round spot of glare, noise, and on three of ten phones a straight scratch. On the new line a scratch is darker than its surroundings, on the others brighter. The network is shown every pixel relative to the picture's mean, and the mean.";

export const phonesCode = python`
# Lighting of each line: brightness, gradient and its direction in degrees, glare, noise, contrast of a scratch.
LINES = ${Object.fromEntries(
  PHONE_LINES.map(({ name, brightness, gradient, gradientDirection, glare, noise, contrast }) => [
    name,
    [brightness, gradient, gradientDirection, glare, noise, contrast],
  ]),
)}
SIDE = 8
SCRATCH_SHARE, SCRATCH_STRENGTH, SCRATCH_WIDTH = 0.3, 0.6, 0.6


def draw_phones(rng, count, line_shares=(0.25, 0.25, 0.25, 0.25)):
    """Features of the pictures, which phones are scratched, and each phone's line."""
    line = rng.choice(len(LINES), count, p=line_shares)
    scratched = rng.random(count) < SCRATCH_SHARE
    brightness, gradient, direction, glare, noise, contrast = np.array(list(LINES.values()))[line].T[:, :, None, None]
    x, y = np.arange(SIDE)[None, None, :], np.arange(SIDE)[None, :, None]

    def between(low, high):
        return rng.uniform(low, high, count)[:, None, None]

    middle, angle = (SIDE - 1) / 2, np.radians(direction)
    slope = gradient / SIDE * (np.cos(angle) * (x - middle) + np.sin(angle) * (y - middle))
    spot_x, spot_y, spot_width = between(0, SIDE), between(0, SIDE), SIDE * between(0.15, 0.25)
    spot = np.exp(-((x - spot_x) ** 2 + (y - spot_y) ** 2) / (2 * spot_width**2))
    # A scratch runs through a point of the inner picture and ends where it is worn out.
    through_x, through_y = SIDE * between(0.25, 0.75), SIDE * between(0.25, 0.75)
    cut, half_length = between(0, np.pi), SIDE * between(0.25, 0.45)
    along = np.abs((x - through_x) * np.cos(cut) + (y - through_y) * np.sin(cut))
    across = (y - through_y) * np.cos(cut) - (x - through_x) * np.sin(cut)
    beyond = np.maximum(0, along - half_length)
    depth = scratched[:, None, None] * SCRATCH_STRENGTH * contrast * between(0.7, 1.3)
    scratch = np.exp(-(across**2 + beyond**2) / (2 * SCRATCH_WIDTH**2))
    grey = brightness + slope + glare * spot + depth * scratch + noise * rng.normal(size=(count, SIDE, SIDE))
    pixels = np.clip(grey, 0, 1).reshape(count, -1)
    mean = pixels.mean(axis=1, keepdims=True)
    return np.hstack([(pixels - mean) / 0.1, (mean - 0.45) / 0.1]), scratched, line`;
