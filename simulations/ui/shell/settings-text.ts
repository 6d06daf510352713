/** Settings as a line of text: beside "More", in pictures and on paper. */
import { type AnyValues, type Knobs, valueText } from "../../runtime/knobs";

export function moreText(knobs: Knobs, names: readonly string[], values: AnyValues): string {
  return names
    .map((name) => {
      const knob = knobs[name]!;
      const label = knob.label[0]!.toLowerCase() + knob.label.slice(1);
      const text = valueText(knob, values[name]!);
      return knob.kind !== "number" ? `${label}: ${text[0]!.toLowerCase()}${text.slice(1)}` : `${label} ${text}`;
    })
    .join(" · ");
}
