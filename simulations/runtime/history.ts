/** Undo and redo of knob values. */
import type { AnyValues } from "./knobs";

export interface History {
  /** Keeps what was there before a change; what was undone can no longer be redone. */
  remember(before: AnyValues): void;
  /** The values before `current`, or undefined at the beginning. */
  undo(current: AnyValues): AnyValues | undefined;
  redo(current: AnyValues): AnyValues | undefined;
  clear(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const LIMIT = 100;

export function createHistory(): History {
  let past: AnyValues[] = [];
  let future: AnyValues[] = [];
  return {
    remember(before) {
      past = [...past.slice(-LIMIT + 1), before];
      future = [];
    },
    undo(current) {
      const before = past.pop();
      if (before) future.push(current);
      return before;
    },
    redo(current) {
      const after = future.pop();
      if (after) past.push(current);
      return after;
    },
    clear() {
      past = [];
      future = [];
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
  };
}
