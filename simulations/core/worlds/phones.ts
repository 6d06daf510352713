/**
 * Small grey pictures of phone screens from a production line, scratched or not.
 *
 *   pixel = brightness + gradient · slope(x, y) + glare · spot(x, y) + contrast · scratch(x, y) + noise, cut to 0 … 1
 *
 * slope: a plane from −½ to ½ across the picture in the line's direction; spot: a round Gaussian at a place that moves
 * from picture to picture; scratch: a straight cut with a Gaussian profile. Whether a scratch shines or is dark is a
 * matter of lighting: light from the side makes it bright on a dark screen (dark field), light from the front makes it
 * dark on a bright one (bright field). Source of that physics: Born and Wolf, Principles of Optics (1959), dark-ground
 * illumination. A model that never saw a lighting cannot know which to look for.
 *
 * Each picture takes the same draws whatever the options say, so two worlds that differ in one parameter show the same
 * phones.
 *
 * @example drawPhones(createRandom(7, "phones", 0), 3).images.length // 3 · 144
 */
import {
  checkBetween,
  checkNotEmpty,
  checkNotNegative,
  checkProbability,
  checkSameLength,
  checkWholeNumber,
} from "../check";
import type { Random } from "../random";

/** The lighting of one production line. Levels are grey values, 0 black to 1 white. */
export interface PhoneLine {
  readonly name: string;
  readonly brightness: number;
  /** Difference in grey between the two sides of the picture. */
  readonly gradient: number;
  /** Direction in which it gets brighter, in degrees from the x axis. */
  readonly gradientDirection: number;
  /** Height of the light spot. */
  readonly glare: number;
  /** Standard deviation of each pixel's noise. */
  readonly noise: number;
  /** Grey of a scratch of strength 1 against its surroundings, below 0 when scratches are dark. */
  readonly contrast: number;
}

export const PHONE_LINES: readonly PhoneLine[] = [
  { name: "hall A", brightness: 0.35, gradient: 0.1, gradientDirection: 20, glare: 0.08, noise: 0.04, contrast: 1 },
  { name: "hall B", brightness: 0.45, gradient: 0.2, gradientDirection: 110, glare: 0.15, noise: 0.05, contrast: 0.8 },
  {
    name: "night shift",
    brightness: 0.22,
    gradient: 0.12,
    gradientDirection: 200,
    glare: 0.1,
    noise: 0.06,
    contrast: 0.8,
  },
  {
    name: "new line",
    brightness: 0.7,
    gradient: 0.15,
    gradientDirection: 250,
    glare: 0.15,
    noise: 0.05,
    contrast: -0.8,
  },
];

export interface PhoneOptions {
  /** Side of the square picture in pixels, at least 6. */
  readonly size?: number;
  readonly lines?: readonly PhoneLine[];
  /** Relative share of each line; equal when left out. */
  readonly lineShares?: readonly number[];
  /** Share of phones that are scratched. */
  readonly scratchShare?: number;
  /** How deep scratches are, as a factor on each line's contrast. */
  readonly scratchStrength?: number;
}

export interface PhoneBatch {
  readonly count: number;
  readonly size: number;
  /** Grey values 0 … 1, [count, size · size] row by row. */
  readonly images: Float32Array;
  /** 1 when scratched, [count]. */
  readonly scratched: Uint8Array;
  /** Position of the picture's line in `lines`, [count]. */
  readonly line: Uint8Array;
}

const SCRATCH_WIDTH = 0.6;
const MOST_SIDE = 64;
/** The light spot along the picture's first side, for the phone that is being drawn. */
const spotColumns = new Float64Array(MOST_SIDE);

