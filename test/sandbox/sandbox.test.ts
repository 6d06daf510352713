/** The worker in which code runs: what does not answer is ended, and the next job has a new one. */
import { expect, it } from "vitest";
import { CodeFault, type CodeJob } from "@/simulations/runtime/own-code";
import type { FromSandbox, SandboxPort, ToSandbox } from "@/simulations/sandbox/protocol";
import { createSandbox } from "@/simulations/sandbox/sandbox";

const job = (source: string): CodeJob => ({
  source,
  name: "f",
  parameters: ["x"],
  returns: "weight",
  calls: { kind: "rows", columns: [new Float64Array(1)] },
  seed: 1,
});

/** Workers that answer with the number of the worker; they keep silent on "hang", and die of "crash". */
function workers() {
  let made = 0;
  let ended = 0;
  const heard: string[] = [];
  const createPort = (): SandboxPort => {
    const own = ++made;
    let say: (message: FromSandbox) => void = () => {};
    let die: (message: string) => void = () => {};
    return {
      listen(onMessage, onCrash) {
        say = (message) => queueMicrotask(() => onMessage(message));
        die = (message) => queueMicrotask(() => onCrash(message));
      },
      post(message: ToSandbox) {
        if (message.type === "start") return say({ type: "ready" });
        const { id, job } = message;
        heard.push(job.source);
        if (job.source === "hang") return;
        if (job.source === "crash") return die("gone");
        if (job.source === "wrong") return say({ type: "fault", id, message: "Line 1: no.", line: 1, printed: ["p"] });
        say({ type: "answer", id, answer: { values: Float64Array.of(own), printed: [] } });
      },
      terminate() {
        ended++;
      },
    };
  };
  return { createPort, heard, made: () => made, ended: () => ended };
}

it("keeps one worker while it answers", async () => {
  const { createPort, made } = workers();
  const interpret = createSandbox(createPort, "engine.wasm", 20);
  expect((await interpret(job("a"))).values[0]).toBe(1);
  await expect(interpret(job("wrong"))).rejects.toMatchObject({
    name: "CodeFault",
    message: "Line 1: no.",
    line: 1,
    printed: ["p"],
  });
  expect((await interpret(job("b"))).values[0]).toBe(1);
  expect(made()).toBe(1);
});

it("ends one that does not answer, says so, and does what waited in a new one", async () => {
  const { createPort, made, ended, heard } = workers();
  const interpret = createSandbox(createPort, "engine.wasm", 20);
  const [hung, after] = await Promise.allSettled([interpret(job("hang")), interpret(job("after"))]);
  expect(hung).toMatchObject({ status: "rejected", reason: expect.any(CodeFault) });
  expect((hung as PromiseRejectedResult).reason.message).toMatch(
    /^Your code did not answer within 0.02 seconds, so it was stopped\./,
  );
  expect((after as PromiseFulfilledResult<{ values: Float64Array }>).value.values[0]).toBe(2);
  expect([made(), ended()]).toEqual([2, 1]);
  expect(heard).toEqual(["hang", "after"]);
});

it("starts anew after a crash", async () => {
  const { createPort, made } = workers();
  const interpret = createSandbox(createPort, "engine.wasm", 20);
  await expect(interpret(job("crash"))).rejects.toThrow("The sandbox for your code broke down: gone");
  expect((await interpret(job("a"))).values[0]).toBe(2);
  expect(made()).toBe(2);
});

it("says what to do where its files cannot be loaded, and tries again with the next job", async () => {
  const { createPort } = workers();
  let online = false;
  const interpret = createSandbox(() => {
    if (online) return createPort();
    return {
      listen: (_, onCrash) => queueMicrotask(() => onCrash("Uncaught NetworkError: Failed to execute 'importScripts'")),
      post: () => {},
      terminate: () => {},
    };
  }, "engine.wasm");
  await expect(interpret(job("a"))).rejects.toThrow(
    /^The sandbox for your code could not be loaded\. Try again once you are online;/,
  );
  online = true;
  expect((await interpret(job("a"))).values[0]).toBe(1);
});

it("hands no worker what is too long", async () => {
  const { createPort, made } = workers();
  await expect(createSandbox(createPort, "engine.wasm")(job("x".repeat(2 ** 20)))).rejects.toThrow(
    "1,048,576 characters",
  );
  expect(made()).toBe(0);
});
