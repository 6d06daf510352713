/** Numbers as people type them: with a point or a comma, whatever the browser's language. */
import { type NumberKnob, snap } from "../../runtime/knobs";
import { readings } from "./readings";

export type ReadNumber = { readonly value: number } | { readonly problem: string };

/** The knob's value that a typed text means, on the knob's steps, or why it means none. */
export function readNumber(knob: NumberKnob, text: string): ReadNumber {
  const range = `${knob.min} to ${knob.max}`;
  const found = readings(text);
  if (found.length === 0)
    return { problem: `“${text.trim().slice(0, 20)}” is not a number. Type a number from ${range}.` };
  const allowed = found.filter((value) => value >= knob.min && value <= knob.max);
  if (allowed.length === 1) return { value: snap(knob, allowed[0]!) };
  if (allowed.length > 1)
    return { problem: `“${text.trim()}” can mean ${allowed.join(" or ")}. Type it without the comma.` };
  return { problem: `${text.trim().slice(0, 20)} is outside ${range}.` };
}
