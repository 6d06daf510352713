/** Numbers as people type them: with a point or a comma, whatever the browser's language. */
import { isOn, type NumberKnob, snap } from "../../runtime/knobs";
import { readings } from "./readings";

/** `rounded`: what was taken instead of the number typed, in words, where it lies between two steps. */
export type ReadNumber = { readonly value: number; readonly rounded?: string } | { readonly problem: string };

/** The knob's value that a typed text means, on the knob's steps, or why it means none. */
export function readNumber(knob: NumberKnob, text: string): ReadNumber {
  const range = `${knob.min} to ${knob.max}`;
  const found = readings(text);
  if (found.length === 0)
    return { problem: `“${text.trim().slice(0, 20)}” is not a number. Type a number from ${range}.` };
  const allowed = found.filter((value) => value >= knob.min && value <= knob.max);
  if (allowed.length === 1) {
    const value = snap(knob, allowed[0]!);
    if (isOn(knob, allowed[0]!)) return { value };
    const steps = knob.step === 1 ? "only whole numbers are possible" : `it moves in steps of ${knob.step}`;
    return { value, rounded: `${text.trim().slice(0, 20)} was rounded to ${value}: ${steps}.` };
  }
  if (allowed.length > 1)
    return { problem: `“${text.trim()}” can mean ${allowed.join(" or ")}. Type it without the comma.` };
  return { problem: `${text.trim().slice(0, 20)} is outside ${range}.` };
}
