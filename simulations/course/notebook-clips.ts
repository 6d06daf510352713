/**
 * The clips of spoken words of core/worlds/clips/ for a notebook: the powers of every word and of the places' noise as data, how clips
 * are drawn, and the 64 numbers that a recogniser reads. Computed from the recordings when a notebook is asked for: nothing of it is
 * in a page before.
 */
import { alikeByNumber, wantedBy } from "../core/worlds/clips/annotators";
import { bandCount } from "../core/worlds/clips/mel";
import {
  acoustics,
  echoedPowers,
  echoFrames,
  noiseFrames,
  noiseOf,
  type Place,
  selfNoise,
  usualPlaces,
} from "../core/worlds/clips/places";
import { pitches, spoken, stretches, voices, words } from "../core/worlds/clips/words";
import { type Cell, data } from "../ui/jupyter/cells";
import { encodedText, type Python, python } from "../ui/jupyter/python";

export const clipsInWords = `Clips of one spoken word each: ${words.length} words of Google's Speech Commands set, spoken by ${voices.length} voices of the speech synthesiser CMU Flite, at ${stretches.length} rates of speech and ${pitches.length} pitches, with silence before and after the word and the noise of a place. A frame is 10 ms long and holds the power in ${bandCount} bands of frequencies (mel scale, 100 to 3,800 Hz). The next cell has these powers for each word and each noise; powers of sounds that know nothing of each other add, so that a clip is a sum. The powers are rounded to a third of a decibel.

**Left out:** waveforms. Nothing can be heard here; recognisers read powers only, on the page too.`;

const stepsADecibel = 3;
/** dB of byte 1; byte 0 is silence. Far below the microphone's own noise. */
const lowest = -72;

/** Powers as bytes: thirds of a decibel. */
function bytesOf(powers: Float32Array): string {
  let text = "";
  for (const power of powers) {
    const steps = Math.round(stepsADecibel * (10 * Math.log10(power) - lowest));
    text += String.fromCharCode(Math.min(255, Math.max(0, steps)));
  }
  return text;
}

interface Renditions {
  readonly frames: readonly number[];
  readonly bytes: string;
}

/** Each word of each voice at each rate and pitch, one after the other. */
function renditions(): Renditions {
  const frames: number[] = [];
  let bytes = "";
  for (const [word] of words.entries())
    for (const [voice] of voices.entries())
      for (const [stretch] of stretches.entries())
        for (const [pitch] of pitches.entries()) {
          const said = spoken(word, voice, stretch, pitch);
          frames.push(said.frames);
          bytes += bytesOf(said.powers);
        }
  return { frames, bytes };
}

/** @param places where clips of the notebook are spoken: the usual ones, and what is new */
export function clipsData(places: readonly Place[] = usualPlaces): Cell {
  const { frames, bytes } = renditions();
  const noise = places.map((place) => bytesOf(noiseOf(place).powers)).join("");
  return data(
    "clips-data",
    python`
import base64

BANDS = ${bandCount}
# Frames of each word, as each voice speaks it at each rate of speech and pitch.
FRAMES = np.array(${frames})


def powers_of(text):
    """Powers [frame, band] from bytes: thirds of a decibel, and 0 for silence."""
    steps = np.frombuffer(base64.b64decode(text), np.uint8).reshape(-1, BANDS).astype(float)
    return np.where(steps > 0, 10 ** ((${lowest} + steps / ${stepsADecibel}) / 10), 0)


# The words, one after the other.
SPOKEN = np.split(powers_of(${encodedText(btoa(bytes))}), np.cumsum(FRAMES)[:-1])

# Four seconds of each place's noise; it repeats.
NOISE_FRAMES = ${noiseFrames}
NOISES = powers_of(${encodedText(btoa(noise))}).reshape(-1, NOISE_FRAMES, BANDS)`,
  );
}

const of = (places: readonly Place[]) => places.map((place) => acoustics[place]);
/** Share of an echo's power that is left a frame later, read from the echo of one frame. */
function echoStays(): number {
  const one = echoedPowers(new Float32Array(bandCount).fill(1), 1);
  return Number((one[bandCount]! / one[0]!).toPrecision(6));
}

