/** The present settings as the call that an experiment makes, in the names of the source. */
import type { Token } from "../../runtime/excerpts";
import type { AnyValues, Value } from "../../runtime/knobs";

type Line = readonly Token[];

const isIdentifier = /^[A-Za-z_$][\w$]*$/;
const keyOf = (name: string): string => (isIdentifier.test(name) ? name : JSON.stringify(name));

/** A value as it is written in JavaScript, line by line: a text of several lines stands between backquotes. */
function written(value: Value): string[] {
  if (typeof value === "number") return [String(value)];
  if (!value.includes("\n")) return [JSON.stringify(value)];
  const escaped = value.replace(/[\\`]|\$(?=\{)/g, "\\$&").replaceAll("\r", "\\r");
  return `\`${escaped}\``.split("\n");
}

function knobLines(name: string, value: Value): Line[] {
  const lines = written(value);
  return lines.map((text, i) => [
    ...(i === 0 ? ([[`    ${keyOf(name)}: `]] as const) : []),
    typeof value === "string" ? [text, "string"] : [text],
    ...(i === lines.length - 1 ? ([[","]] as const) : []),
  ]);
}

/** As the worker calls it, only that it hands out the replicas in chunks. */
export function callOf(values: AnyValues): Line[] {
  return [
    [["const", "keyword"], [" { run } = createEngine();"]],
    [["run("]],
    [["  {"]],
    ...Object.entries(values).flatMap(([name, value]) => knobLines(name, value)),
    [["  },"]],
    [[`  { from: 0, to: ${values.replicas ?? 1} },`]],
    [[");"]],
  ];
}
