/**
 * Runs a reader's code in a JavaScript engine of its own: QuickJS, compiled to WebAssembly. The code sees no page, no network, no clock
 * and no randomness but what the driver draws from a seed; its memory, its stack and its time are limited. Every job has a new engine, so
 * that nothing of one run is left in the next.
 *
 * What never returns to the engine's own loop, such as `new Array(1e9) + ""`, cannot be stopped from in here: who calls this stands
 * in a worker that can be ended (sandbox.ts).
 */
import { Intrinsics, type JSValueHandle, QuickJS } from "quickjs-wasi";
import { type CodeAnswer, CodeFault, type CodeJob, codeTooLong } from "../runtime/own-code";
import { driver } from "./driver";

/** After so many milliseconds the engine is interrupted. */
export const stopAfterMs = 2000;
const memoryBytes = 64 * 2 ** 20;
const stackBytes = 256 * 2 ** 10;
const mostLines = 50;
const mostLineLength = 300;
/** What code is called in traces. */
const file = "your-code";

const { ALL, DATE, PERFORMANCE, WEAK_REF, DOM_EXCEPTION } = Intrinsics;
/** No clock, and nothing whose moment depends on when memory is tidied. */
const intrinsics = ALL & ~(DATE | PERFORMANCE | WEAK_REF | DOM_EXCEPTION);

/** @param engine the compiled quickjs.wasm @param now a clock in milliseconds, for the limit */
export async function interpretWith(
  engine: WebAssembly.Module,
  job: CodeJob,
  now = () => performance.now(),
): Promise<CodeAnswer> {
  const tooLong = codeTooLong(job.source);
  if (tooLong) throw new CodeFault(tooLong);
  const printed: string[] = [];
  let rejected: CodeFault | undefined;
  let began = now();
  const isLate = () => now() - began > stopAfterMs;
  const vm = await QuickJS.create({
    wasm: engine,
    intrinsics,
    memoryLimit: memoryBytes,
    maxStackSize: stackBytes,
    timezoneOffset: 0,
    interruptHandler: isLate,
    onUnhandledRejection: (_, reason, isHandled) => {
      if (!isHandled) rejected ??= faultOf(reason);
    },
  });
  let lines = () => 0;
  let answered = () => 0;
  const withPrinted = (): string[] => {
    const more = Math.max(0, lines() - printed.length);
    return more > 0 ? [...printed, `… and ${more} more`] : printed;
  };
  try {
    const print = vm.newFunction("print", (line) => {
      printed.push(line ? line.toString().slice(0, mostLineLength) : "");
      return vm.undefined;
    });
    const made = layOut(vm, print, job);
    const counted = (what: string) => {
      const count = made.getProp(what);
      return () => attempt(() => vm.callFunction(count, vm.undefined).toNumber(), 0);
    };
    lines = counted("lines");
    answered = counted("answered");
    // The clock starts with the reader's code.
    began = now();
    vm.evalCode(job.source, file).dispose();
    vm.executePendingJobs();
    const values = callAll(vm, made.getProp("call"), job);
    vm.executePendingJobs();
    if (rejected) throw rejected;
    return { values, printed: withPrinted() };
  } catch (error) {
    const late = isLate();
    // What is counted after the end must not be interrupted, too.
    began = Number.POSITIVE_INFINITY;
    const fault = late ? lateFault(answered(), callCount(job)) : faultFrom(error);
    throw new CodeFault(fault.message, fault.line, withPrinted());
  } finally {
    // An engine that ran out of its host's stack may not be tidied; it is left to the garbage collector as a whole.
    attempt(() => vm.dispose(), undefined);
  }
}

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

/** The driver, with what the function will be called with. */
function layOut(vm: QuickJS, print: JSValueHandle, { seed, calls }: CodeJob): JSValueHandle {
  const windows = calls.kind === "windows" ? calls : undefined;
  return vm.callFunction(
    vm.evalCode(driver, "driver"),
    vm.undefined,
    print,
    vm.newNumber(seed),
    vm.newNumber(mostLines),
    vm.newString(calls.kind),
    vm.hostToHandle(windows?.names ?? []),
    bufferList(vm, calls.columns),
    vm.newNumber(windows?.length ?? 0),
    vm.newNumber(windows?.from ?? 0),
  );
}

