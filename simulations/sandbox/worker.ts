/** The worker in which readers' code runs. It knows the engine and nothing else of the course. */
import { CodeFault } from "../runtime/own-code";
import { interpretWith } from "./interpreter";
import type { FromSandbox, ToSandbox } from "./protocol";

let engine: Promise<WebAssembly.Module> | undefined;
const say = (message: FromSandbox) => postMessage(message);

async function load(address: string): Promise<WebAssembly.Module> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

addEventListener("message", async ({ data }: MessageEvent<ToSandbox>) => {
  if (data.type === "start") {
    engine = load(data.engine);
    engine.then(
      () => say({ type: "ready" }),
      (error: unknown) => say({ type: "unable", message: error instanceof Error ? error.message : String(error) }),
    );
    return;
  }
  const { id, job } = data;
  try {
    say({ type: "answer", id, answer: await interpretWith(await engine!, job) });
  } catch (error) {
    const fault = error instanceof CodeFault ? error : new CodeFault(String(error));
    say({ type: "fault", id, message: fault.message, line: fault.line, printed: fault.printed });
  }
});
