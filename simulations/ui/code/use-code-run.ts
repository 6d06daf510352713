/**
 * How a code cell stands: idle, running, done, failed. Code is tried first on a few calls, apart from the experiment: what fails there leaves
 * the run as it is. Then it enters the experiment, and the cell stands as the experiment does.
 */
import { useCallback, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Status } from "../../runtime/experiment-state";
import type { CodeKnob } from "../../runtime/knobs";
import { CodeFault, type Interpret } from "../../runtime/own-code";
import type { OwnCode } from "../shell/own-code";
import type { Placed } from "../shell/placed";

export type CodeStatus = Exclude<Status, "paused">;

interface Tried {
  readonly kind: "trying" | "fault" | "raced";
  readonly source: string;
  readonly message?: string;
  readonly line?: number | undefined;
  readonly printed: readonly string[];
}

export interface CodeRun {
  readonly status: CodeStatus;
  /** The code that races, "" while none does. */
  readonly racing: string;
  readonly tried: Tried | undefined;
  readonly runCount: number;
  /** What is wrong with the code, in words. */
  readonly fault: string | undefined;
  /** The line that it names, counted from 1. */
  readonly line: number | undefined;
  run(source: string): Promise<void>;
  takeOut(): void;
  clear(): void;
}

/** @param text the code as it stands in the editor */
export function useCodeRun(
  { experiment, presentation }: Placed,
  code: OwnCode,
  interpret: Interpret,
  text: string,
): CodeRun {
  const { store, actions } = experiment;
  const racing = String(useStore(store, ({ values }) => values[code.knob]));
  const status = useStore(store, (state) => state.status);
  const failure = useStore(store, (state) => state.failure);
  /** The code of the run that is there, once all of it is. */
  const ran = useStore(store, ({ run }) => (run?.complete ? run.values[code.knob] : undefined));
  const [tried, setTried] = useState<Tried>();
  const [runCount, setRunCount] = useState(0);
  const latest = useRef(0);

  const run = useCallback(
    async (source: string) => {
      const mine = ++latest.current;
      const knob = presentation.knobs[code.knob] as CodeKnob;
      const { values } = store.getState();
      setTried({ kind: "trying", source, printed: [] });
      setRunCount((count) => count + 1);
      try {
        const job = { ...knob.function, source, calls: code.trial(values), seed: Number(values.seed ?? 1) };
        const { printed } = await interpret(job);
        // Who ran again, or cleared, meanwhile wants this one no more.
        if (mine !== latest.current) return;
        setTried({ kind: "raced", source, printed });
        actions.runCode(code.knob, source.replace(/\r\n?/g, "\n"));
      } catch (error) {
        if (mine !== latest.current) return;
        const fault = error instanceof CodeFault ? error : undefined;
        const message = error instanceof Error ? error.message : String(error);
        setTried({ kind: "fault", source, message, line: fault?.line, printed: fault?.printed ?? [] });
      }
    },
    [store, actions, code, presentation, interpret],
  );

  const isRacing = racing !== "" && text === racing;
  const fault =
    tried?.kind === "fault"
      ? tried.message
      : isRacing && status === "failed"
        ? (failure ?? "The run failed.")
        : undefined;
  return {
    status: statusOf(),
    racing,
    tried,
    runCount,
    fault,
    // A run that failed tells its words only.
    line: tried?.kind === "fault" ? tried.line : Number(/^Line (\d+)\b/.exec(fault ?? "")?.[1]) || undefined,
    run,
    takeOut() {
      latest.current++;
      setTried(undefined);
      actions.runCode(code.knob, "");
    },
    clear() {
      latest.current++;
      setTried(undefined);
      setRunCount(0);
    },
  };

  function statusOf(): CodeStatus {
    if (tried?.kind === "trying") return "running";
    if (tried?.kind === "fault") return tried.source === text ? "failed" : "idle";
    if (!isRacing) return "idle";
    if (status === "idle" || status === "failed") return status;
    // Whether the run is at its end, plays or waits at a moment is nothing to the code in it.
    return ran === racing ? "done" : "running";
  }
}
