import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { STORAGE_KEY } from "@/app/_state/storage-key";

/** A fresh store over the given storage, as a page gets it. */
async function openNotebook(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">) {
  vi.resetModules();
  vi.stubGlobal("localStorage", storage);
  const { notebook, rehydrate } = await import("@/app/_state/notebook");
  rehydrate();
  await new Promise((resolve) => setTimeout(resolve));
  return notebook;
}

function createMemory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const refuse = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};

describe("the notebook of a device", () => {
  let memory = createMemory();
  beforeEach(() => {
    memory = createMemory();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("keeps progress, answers, place and theme over a reload", async () => {
    const first = await openNotebook(memory);
    first.getState().complete("drift", "pitfall");
    first.getState().complete("drift", "pitfall");
    first.getState().save("drift", "checkpoint", { answer: "Both" });
    first.getState().visit("drift", "pitfall");
    first.getState().setTheme("dark");
    const second = await openNotebook(memory);
    expect(second).not.toBe(first);
    expect(second.getState()).toMatchObject({
      lessons: { drift: { done: ["pitfall"], saved: { checkpoint: { answer: "Both" } }, last: "pitfall" } },
      lastLesson: "drift",
      theme: "dark",
      ready: true,
      trouble: undefined,
    });
  });

  it("works in memory and says so once when storage is blocked", async () => {
    const notebook = await openNotebook({ getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(notebook.getState().trouble).toBe("blocked");
    notebook.getState().dismissTrouble();
    notebook.getState().complete("drift", "recap");
    await new Promise((resolve) => setTimeout(resolve));
    expect(notebook.getState().lessons.drift?.done).toEqual(["recap"]);
    expect(notebook.getState().trouble).toBeUndefined();
  });

  it("starts clean from text that is no saved state, sets that text aside and says so", async () => {
    memory.kept.set(STORAGE_KEY, "{half a fi");
    const notebook = await openNotebook(memory);
    expect(notebook.getState()).toMatchObject({ lessons: {}, trouble: "unreadable" });
    expect(memory.kept.get(`${STORAGE_KEY}.unreadable`)).toBe("{half a fi");
  });

  it("leaves what a later version kept as it is, reads what it understands of it, and says so", async () => {
    const later = JSON.stringify({
      version: 99,
      state: { lessons: { drift: { done: ["recap"], saved: {}, medals: 3 } }, theme: "light", shape: "unknown" },
    });
    memory.kept.set(STORAGE_KEY, later);
    const notebook = await openNotebook(memory);
    expect(notebook.getState()).toMatchObject({ theme: "light", lessons: { drift: { done: ["recap"] } } });
    notebook.getState().complete("drift", "pitfall");
    await new Promise((resolve) => setTimeout(resolve));
    expect(notebook.getState()).toMatchObject({ trouble: "newer", lessons: { drift: { done: ["recap", "pitfall"] } } });
    expect(memory.kept.get(STORAGE_KEY)).toBe(later);
  });

  it("takes over what it knows of another version", async () => {
    const state = { lessons: { drift: { done: ["recap"], saved: {} }, bad: 1 }, theme: "light", shape: "unknown" };
    memory.kept.set(STORAGE_KEY, JSON.stringify({ version: 7, state }));
    const notebook = await openNotebook(memory);
    expect(notebook.getState()).toMatchObject({ lessons: { drift: { done: ["recap"] } }, theme: "light" });
    expect(notebook.getState().lessons.bad).toBeUndefined();
  });

  it("does not keep what is too large for a cell", async () => {
    const notebook = await openNotebook(memory);
    notebook.getState().save("drift", "cell", "x".repeat(100_000));
    expect(notebook.getState().lessons.drift).toBeUndefined();
  });

  it("clears progress and leaves the theme", async () => {
    const notebook = await openNotebook(memory);
    notebook.getState().setTheme("dark");
    notebook.getState().visit("drift", "recap");
    notebook.getState().clear();
    expect(notebook.getState()).toMatchObject({ lessons: {}, lastLesson: undefined, theme: "dark" });
  });
});
