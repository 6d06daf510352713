/**
 * The reader's microphone: opened by a press, read in small pieces, let go as soon as nobody looks. What is heard is handed to
 * whoever listens and kept nowhere. Browsers' own echo cancellation, noise suppression and automatic gain are switched off: they
 * are changes upstream.
 */

/** Why there is nothing to hear, in words that say what the reader can do. */
export class NoMicrophone extends Error {}

const denied =
  "The browser does not let this page use the microphone. Allow it for this site in the browser’s settings, then press the button again.";
const absent =
  "There is no microphone. Connect one, then press the button again. The rest of the page works without it.";
const busy =
  "The microphone cannot be used now. Another program may be using it. Close that program, then press the button again.";

/** By the name of the error that a browser gives. */
const reasons: Readonly<Record<string, string>> = {
  NotAllowedError: denied,
  SecurityError: denied,
  NotFoundError: absent,
  OverconstrainedError: absent,
  NotReadableError: busy,
  AbortError: busy,
};

const missing =
  "This browser gives a page no microphone at this address. The address must begin with https:// or be localhost. The rest of the page works without it.";

export const reasonOf = (error: unknown): string => {
  if (error instanceof NoMicrophone) return error.message;
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  return reasons[name] ?? "The microphone could not be opened. The rest of the page works without it.";
};

export const takenAway =
  "The microphone was taken away: it was disconnected, or its permission was withdrawn. Press the button to try again.";

/** ms between two looks. */
const pace = 50;
/** Samples that are kept for a page that looks late: a third of a second at 48,000 a second. */
const size = 16_384;

export interface OpenMicrophone {
  readonly rate: number;
  stop(): void;
}

/**
 * @param onSound the samples since the last call
 * @param onEnd the device ended by itself
 * @throws what `reasonOf` has words for
 */
export async function openMicrophone(
  onSound: (samples: Float32Array, rate: number) => void,
  onEnd: () => void,
): Promise<OpenMicrophone> {
  const { mediaDevices } = navigator as Partial<Navigator>;
  if (!mediaDevices?.getUserMedia) throw new NoMicrophone(missing);
  const stream = await mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    const context = new AudioContext();
    await context.resume();
    const analyser = new AnalyserNode(context, { fftSize: size });
    const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    // Led nowhere: nothing is played.
    source.connect(analyser);
    const latest = new Float32Array(size);
    let until = context.currentTime;
    const look = setInterval(() => {
      const now = context.currentTime;
      const count = Math.min(size, Math.round((now - until) * context.sampleRate));
      if (count === 0) return;
      until = now;
      analyser.getFloatTimeDomainData(latest);
      onSound(latest.slice(size - count), context.sampleRate);
    }, pace);
    const stop = () => {
      clearInterval(look);
      letGo();
      source.disconnect();
      void context.close().catch(() => undefined);
    };
    for (const track of stream.getAudioTracks())
      track.addEventListener("ended", () => {
        stop();
        onEnd();
      });
    return { rate: context.sampleRate, stop };
  } catch (error) {
    letGo();
    throw error;
  }
}
