/**
 * What stands in the sandbox beside the reader's code and calls their function. It is evaluated before their code and keeps all it
 * needs in variables of its own, so that nothing they do to global objects changes how they are called. JavaScript as text,
 * because it runs in the other engine.
 *
 * It is a function of the host's `print`, the seed, the most lines to print, and of what their function is called with, which it lays
 * out before their code is there: no code sees more of it than a call hands over. It gives `call`, which answers a text with what is
 * wrong, or the numbers as an ArrayBuffer; and how many lines were to be printed and how many calls were answered.
 */
export const driver = `(print, seed, mostLines, kind, names, buffers, length, from) => {
  "use strict";
  const { isFinite } = Number, text = String, { stringify } = JSON, { imul } = Math, F64 = Float64Array, P = Promise;
  const slice = Function.prototype.call.bind(Array.prototype.slice);
  const columns = [];
  for (let c = 0; c < buffers.length; c++) columns[c] = new F64(buffers[c]);
  const [a, b, c] = columns;
  // The engine copies a part of an array at once, ten times as fast as element by element. Without a constructor the copy is a plain array.
  const past = [];
  if (kind === "windows")
    for (let n = 0; n < names.length; n++) {
      past[n] = Array.from(columns[n]);
      past[n].constructor = undefined;
    }
  const quoted = (value) => stringify(value.length > 40 ? value.slice(0, 40) + "…" : value);
  const show = (value) => {
    try {
      if (value === undefined || value === null) return text(value);
      if (typeof value === "string") return value;
      if (typeof value === "function") return "a function";
      if (typeof value !== "object") return text(value);
      return stringify(value) ?? "an object";
    } catch {
      return "an object that cannot be shown";
    }
  };
  let lines = 0;
  const log = (...values) => {
    lines += 1;
    if (lines > mostLines) return;
    let line = "";
    for (let i = 0; i < values.length; i++) line += (i > 0 ? " " : "") + show(values[i]);
    print(line);
  };
  globalThis.console = { log, info: log, warn: log, error: log, debug: log };
  // mulberry32 (T. Ettinger, public domain): the same numbers for the same seed.
  let state = seed | 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = imul(state ^ (state >>> 15), 1 | state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const named = (value) => {
    if (value === undefined) return "nothing (undefined)";
    if (typeof value === "string") return "the text " + quoted(value);
    if (typeof value === "function") return "a function";
    if (typeof value === "bigint") return "the BigInt " + text(value) + "n";
    if (value instanceof P) return "a promise";
    if (typeof value === "object" && value !== null) return "an object";
    return show(value);
  };
  const number = (value, decides) => {
    if (decides) {
      if (value === true || value === 1) return 1;
      return value === false || value === 0 ? 0 : -1;
    }
    return typeof value === "number" && isFinite(value) && value >= 0 ? value : -1;
  };
  /** The call as it would be written. */
  const written = (name, given) => {
    let out = name + "(";
    for (let i = 0; i < given.length; i++) out += (i > 0 ? ", " : "") + text(given[i]);
    return out + ")";
  };
  let answered = 0;
  const call = (own, name, decides) => {
    const calls = columns[0].length;
    const out = new F64(kind === "rows" ? calls : calls - from);
    for (let i = kind === "rows" ? 0 : from; i < calls; i++) {
      let value;
      if (kind === "rows") {
        value = b === undefined ? own(a[i]) : c === undefined ? own(a[i], b[i]) : own(a[i], b[i], c[i]);
      } else {
        const seen = {};
        for (let n = 0; n < names.length; n++) seen[names[n]] = slice(past[n], i - length + 1, i + 1);
        value = own(seen);
      }
      const known = number(value, decides);
      if (known === -1) {
        const given = [];
        if (kind === "rows") for (let n = 0; n < columns.length; n++) given[n] = columns[n][i];
        const which = kind === "rows" ? "" : ", call " + text(answered + 1) + ",";
        return written(name, kind === "rows" ? given : ["…"]) + which + " gave " + named(value) + ".";
      }
      out[kind === "rows" ? i : i - from] = known;
      answered += 1;
    }
    return out.buffer;
  };
  return { call, lines: () => lines, answered: () => answered };
}`;