export function clipsCode(places: readonly Place[] = usualPlaces): Python {
  return python`
WORDS = ${[...words]}
PLACES = ${[...places]}
VOICES, WAYS = ${voices.length}, ${stretches.length * pitches.length}  # voices, and ways in which each voice speaks a word
USUAL = ${usualPlaces.map((place) => places.indexOf(place))}
# Of each place: dB by which noise is weaker than asked for, dB that everything arrives quieter, the echo's share.
MARGIN = np.array(${of(places).map(({ margin }) => margin)})
LOSS = np.array(${of(places).map(({ loss }) => loss)})
ECHO = np.array(${of(places).map(({ echo }) => echo)})
# What the place's microphone lets through of each band, as a factor of power.
GAINS = np.array(${of(places).map(({ microphone }) => Array.from(microphone.gains, (gain) => Number(gain.toPrecision(5))))})
SELF_NOISE = ${Number(selfNoise.toPrecision(6))}  # of the microphone, in each band
ECHO_FRAMES, ECHO_STAYS = ${echoFrames}, ${echoStays()}
LONGEST = FRAMES.max() + ECHO_FRAMES


def summed(powers):
    """Sums of powers up to the beginning of each frame: the power of any stretch is a difference of two."""
    return np.concatenate([np.zeros((1, BANDS)), np.cumsum(powers, axis=0)])


def with_echo(powers, echo):
    """A word as it is heard in a room, with silence after it."""
    heard = np.zeros((LONGEST, BANDS))
    heard[: len(powers)] = powers
    if echo:
        there, left = heard.copy(), np.zeros(BANDS)
        for frame in range(LONGEST):
            left = ECHO_STAYS * left + (1 - ECHO_STAYS) * there[frame]
            heard[frame] = (1 - echo) * there[frame] + echo * left
    return heard


ECHOES = np.unique(ECHO)
WORD_SUMS = np.array([[summed(with_echo(powers, echo)) for powers in SPOKEN] for echo in ECHOES])
NOISE_SUMS = np.array([summed(np.concatenate([noise, noise])) for noise in NOISES])


def draw_clips(rng, count, place=None, voice=None, snr=15.0, level=(0.0, 5.0), silence=(3, 20)):
    """Clips as a dictionary: an array with a value for each clip under every name. Usual places and all voices unless given."""
    place = rng.choice(USUAL, count) if place is None else place
    voice = rng.integers(0, VOICES, count) if voice is None else voice
    word = rng.integers(0, len(WORDS), count)
    rendition = (word * VOICES + voice) * WAYS + rng.integers(0, WAYS, count)
    before, after = rng.integers(silence[0], silence[1] + 1, (2, count))
    return {
        "word": word,
        "rendition": rendition,
        "place": place,
        "before": before,
        "frames": before + FRAMES[rendition] + after,
        "level": rng.normal(*level, count) - LOSS[place],
        "snr": snr + MARGIN[place],
        "noise_at": rng.integers(0, NOISE_FRAMES, count),
    }


def taken(clips, which):
    """Some clips of many."""
    return {name: values[which] for name, values in clips.items()}


def sums_at(sums, which, frame):
    """Sums up to a frame, which may be a broken number, and which lies before or after the sound at times."""
    frame = np.clip(frame, 0, sums.shape[-2] - 1)
    whole = np.minimum(frame.astype(int), sums.shape[-2] - 2)
    low, high = sums[(*which, whole)], sums[(*which, whole + 1)]
    return low + (frame - whole)[..., None] * (high - low)


def mean_powers(clips):
    """Mean power of each band in eight equal parts of each clip: [clip, part, band]."""
    place = clips["place"]
    edges = np.arange(9) / 8 * clips["frames"][:, None]
    echo = np.searchsorted(ECHOES, ECHO[place])[:, None]
    words = sums_at(WORD_SUMS, (echo, clips["rendition"][:, None]), edges - clips["before"][:, None])
    noise = sums_at(NOISE_SUMS, (place[:, None],), edges + clips["noise_at"][:, None])
    sound = np.diff(words + 10 ** (-clips["snr"] / 10)[:, None, None] * noise, axis=1)
    loud = 10 ** (clips["level"] / 10) / (clips["frames"] / 8)
    return loud[:, None, None] * GAINS[place][:, None, :] * sound + SELF_NOISE


# Discrete cosine transform: of the levels of twelve bands to eight coefficients.
COSINES = np.cos(np.pi * np.arange(8)[:, None] * (np.arange(BANDS) + 0.5) / BANDS)


def coefficients(powers, normalise):
    """Mel-frequency cepstral coefficients of each part; normalised, every clip has the same mean power."""
    if normalise:
        powers = powers / powers.sum(axis=2).mean(axis=1)[:, None, None]
    return (10 * np.log10(powers) @ COSINES.T).reshape(len(powers), -1)


# Every feature is scaled by its mean and spread over clips of the usual places.
usual_clips = coefficients(mean_powers(draw_clips(np.random.default_rng(1), 400)), normalise=True)
CENTRE, SPREAD = usual_clips.mean(axis=0), usual_clips.std(axis=0)


def features_of(powers, normalise=True):
    """What a recogniser reads of mean powers in eight parts: a constant and 64 numbers."""
    scaled = (coefficients(powers, normalise) - CENTRE) / SPREAD
    return np.column_stack([np.ones(len(scaled)), scaled])


def features(clips, normalise=True):
    return features_of(mean_powers(clips), normalise)`;
}

