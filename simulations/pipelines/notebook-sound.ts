/** The first two stages of the pipeline in Python: recordings, what the phone makes of them, and the voice-activity detector. */
import { microphone } from "../core/worlds/clips/places";
import { python } from "../ui/jupyter/python";
import { window } from "./frames";
import { brightLoss } from "./plan";

export const recordingsCode = python`
RECORDINGS, SAID = ${window.recordings}, ${window.words}  # of a window, and words in each
PAUSE = ${window.pause.min}, ${window.pause.max}  # frames before, between and after the words
HEARD_IN = [PLACES.index("quiet"), PLACES.index("car")]
BRIGHT = np.array(${Array.from(microphone(brightLoss).gains, (gain) => Number(gain.toPrecision(5)))})  # of the new microphone


def draw_recordings(rng, count, snr):
    """Several words in each, with pauses: what is said and when, and the powers [recording, frame, band]."""
    word = rng.integers(0, len(WORDS), (count, SAID))
    rendition = word * VOICES * WAYS + rng.integers(0, VOICES * WAYS, (count, SAID))
    length, pause = FRAMES[rendition], rng.integers(PAUSE[0], PAUSE[1] + 1, (count, SAID + 1))
    at = np.cumsum(pause[:, :-1] + length, axis=1) - length
    frames = at[:, -1] + length[:, -1] + pause[:, -1]
    place = rng.choice(HEARD_IN, count)
    time = (rng.integers(0, NOISE_FRAMES, count)[:, None] + np.arange(frames.max())) % NOISE_FRAMES
    sound = 10 ** (-(snr + MARGIN[place]) / 10)[:, None, None] * NOISES[place[:, None], time]
    for r in range(count):
        for said, start in zip(rendition[r], at[r]):
            sound[r, start : start + FRAMES[said]] += SPOKEN[said]
    loud = 10 ** ((rng.normal(0, 5, count) - LOSS[place]) / 10)
    powers = loud[:, None, None] * GAINS[place][:, None, :] * sound + SELF_NOISE
    return {"word": word, "at": at, "end": at + length, "frames": frames, "powers": powers}


def automatic_gain(powers):
    """Makes sound louder where it has been quiet: follows the level fast upwards and slowly downwards."""
    out, followed = powers.copy(), np.zeros(len(powers))
    levels = 10 * np.log10(powers.sum(axis=2))
    for frame in range(powers.shape[1]):
        level = levels[:, frame]
        followed = np.where(level > followed, followed + 0.25 * (level - followed), np.maximum(level, followed - 0.1))
        out[:, frame] *= 10 ** (np.clip(-followed, -12, 20) / 10)[:, None]
    return out


def captured(powers, change):
    """What the phone makes of the sound."""
    if change == "microphone":
        return powers * BRIGHT
    return automatic_gain(powers) if change == "auto-gain" else powers`;

export const detectorCode = python`
def read_voice(powers):
    """Six numbers a frame: how far five levels and a slow mean lie above a floor, which rises slowly and falls fast."""
    groups = powers.reshape(*powers.shape[:2], 4, 3).sum(axis=3)
    together = np.concatenate([groups, groups.sum(axis=2, keepdims=True)], axis=2)
    levels = 10 * np.log10(np.maximum(1e-8, together))
    above = np.empty((*powers.shape[:2], 6))
    now, floor, slow = levels[:, 0].copy(), levels[:, 0].copy(), 0.0
    for frame in range(powers.shape[1]):
        if frame > 0:
            now += 0.5 * (levels[:, frame] - now)
            floor += np.where(now < floor, 0.3 * (now - floor), 0.04)
            slow = slow + 0.1 * (now[:, 4] - floor[:, 4] - slow)
        above[:, frame, :5] = now - floor
        above[:, frame, 5] = slow
    return above / 10 - 0.5


def usual_snr(rng, count):
    """Of training data, dB."""
    return rng.integers(5, 26, count).astype(float)


def inside(recordings):
    """Which frames are part of a recording: others are longer."""
    return np.arange(recordings["powers"].shape[1]) < recordings["frames"][:, None]


def train_detector(rng):
    """Learns from eight recordings, each frame of which somebody has marked as word or pause."""
    recordings = draw_recordings(rng, 8, usual_snr(rng, 8))
    frame = np.arange(recordings["powers"].shape[1])[None, None, :]
    voice = ((frame >= recordings["at"][..., None]) & (frame < recordings["end"][..., None])).any(axis=1)
    part = inside(recordings)
    inputs, marked = read_voice(recordings["powers"])[part], voice[part].astype(float)
    return train_network(rng, inputs, marked, 8, True, steps=150, batch=64, rate=0.03)


def open_frames(voice, threshold, opens_after, hang_over):
    """Whether the gate is open after each frame: [gate and recording, frame]."""
    rows = len(voice)
    mean, voiced, unvoiced = np.zeros(rows), np.zeros(rows, int), np.zeros(rows, int)
    is_open, opened = np.zeros(rows, bool), np.empty(voice.shape, bool)
    for frame in range(voice.shape[1]):
        mean += 0.2 * (voice[:, frame] - mean)
        is_voiced = mean >= threshold
        unvoiced = np.where(is_open & ~is_voiced, unvoiced + 1, 0)
        closes = is_open & (unvoiced > hang_over)
        voiced = np.where(closes, 0, np.where(is_open, voiced, np.where(is_voiced, voiced + 1, np.maximum(0, voiced - 1))))
        is_open = np.where(is_open, ~closes, voiced >= opens_after)
        opened[:, frame] = is_open
    return opened


def stretches_of(opened, pre_roll):
    """From and to of what is sent of one recording; stretches that touch by their pre-roll are one."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], opened.astype(int), [0]])))
    found = []
    for start, end in zip(np.maximum(0, edges[::2] - pre_roll), edges[1::2]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return np.array(found, int).reshape(-1, 2)`;
