import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { webRtcVoices } from "@/simulations/core/models/webrtc-vad";
import { createRandom } from "@/simulations/core/random";
import { drawRecording } from "@/simulations/core/worlds/clips/recording";
import { soundOf } from "@/simulations/core/worlds/clips/sound";
import { spoken } from "@/simulations/core/worlds/clips/words";

const require = createRequire(import.meta.url);
const code = readFileSync(require.resolve("@echogarden/fvad-wasm").replace(/\.js$/, ".wasm"));
const recording = drawRecording(createRandom(5), { places: ["quiet"], count: 6, pause: { min: 60, max: 120 } });
const { samples } = soundOf(recording);

interface Loaded {
  readonly HEAP16: Int16Array;
  _malloc(bytes: number): number;
  _fvad_new(): number;
  _fvad_set_mode(vad: number, mode: number): number;
  _fvad_set_sample_rate(vad: number, rate: number): number;
  _fvad_process(vad: number, samples: number, length: number): number;
}

/** The answers of the package's own loader. */
async function voicesByPackage(mode: number): Promise<Uint8Array> {
  const path: string = require.resolve("@echogarden/fvad-wasm");
  const { default: load } = (await import(/* @vite-ignore */ path)) as { default: () => Promise<Loaded> };
  const vad = await load();
  const detector = vad._fvad_new();
  vad._fvad_set_mode(detector, mode);
  vad._fvad_set_sample_rate(detector, 8000);
  const buffer = vad._malloc(160);
  return Uint8Array.from({ length: Math.floor(samples.length / 80) }, (_, f) => {
    for (let i = 0; i < 80; i++)
      vad.HEAP16[buffer / 2 + i] = Math.round(32767 * Math.max(-1, Math.min(1, samples[f * 80 + i]!)));
    return vad._fvad_process(detector, buffer, 80);
  });
}

describe("the VAD of the WebRTC project", () => {
  it.each([0, 2, 3] as const)("answers as the package's own loader does, strictness %i", async (mode) => {
    expect(Array.from(await webRtcVoices(code, samples, mode))).toEqual(Array.from(await voicesByPackage(mode)));
  });

  it("hears words more often than pauses, and less of both when it is stricter", async () => {
    const said = new Uint8Array(recording.frames);
    for (const { word, voice, stretch, pitch, at } of recording.utterances)
      said.fill(1, at, at + spoken(word, voice, stretch, pitch).frames);
    const share = (voices: Uint8Array, wanted: number) => {
      const found = voices.subarray(0, recording.frames).filter((_, f) => said[f] === wanted);
      return found.reduce((sum, voice) => sum + voice, 0) / found.length;
    };
    const usual = await webRtcVoices(code, samples, 2);
    expect(share(usual, 1)).toBeGreaterThan(share(usual, 0) + 0.3);
    const count = async (mode: 0 | 3) => (await webRtcVoices(code, samples, mode)).reduce((sum, v) => sum + v, 0);
    expect(await count(3)).toBeLessThan(await count(0));
  });
});
