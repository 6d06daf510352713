/** Who plays and who stops, on a stub of the browser's audio: nothing sounds in a test. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Sound } from "@/simulations/runtime/sound";
import { glide } from "@/simulations/ui/sound/sample";
import { createSpeaker, gainFor, type PlayState } from "@/simulations/ui/sound/speaker";

const sound = glide(1, 0.2, 0.7, 400, 600);

class Source {
  buffer: unknown;
  onended: (() => void) | null = null;
  started = 0;
  stoppedAt: number | undefined;
  connect<T>(next: T): T {
    return next;
  }
  start() {
    this.started++;
  }
  stop(at: number) {
    this.stoppedAt = at;
  }
}

/** As much of an AudioContext as is used. `refuses`: it never runs. `stuck`: its clock stands still. */
function stub({ refuses = false }: { refuses?: boolean } = {}) {
  const sources: Source[] = [];
  const levels: number[] = [];
  const buffers: { length: number; rate: number }[] = [];
  const context = {
    state: "suspended",
    currentTime: 0,
    destination: {},
    resume: vi.fn(async () => {
      if (refuses) return new Promise<void>(() => {});
      context.state = "running";
    }),
    suspend: vi.fn(async () => {
      context.state = "suspended";
    }),
    createBuffer(_: number, length: number, rate: number) {
      buffers.push({ length, rate });
      return { getChannelData: () => new Float32Array(length) };
    },
    createBufferSource() {
      const source = new Source();
      sources.push(source);
      return source;
    },
    createGain: () => ({
      connect: <T>(next: T) => next,
      gain: {
        setValueAtTime: (level: number) => levels.push(level),
        linearRampToValueAtTime: (level: number) => levels.push(level),
        cancelScheduledValues: () => {},
        setTargetAtTime: (level: number) => levels.push(level),
      },
    }),
  };
  const open = vi.fn(() => context as unknown as AudioContext);
  return { context, sources, levels, buffers, open, speaker: createSpeaker(open) };
}

/** What a button is told, in order. */
function follow() {
  const states: PlayState[] = [];
  return {
    states,
    kinds: () => states.map(({ kind }) => kind),
    onState: (state: PlayState) => void states.push(state),
  };
}

const wordsOf = (state: PlayState | undefined): string => (state?.kind === "failed" ? state.words : "");
const there = async () => sound;
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the speaker", () => {
  it("opens the browser's audio with the first press, and once", async () => {
    const { open, speaker } = stub();
    expect(open).not.toHaveBeenCalled();
    speaker.play(there, () => {});
    speaker.play(there, () => {});
    await settle();
    expect(open).toHaveBeenCalledTimes(1);
  });

  it("plays at the sound's own rate and tells when it begins and has ended", async () => {
    const { speaker, sources, buffers, context } = stub();
    const { kinds, onState } = follow();
    const turn = speaker.play(there, onState);
    expect(turn.seconds()).toBeUndefined();
    await settle();
    expect(kinds()).toEqual(["loading", "playing"]);
    expect(buffers).toEqual([{ length: 8000, rate: 8000 }]);
    context.currentTime = 0.25;
    expect(turn.seconds()).toBeCloseTo(0.25, 6);
    sources[0]!.onended!();
    expect(kinds()).toEqual(["loading", "playing", "silent"]);
    expect(turn.seconds()).toBeUndefined();
  });

  it("is never louder than half of what is possible, and makes nothing louder", async () => {
    const { speaker, levels } = stub();
    const loud: Sound = { ...sound, samples: sound.samples.map((sample) => sample * 2.4) };
    expect(gainFor(loud)).toBeLessThan(0.6);
    expect(gainFor(glide(1, 0, 1, 400, 400, 0.02))).toBe(1);
    expect(gainFor({ ...sound, samples: new Float32Array(10) })).toBe(1);
    speaker.play(
      async () => loud,
      () => {},
    );
    await settle();
    const peak = loud.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(Math.max(...levels) * peak).toBeCloseTo(0.5, 5);
    expect([levels[0], levels.at(-1)]).toEqual([0, 0]);
  });

  it("stops one sound when another starts, and what is still being loaded is not played", async () => {
    const { speaker, sources } = stub();
    const [first, second, third] = [follow(), follow(), follow()];
    speaker.play(there, first.onState);
    await settle();
    let answer: (sound: Sound) => void = () => {};
    speaker.play(() => new Promise((resolve) => (answer = resolve)), second.onState);
    expect(first.kinds()).toEqual(["loading", "playing", "silent"]);
    expect(sources[0]!.stoppedAt).toBeDefined();
    speaker.play(there, third.onState);
    answer(sound);
    await settle();
    expect(second.kinds()).toEqual(["loading", "silent"]);
    expect(third.kinds()).toEqual(["loading", "playing"]);
    expect(sources).toHaveLength(2);
  });

  it("stops when told to, by the press or by the page, and says so once", async () => {
    const { speaker, sources } = stub();
    const { kinds, onState } = follow();
    const turn = speaker.play(there, onState);
    await settle();
    speaker.stop();
    turn.stop();
    expect(kinds()).toEqual(["loading", "playing", "silent"]);
    expect(sources[0]!.stoppedAt).toBeDefined();
  });

  it("a turn that is over stops nobody else", async () => {
    const { speaker } = stub();
    const { kinds, onState } = follow();
    const first = speaker.play(there, () => {});
    speaker.play(there, onState);
    first.stop();
    await settle();
    expect(kinds()).toEqual(["loading", "playing"]);
  });

  it("lets the device's audio go after a while, and wakes it with the next press", async () => {
    const { speaker, context } = stub();
    speaker.play(there, () => {});
    await settle();
    speaker.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(context.state).toBe("suspended");
    speaker.play(there, () => {});
    await settle();
    await vi.advanceTimersByTimeAsync(500);
    expect(context.state).toBe("running");
  });
});

describe("where a sound cannot be played, the reader is told what to do", () => {
  it("without audio in the browser", async () => {
    const { states, onState } = follow();
    createSpeaker(() => new AudioContext()).play(there, onState);
    await settle();
    expect(wordsOf(states.at(-1))).toContain("cannot play sound here");
  });

  it("when the browser refuses", async () => {
    const { speaker } = stub({ refuses: true });
    const { states, onState } = follow();
    speaker.play(there, onState);
    await vi.advanceTimersByTimeAsync(5000);
    expect(wordsOf(states.at(-1))).toContain("Allow sound for this site");
  });

  it("when the device's clock stands still", async () => {
    const { speaker } = stub();
    const { states, onState } = follow();
    speaker.play(there, onState);
    await vi.advanceTimersByTimeAsync(5000);
    expect(wordsOf(states.at(-1))).toContain("loudspeaker or headphones");
  });

  it("when the sound could not be made, with the reason", async () => {
    const { speaker } = stub();
    const { states, onState } = follow();
    speaker.play(() => Promise.reject(new Error("The worker did not answer")), onState);
    await settle();
    expect(wordsOf(states.at(-1))).toBe(
      "The sound could not be loaded. The worker did not answer. Press Play to try again.",
    );
    expect(states.at(-1)).toMatchObject({ of: "load" });
    speaker.play(there, onState);
    await settle();
    expect(states.at(-1)).toEqual({ kind: "playing" });
  });
});