/** core/models/recogniser.ts */
export const recogniserInWords =
  "A small neural network with one hidden layer (tanh) and a softmax over the eight words, trained by Adam on batches of 32 clips, with a step size that falls to 0 along a cosine. Many networks are trained at once: `labels` may hold several kinds of labels for the same clips, and the networks of a replica then begin with the same weights and see the same batches.";

export const recogniserCode = python`
def softmax(scores):
    chances = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return chances / chances.sum(axis=-1, keepdims=True)


def train_recognisers(rng, inputs, labels, steps=200, hidden=16, batch=32, rate=0.025):
    """Networks [kind, replica] from inputs [replica, clip, feature] and labels [kind, replica, clip]."""
    kinds, replicas, clips = labels.shape
    columns, outputs = inputs.shape[2], len(WORDS)
    first = [
        rng.normal(0, 1 / np.sqrt(columns), (replicas, columns, hidden)),
        rng.normal(0, 0.5 / np.sqrt(hidden), (replicas, hidden, outputs)),
        np.zeros((replicas, 1, outputs)),
    ]
    parameters = [np.repeat(p[None], kinds, axis=0) for p in first]
    means, squares = ([np.zeros_like(p) for p in parameters] for _ in range(2))
    one_hot, replica = np.eye(outputs)[labels], np.arange(replicas)[:, None]
    for step in range(1, steps + 1):
        chosen = rng.integers(0, clips, (replicas, batch))
        x = inputs[replica, chosen]
        W, V, c = parameters
        a = np.tanh(x @ W)
        error = (softmax(a @ V + c) - one_hot[:, replica, chosen]) / batch
        back = (error @ V.swapaxes(-1, -2)) * (1 - a**2)
        gradients = [
            x.swapaxes(-1, -2) @ back,
            a.swapaxes(-1, -2) @ error,
            error.sum(axis=-2, keepdims=True),
        ]
        # Adam (Kingma and Ba 2015)
        now = rate * 0.5 * (1 + np.cos(np.pi * (step - 1) / steps))
        for p, g, m, s in zip(parameters, gradients, means, squares):
            m += 0.1 * (g - m)
            s += 0.001 * (g * g - s)
            p -= now * (m / (1 - 0.9**step)) / (np.sqrt(s / (1 - 0.999**step)) + 1e-8)
    return parameters


def chances_of(networks, inputs):
    """How probable each word is in each clip, by each network."""
    W, V, c = networks
    return softmax(np.tanh(inputs @ W) @ V + c)


def heard_by(networks, inputs):
    """The likeliest word: [kind, replica, clip]."""
    return chances_of(networks, inputs).argmax(axis=-1)`;

/** core/worlds/clips/annotators.ts */
export const annotatorsCode = python`
# Of each word, the two words that sound most alike (or one of them twice), and what a speaker wants who says it.
ALIKE = np.array(${alikeByNumber.map((others) => [others[0]!, others.at(-1)!])})
WANTED = np.array(${words.map((_, word) => wantedBy(word))})
MUFFLED = [PLACES.index(place) for place in ("narrow", "far") if place in PLACES]


def mishearing(clips):
    """How probable it is that a careful listener hears another word."""
    noise = 0.45 / (1 + np.exp((clips["snr"] - 2) / 3))
    return 0.02 + noise + 0.05 * np.isin(clips["place"], MUFFLED)


def heard_by_people(rng, clips):
    """The word that a careful listener hears in each clip."""
    misheard = rng.random(len(clips["word"])) < mishearing(clips)
    instead = ALIKE[clips["word"], rng.integers(0, 2, len(clips["word"]))]
    return np.where(misheard, instead, clips["word"])


def labels_by(rng, clips, follows_guide):
    """The label that a person writes: the word, or by habit what the speaker wants."""
    heard = heard_by_people(rng, clips)
    return np.where(follows_guide, heard, WANTED[heard])`;
