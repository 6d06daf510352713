/**
 * Python source as a template that reads as Python. What is put in becomes a Python literal: no value, whatever a link brought, can end
 * a text or begin a statement. Backslashes stay as they are written.
 *
 * @example python`seed = ${7}\nshape = ${"sudden"}` // seed = 7, shape = "sudden"
 */

/** Source code, told from a text that is a value. */
export class Python {
  constructor(readonly source: string) {}
}

export type PythonValue =
  | string
  | number
  | boolean
  | null
  | readonly PythonValue[]
  | { readonly [name: string]: PythonValue };

/** Longer lists are written over several lines. */
const lineLength = 100;

/** A value as Python writes it; lists and dictionaries too long for a line stand on several. */
export function literal(value: PythonValue, indent = ""): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return numberLiteral(value);
  // What JSON escapes, Python reads alike: quotes, backslashes, control characters, halves of letters.
  if (typeof value === "string") return JSON.stringify(value);
  const inner = `${indent}    `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const items = Array.isArray(value)
    ? value.map((each: PythonValue) => literal(each, inner))
    : Object.entries(value).map(([name, each]) => `${literal(name)}: ${literal(each, inner)}`);
  const short = `${open}${items.join(", ")}${close}`;
  if (short.length + indent.length <= lineLength && !short.includes("\n")) return short;
  return `${open}\n${filled(items, inner)}\n${indent}${close}`;
}

function numberLiteral(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return `float("${Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf"}")`;
}

/** As many short items on a line as fit, long ones on lines of their own. */
function filled(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  const apart = items.some((item) => item.length > 12);
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && !apart && last.length + item.length + 2 <= lineLength)
      lines.push(`${lines.pop()} ${item},`);
    else lines.push(`${indent}${item},`);
  }
  return lines.join("\n");
}

export function python(parts: TemplateStringsArray, ...values: readonly (PythonValue | Python)[]): Python {
  const source = parts.raw.map((part, i) => {
    if (i === values.length) return part;
    const value = values[i]!;
    return part + (value instanceof Python ? value.source : literal(value));
  });
  return new Python(source.join("").replace(/^\n+|\s+$/g, ""));
}

/** A remark behind a value: one line, whatever the text holds. */
export const remark = (text: string): Python => new Python(`# ${text.replace(/\s+/g, " ").trim()}`);

/** A text as lines of a remark that fit a screen. */
export function comment(text: string): Python {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lineLength) lines.push(`${lines.pop()} ${word}`);
    else lines.push(`# ${word}`);
  }
  return new Python(lines.join("\n"));
}

/** Pieces under each other, with so many empty lines between them. */
export const joined = (pieces: readonly Python[], emptyLines = 2): Python =>
  new Python(pieces.map(({ source }) => source).join("\n".repeat(emptyLines + 1)));

/** Many numbers as they stand in a text, lines kept. @throws RangeError when it holds anything else */
export function numbersText(text: string): Python {
  const other = /[^\d\s.-]/.exec(text);
  if (other) throw new RangeError(`text must hold numbers only, got ${other[0]}`);
  return new Python(`"""\n${text.trim()}\n"""`);
}

/** Bytes as base64 over many lines, as Python's `base64.b64decode` reads them. @throws RangeError when it is no base64 */
export function encodedText(base64: string): Python {
  if (!/^[A-Za-z0-9+/]*=*$/.test(base64)) throw new RangeError("base64 must hold letters, digits, + and / only");
  return new Python(`"""\n${base64.match(/.{1,100}/g)?.join("\n") ?? ""}\n"""`);
}
