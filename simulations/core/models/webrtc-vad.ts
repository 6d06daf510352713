/**
 * The voice-activity detector of the WebRTC project (BSD-3, as C code in browsers since 2011), compiled to WebAssembly by the package
 * @echogarden/fvad-wasm: Gaussian mixtures of speech and noise in six bands, which go on learning while they listen.
 *
 * The package's own loader asks for Node's modules, which a browser's bundle has not; what it does here is little. Names of what
 * is exported are those of version 0.2.0, and a test holds the answers against the package's own loader.
 */

/** 10 ms at 8,000 samples a second. */
const frame = 80;

/** 0: calls much a voice; 3: little. */
export type Strictness = 0 | 1 | 2 | 3;

interface Exports {
  readonly c: WebAssembly.Memory;
  /** Constructors. */
  readonly d: () => void;
  readonly e: () => number;
  readonly f: (bytes: number) => number;
  readonly h: (vad: number) => void;
  readonly i: (address: number) => void;
  readonly j: (vad: number, mode: number) => number;
  readonly k: (vad: number, rate: number) => number;
  readonly l: (vad: number, samples: number, length: number) => number;
}

/**
 * @param code what the package's fvad.wasm holds
 * @param samples −1 … 1, 8,000 a second
 * @returns 1 for each whole 10 ms with a voice, 0 for the others
 */
export async function webRtcVoices(code: BufferSource, samples: Float32Array, mode: Strictness): Promise<Uint8Array> {
  const stop = () => {
    throw new Error("WebRTC's VAD stopped.");
  };
  // What it may ask for: to report a failed check, and more memory. It needs neither.
  const { instance } = await WebAssembly.instantiate(code, { a: { a: stop, b: () => 0 } });
  const vad = instance.exports as unknown as Exports;
  vad.d();
  const detector = vad.e();
  const buffer = vad.f(2 * frame);
  try {
    if (vad.j(detector, mode) !== 0 || vad.k(detector, 100 * frame) !== 0) stop();
    const into = new Int16Array(vad.c.buffer, buffer, frame);
    return Uint8Array.from({ length: Math.floor(samples.length / frame) }, (_, f) => {
      for (let i = 0; i < frame; i++) into[i] = Math.round(32767 * Math.max(-1, Math.min(1, samples[f * frame + i]!)));
      return vad.l(detector, buffer, frame) === 1 ? 1 : 0;
    });
  } finally {
    vad.i(buffer);
    vad.h(detector);
  }
}