/** Draws `count` phones. @throws RangeError naming the option that is out of range. */
export function drawPhones(random: Random, count: number, options: PhoneOptions = {}): PhoneBatch {
  const { size = 12, lines = PHONE_LINES, scratchShare = 0.3, scratchStrength = 0.4 } = options;
  checkWholeNumber("count", count);
  checkWholeNumber("size", size, 6, MOST_SIDE);
  checkNotEmpty("lines", lines);
  checkProbability("scratchShare", scratchShare);
  checkNotNegative("scratchStrength", scratchStrength);
  const upTo = cumulativeShares(options.lineShares ?? lines.map(() => 1), lines);
  const pixels = size * size;
  const images = new Float32Array(count * pixels);
  const scratched = new Uint8Array(count);
  const line = new Uint8Array(count);
  const noise = new Float64Array(pixels);
  // #region excerpt: phone
  for (let i = 0; i < count; i++) {
    const place = random.uniform();
    line[i] = upTo.findIndex((share) => place < share);
    scratched[i] = random.uniform() < scratchShare ? 1 : 0;
    const lighting = lines[line[i]!]!;
    const strength = scratched[i] ? scratchStrength : 0;
    drawPhone(random, images.subarray(i * pixels, (i + 1) * pixels), size, lighting, strength, noise);
  }
  // #endregion
  return { count, size, images, scratched, line };
}

/** Beyond this exponent a scratch adds less than a double of a grey value can hold. */
const FAINTEST = 50;

function drawPhone(
  random: Random,
  image: Float32Array,
  size: number,
  lighting: PhoneLine,
  strength: number,
  noise: Float64Array,
): void {
  const middle = (size - 1) / 2;
  const direction = (lighting.gradientDirection * Math.PI) / 180;
  const slopeX = (lighting.gradient * Math.cos(direction)) / size;
  const slopeY = (lighting.gradient * Math.sin(direction)) / size;
  const spotX = size * random.uniform();
  const spotY = size * random.uniform();
  const spotWidth = size * (0.15 + 0.1 * random.uniform());
  // A scratch runs through a point of the inner picture and ends where it is worn out.
  const throughX = size * (0.25 + 0.5 * random.uniform());
  const throughY = size * (0.25 + 0.5 * random.uniform());
  const angle = Math.PI * random.uniform();
  const halfLength = size * (0.25 + 0.2 * random.uniform());
  const depth = strength * lighting.contrast * (0.7 + 0.6 * random.uniform());
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  random.normals(noise);
  for (let y = 0, k = 0; y < size; y++) {
    // A round spot is the product of two curves, one along each side.
    const spotRow = lighting.glare * Math.exp(-((y - spotY) ** 2) / (2 * spotWidth ** 2));
    for (let x = 0; x < size; x++, k++) {
      if (y === 0) spotColumns[x] = Math.exp(-((x - spotX) ** 2) / (2 * spotWidth ** 2));
      let grey = lighting.brightness + slopeX * (x - middle) + slopeY * (y - middle) + spotRow * spotColumns[x]!;
      if (depth !== 0) {
        const along = Math.abs((x - throughX) * cos + (y - throughY) * sin);
        const across = (y - throughY) * cos - (x - throughX) * sin;
        const beyond = Math.max(0, along - halfLength);
        const fall = (across * across + beyond * beyond) / (2 * SCRATCH_WIDTH ** 2);
        if (fall < FAINTEST) grey += depth * Math.exp(-fall);
      }
      image[k] = Math.min(1, Math.max(0, grey + lighting.noise * noise[k]!));
    }
  }
}

function cumulativeShares(shares: readonly number[], lines: readonly PhoneLine[]): number[] {
  checkSameLength("lines", lines, "lineShares", shares);
  shares.forEach((share, i) => {
    checkNotNegative(`lineShares[${i}]`, share);
  });
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) throw new RangeError("lineShares must hold a share above 0, got only zeros");
  checkBetween("lines", lines.length, 1, 255);
  let sum = 0;
  const last = shares.findLastIndex((share) => share > 0);
  return shares.map((share, i) => {
    sum += share;
    // Rounding must not leave a gap below 1.
    return i >= last ? 1 : sum / total;
  });
}
