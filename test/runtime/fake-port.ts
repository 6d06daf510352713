import type { Asks } from "@/simulations/runtime/asks";
import type { AnyValues } from "@/simulations/runtime/knobs";
import type { FromWorker, Port, ToWorker } from "@/simulations/runtime/protocol";
import { serve } from "@/simulations/runtime/serve";
import type { Engine, Frame } from "@/simulations/runtime/simulation";

export interface FakeWorker extends Port {
  /** Ends it as a crash does, with an event. */
  crash(message: string): void;
  /** Ends it as a kill does: silence. */
  kill(): void;
  readonly sent: ToWorker[];
  /** Bytes of each buffer that came to the page without being copied. */
  readonly handedOver: number[];
}

/** A worker in this thread: the real serve loop over a pair of queues. */
export function createFakeWorker(engine: Engine, startError?: string, asks: Asks = {}): FakeWorker {
  let alive = true;
  let toPage: (message: FromWorker) => void = () => {};
  let crashed: (message: string) => void = () => {};
  let toWorker: (event: { data: ToWorker }) => void = () => {};
  const sent: ToWorker[] = [];
  const handedOver: number[] = [];
  serve({
    scope: {
      postMessage(message, transfer) {
        handedOver.push(...transfer.map(({ byteLength }) => byteLength));
        // Cloned at once, as a real worker does: what cannot be cloned is told to whoever posts it.
        const arrived = structuredClone(message, { transfer });
        queueMicrotask(() => alive && toPage(arrived));
      },
      addEventListener: (_, listener) => {
        toWorker = listener;
      },
    },
    start: async (_, backend) => {
      if (startError) throw new Error(startError);
      return { backend };
    },
    load: async () => engine,
    asks: async () => asks,
  });
  return {
    sent,
    handedOver,
    post(message) {
      sent.push(message);
      const data = structuredClone(message);
      queueMicrotask(() => alive && toWorker({ data }));
    },
    listen(onMessage, onCrash) {
      toPage = onMessage;
      crashed = onCrash;
    },
    terminate() {
      alive = false;
    },
    crash(message) {
      alive = false;
      crashed(message);
    },
    kill() {
      alive = false;
    },
  };
}

export interface CountFrame extends Frame {
  readonly figure: number;
}

/** Twelve months of a figure that depends on the values alone. */
export const countingEngine: Engine<AnyValues, CountFrame> = {
  *run(values, replicas) {
    for (let moment = 0; moment <= 12; moment++) {
      if (values.world === "broken") throw new Error("the world is broken");
      yield { moment, replicas, figure: Number(values.strength) * 100 + moment + replicas.from };
    }
  },
};
