/** Values that a knob allows, drawn at random; ends of ranges among them. */
import fc from "fast-check";
import { actsText } from "@/simulations/runtime/acts";
import { type ActsKnob, type AnyValues, type CodeKnob, type Knob, type Knobs, snap } from "@/simulations/runtime/knobs";

function drawActs({ acts, time, atMost, together }: ActsKnob): fc.Arbitrary<string> {
  const at = fc.double({ min: time.min, max: time.max, noNaN: true }).map((value) => snap(time, value));
  const act = fc.record({
    time: fc.oneof(fc.constantFrom(time.min, time.max), at),
    act: fc.constantFrom(...Object.keys(acts)),
  });
  const same = (one: { time: number; act: string }) => (together ? `${one.time} ${one.act}` : one.time);
  return fc
    .uniqueArray(act, { maxLength: atMost, selector: same })
    .map((drawn) => actsText(drawn.sort((a, b) => a.time - b.time)));
}

/** Code that no run refuses: a weight of 0 for everything would be refused. */
const drawCode = ({ function: { name, parameters, returns } }: CodeKnob): fc.Arbitrary<string> =>
  fc.constantFrom(
    "",
    `function ${name}(${parameters.join(", ")}) {\n  return 1;\n}`,
    `const ${name} = () => Math.random() < 0.5 ? ${returns === "decision" ? 0 : 0.5} : 1; // & = # %41, : "'\\ é 日`,
  );

/** `most`: the largest number, where the knob's own would take too long. */
export function drawKnob(knob: Knob, most?: number): fc.Arbitrary<number | string> {
  if (knob.kind === "choice") return fc.constantFrom(...Object.keys(knob.options));
  if (knob.kind === "acts") return drawActs(knob);
  if (knob.kind === "code") return drawCode(knob);
  const max = most ?? knob.max;
  const between = fc.double({ min: knob.min, max, noNaN: true }).map((value) => snap(knob, value));
  return fc.oneof(fc.constant(knob.min), fc.constant(snap(knob, max)), between);
}

export const drawValues = (knobs: Knobs): fc.Arbitrary<AnyValues> =>
  fc.record(Object.fromEntries(Object.entries(knobs).map(([name, knob]) => [name, drawKnob(knob)])));