/** Finds the function and calls it with everything. */
function callAll(vm: QuickJS, call: JSValueHandle, { name, parameters, returns, source }: CodeJob): Float64Array {
  const own = vm.evalCode(`typeof ${name} === "function" ? ${name} : undefined`, "find");
  if (own.isUndefined)
    throw new CodeFault(
      source.trim() === ""
        ? `There is no code. It needs a function ${name}(${parameters.join(", ")}).`
        : `Your code has no function ${name}. It needs a function ${name}(${parameters.join(", ")}).`,
    );
  const takes = own.getProp("length").toNumber();
  if (takes > parameters.length)
    throw new CodeFault(
      `Your function ${name} asks for ${takes} values. It is called with ${parameters.length}: ${parameters.join(", ")}.`,
      lineOf(source, name),
    );
  const result = vm.callFunction(
    call,
    vm.undefined,
    own,
    vm.newString(name),
    returns === "decision" ? vm.true : vm.false,
  );
  if (result.isString) {
    const allowed = returns === "decision" ? "0 or 1 (or false or true)" : "a number, 0 or more";
    const hint = /gave nothing/.test(result.toString()) ? " Is a return missing?" : "";
    throw new CodeFault(`${result.toString()} It must give ${allowed}.${hint}`, lineOf(source, name));
  }
  return new Float64Array(result.toArrayBuffer());
}

function bufferList(vm: QuickJS, columns: readonly Float64Array[]): JSValueHandle {
  const list = vm.evalCode("[]", "list");
  columns.forEach((column, i) => {
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    list.setProp(String(i), vm.newArrayBuffer(bytes));
  });
  return list;
}

/** The line in which a function of this name is written, where that can be told. */
function lineOf(source: string, name: string): number | undefined {
  const at = source.search(new RegExp(`\\b${name}\\b`));
  return at < 0 ? undefined : source.slice(0, at).split("\n").length;
}

const inLine = (line: number | undefined, text: string): string =>
  line === undefined ? text.charAt(0).toUpperCase() + text.slice(1) : `Line ${line}: ${text}`;

/** First line of the reader's code in a trace. */
function placeIn(stack: unknown): { line: number; column: number } | undefined {
  const found = new RegExp(`${file}:(\\d+)(?::(\\d+))?`).exec(typeof stack === "string" ? stack : "");
  return found ? { line: Number(found[1]), column: Number(found[2] ?? 0) } : undefined;
}

/** What went wrong inside the engine, in the reader's words. */
function faultFrom(error: unknown): CodeFault {
  if (error instanceof CodeFault) return error;
  const { name, message, stack } = readError(error);
  const place = placeIn(stack);
  const line = place?.line;
  if (/out of memory/i.test(message))
    return new CodeFault(
      inLine(line, `your code needs more than ${memoryBytes / 2 ** 20} MB of memory, so it was stopped.`),
      line,
    );
  if (/call stack|stack overflow/i.test(message))
    return new CodeFault(inLine(line, "a function calls itself too often. Give it an end."), line);
  if (name === "SyntaxError")
    return new CodeFault(
      place ? `Line ${place.line}, column ${place.column}: ${message}.` : `Your code cannot be read: ${message}.`,
      line,
    );
  if (name === "RuntimeError" || name === "LinkError")
    return new CodeFault("Your code broke the interpreter that runs it. Nothing else was touched.");
  if (message === "") return new CodeFault(inLine(line, "your code threw an error without a message."), line);
  if (/^\w+Error$/.test(name) && name !== "Error")
    return new CodeFault(inLine(line, `${name}: ${message.replace(/\.$/, "")}.`), line);
  return new CodeFault(inLine(line, `your code threw “${message}”.`), line);
}

const callCount = ({ calls }: CodeJob): number =>
  (calls.columns[0]?.length ?? 0) - (calls.kind === "windows" ? calls.from : 0);

/** The engine tells only in which function it was, not in which loop. Code that answered some calls may just be slow. */
function lateFault(answered: number, calls: number): CodeFault {
  const counted = (count: number) => count.toLocaleString("en-GB");
  const advice =
    answered === 0
      ? "Look for a loop that never ends, or a regular expression that tries too many ways."
      : `By then your function had answered ${counted(answered)} of ${counted(calls)} calls. Make it faster, or look for a loop that sometimes never ends.`;
  return new CodeFault(`Your code did not finish within ${stopAfterMs / 1000} seconds, so it was stopped. ${advice}`);
}

/** An error of either engine. What the reader's code throws may answer questions with further errors. */
function readError(error: unknown): { name: string; message: string; stack: string } {
  const read = (key: "name" | "message" | "stack") =>
    attempt(() => String((error as Record<string, unknown> | undefined)?.[key] ?? ""), "");
  const message = read("message");
  return { name: read("name"), message: message === "<null>" ? "" : message.slice(0, 300), stack: read("stack") };
}

/** A promise that was rejected and nobody cared. */
function faultOf(reason: JSValueHandle): CodeFault {
  const text = (key: string) => attempt(() => reason.getProp(key).toString(), "");
  const asError = reason.isObject
    ? { name: text("name"), message: text("message"), stack: text("stack") }
    : { message: attempt(() => reason.toString(), "") };
  return faultFrom(asError);
}
