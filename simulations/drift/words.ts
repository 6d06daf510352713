/** The injector in sentences: the question before, the verdict after, and what the charts show at a moment. */
import { measureOf } from "../core/worlds/measures";
import { formatNumber } from "../ui/format";
import type { Outcome } from "../ui/presentation";
import { alarmStrips, changeText, charts, errorChart, errorIntervals, psiLimit } from "./chart";
import { changes, type DriftRun, type Evidence, evidenceOf, options } from "./evidence";
import type { DriftValues } from "./knobs";
import { changeMonth } from "./summary";

export function question(values: DriftValues): string {
  const { world, onset, shape } = values;
  if (!changes(values))
    return world === "weather"
      ? "A model of Seattle’s weather is released in January and left alone for two years. Nothing is injected. What moves on the dashboard after the first months?"
      : "A model is released and left alone, and nothing in its world changes. What moves on the dashboard?";
  const from = shape === "sudden" ? `In month ${onset}` : `From month ${onset} on`;
  const how = {
    incremental: ", in six steps",
    gradual: ", little by little",
    recurring: ", and back every three months",
    sudden: "",
    none: "",
  }[shape];
  return `A model is trained, released and left alone. ${from} ${changeText(values)}${how}. What moves on the dashboard?`;
}

const nameOf = (id: Evidence) => options.find((option) => option.id === id)!.label;
const lower = (text: string) => text[0]!.toLowerCase() + text.slice(1);

export function outcome(run: DriftRun, values: DriftValues, guess: string | undefined): Outcome {
  const evidence = evidenceOf(run.frames, values);
  const count = (id: Evidence) => evidence.filter((one) => one === id).length;
  const first = [...options].sort((a, b) => count(b.id) - count(a.id))[0]!.id;
  const of = `${count(first)} of ${evidence.length}`;
  const verb = first === "both" ? " move, in " : " moves, in ";
  const guessed = options.find((option) => option.id === guess);
  const intervals = errorIntervals(run, values);
  return {
    verdict: [
      { strong: nameOf(first) },
      verb,
      { strong: of },
      " replicas.",
      ...(guessed
        ? [
            " Your guess, ",
            { guess: lower(guessed.label) },
            guessed.id === first ? ", is the one." : `, came true in ${count(guessed.id)}.`,
          ]
        : []),
    ],
    tally: { options: evidence, caption: `${nameOf(first)}: ${of} replicas, one mark each` },
    ...(intervals ? { intervals } : {}),
  };
}

export function words(run: DriftRun, values: DriftValues, moment: number): string {
  const month = Math.floor(moment);
  const { unit, digits } = measureOf(values);
  const inUnit = (value: number) => `${formatNumber(value, digits)}${unit === "%" ? " %" : ` ${unit}`}`;
  const [error] = errorChart(run, values).series;
  const change = changeMonth(values);
  if (!error) return "";
  const sentences: string[] = [];
  const calm = error.y.slice(0, change);
  if (month >= change && calm.length > 0) {
    const low = Math.min(...calm);
    const high = Math.max(...calm);
    sentences.push(`Before month ${change} the error lies between ${formatNumber(low, digits)} and ${inUnit(high)}.`);
  }
  sentences.push(`In month ${month} it is ${inUnit(error.y[month]!)}.`);
  const psi = charts(run, values, moment).find(({ id }) => id === "psi");
  if (psi?.kind === "lines") {
    const [none, now] = psi.series;
    const inside = now!.y[month]! <= (none!.high?.[month] ?? 0);
    sentences.push(
      `The inputs’ stability index is ${formatNumber(now!.y[month]!, 2)}, ${inside ? "inside" : "outside"} what it is without drift (up to ${formatNumber(none!.high?.[month] ?? 0, 2)})${now!.y[month]! > psiLimit ? ` and over its limit of ${psiLimit}` : ""}.`,
    );
  }
  const rang = alarmStrips(run, values)
    .rows.filter(({ height }) => (height[month] ?? 0) >= 0.5)
    .map(({ label }) => label.replace(/^\w+: /, ""));
  sentences.push(
    rang.length === 0
      ? "No alarm rings in half of the replicas this month."
      : `Ringing in half of the replicas or more this month: ${rang.join(", ")}.`,
  );
  return sentences.join(" ");
}
