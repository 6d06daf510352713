import type { State } from "./model";

export const stateWords: Readonly<Record<State, string>> = { ok: "OK", warning: "Warning", alarm: "Alarm" };
