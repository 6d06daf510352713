/** The service in Python: events at drawn times, and eight weeks of hours whose metrics are computed from their requests. */
import { metricNames } from "../core/worlds/service";
import { type Cell, data } from "../ui/jupyter/cells";
import { encodedText, python } from "../ui/jupyter/python";
import type { RecordedAnswers } from "./frames";
import { eventCount, learningHours, watchedHours } from "./plan";

/** Bytes as base64, without a library: the page has none for it. */
const encoded = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

const rounded = (values: Float32Array) => Array.from(values, (value) => Number(value.toFixed(2)));

/** @param parts what the frames of all ranges hold, in the order of replicas */
export function answersCell(parts: readonly RecordedAnswers[]): Cell {
  const { seconds, level, moves } = parts[0]!;
  const answers = Uint8Array.from(parts.flatMap((part) => Array.from(part.answers)));
  return data(
    "answers",
    python`
import base64

# Clips that requests draw from: length in seconds, level in dB, and whether the meaning of its word changes under drift.
SECONDS = np.array(${rounded(seconds)})
LEVEL = np.array(${rounded(level)})
MOVES = np.array(${Array.from(moves)}, bool)
# What the recogniser of each replica made of each clip: 1 answered, 2 understood, 4 and 8 the same after the firmware.
ENCODED = ${encodedText(encoded(answers))}
ANSWERS = np.frombuffer(base64.b64decode(ENCODED), np.uint8).reshape(-1, len(SECONDS))`,
  );
}

export const serviceCode = python`
METRICS = ${[...metricNames]}
LEARNING, WATCHED = ${learningHours}, ${watchedHours}  # hours
HOURS = LEARNING + WATCHED
EVENTS = ["load", "leak", "microphone", "nulls", "drift", "holiday"]
# The longest time in hours in which an event grows to its size.
LONGEST_GROWTH = {"load": 6, "leak": 1, "microphone": 48, "nulls": 24, "drift": 72, "holiday": 1}
MEAN_REQUESTS, CAPACITY, QUIETER_BY = 60, 150, 12


def draw_events(rng, settings):
    """One event in each fortnight that is watched: name, first hour, end, size, growth. Small ones are common."""
    if settings["fault"] == "none":
        return []
    events = []
    for block in range(${eventCount}):
        drawn = str(rng.choice(EVENTS))
        name = drawn if settings["fault"] == "hidden" else settings["fault"]
        first = LEARNING + block * WATCHED // ${eventCount} + 24 + int(rng.integers(120))
        length = 72 + int(rng.integers(72))
        size = 0.08 ** (1 - rng.random())
        growth = 1 + int(rng.integers(LONGEST_GROWTH[name]))
        if name == "holiday":
            # From midnight to midnight.
            first, end = (24 * int(np.ceil(hour / 24)) for hour in (first, first + length / 2))
            events.append((name, first, max(end, first + 24), 1.0, 1))
        else:
            events.append((name, first, first + length, size, growth))
    return events


def size_of(events, name):
    """How large the events of a name are, hour by hour."""
    hour, size = np.arange(HOURS), np.zeros(HOURS)
    for event, first, end, full, growth in events:
        if event == name:
            there = (hour >= first) & (hour < end)
            size += np.where(there, full * np.minimum(1, (hour - first + 1) / growth), 0)
    return size


def rhythm(holiday=0):
    """Requests of each hour relative to the mean: a day, and a quiet Sunday or holiday."""
    hour = np.arange(HOURS)
    day = 1 + 0.6 * np.cos(2 * np.pi * (hour % 24 - 15) / 24)
    return day * np.where((hour // 24 % 7 == 6) | (holiday > 0), 0.6, 1)


def latency_of(rng, load, slower):
    """95 % quantile of waiting and service in ms over 60 arrivals an hour, and the share of them that is slow."""
    service = 60 * slower
    between = service / np.minimum(load, 1.5)
    waiting, times = np.zeros(HOURS), []
    for _ in range(60):
        taken = service * rng.exponential(size=HOURS)
        times.append(50 + waiting + taken)
        waiting = np.maximum(0, waiting + taken - between * rng.exponential(size=HOURS))
    times = np.sort(times, axis=0)
    return times[-3], np.mean(times > 1000, axis=0)


def run_service(rng, events, answers):
    """Every hour's metrics, failed requests, levels of its clips, and whether its first searches were repeated."""
    crowd, lost, moved, quiet = (size_of(events, name) for name in ("load", "nulls", "drift", "microphone"))
    mean = MEAN_REQUESTS * rhythm(size_of(events, "holiday")) * (1 + 0.6 * crowd)
    count = np.maximum(1, rng.poisson(mean))
    load = count / CAPACITY
    leaked = sum(
        (0.6 * size_of([event], "leak") * (np.arange(HOURS) - event[1]) for event in events), np.zeros(HOURS)
    )
    memory = np.minimum(99, 50 + 2 * rng.normal(size=HOURS) + leaked)
    latency, slow = latency_of(rng, load, np.where(memory > 90, 3, 1))

    hour = np.repeat(np.arange(HOURS), count)
    n = len(hour)
    is_missing = rng.random(n) < 0.003 + 0.12 * lost[hour]
    clip = rng.integers(0, len(SECONDS), n)
    by_firmware = rng.random(n) < quiet[hour]
    said = np.where(by_firmware, answers[clip] >> 2, answers[clip])
    answered, understood = said & 1 > 0, said & 2 > 0
    is_moved = (rng.random(n) < moved[hour]) & MOVES[clip]
    right = ~is_missing & understood & answered & (rng.random(n) >= slow[hour]) & ~is_moved
    repeated = rng.random(n) < np.where(right, 0.05, 0.6)
    level = LEVEL[clip] - QUIETER_BY * by_firmware

    def per_hour(values):
        return np.bincount(hour, weights=values, minlength=HOURS)

    missing = per_hour(is_missing)
    heard = np.maximum(1, count - missing)
    metrics = {
        "load": load,
        "latency": latency,
        "memory": memory,
        "throughput": np.minimum(count, CAPACITY) * (1 - slow),
        "length": per_hour(np.where(is_missing, 0, SECONDS[clip])) / heard,
        "volume": per_hour(np.where(is_missing, 0, level)) / heard,
        "missing": missing / count,
        "nulls": per_hour(is_missing | ~answered) / count,
        "repeats": per_hour(repeated) / count,
    }
    starts = np.concatenate([[0], np.cumsum(count)])
    signs = [repeated[a : min(a + 20, b)] for a, b in zip(starts, starts[1:])]
    levels = [level[a:b][~is_missing[a:b]][:60] for a, b in zip(starts, starts[1:])]
    return metrics, np.minimum(1, slow + missing / count), levels, signs`;
