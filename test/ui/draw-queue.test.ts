import { afterAll, beforeAll, beforeEach, describe, expect, it, type Mock, vi } from "vitest";
import { type Drawing, forget, requestDraw, wake } from "@/simulations/ui/chart/draw-queue";

const FRAME_MS = 16;
const nextFrame = () => vi.advanceTimersByTime(FRAME_MS);

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => setTimeout(run, FRAME_MS));
});
/** A rest: nothing waits, nothing was drawn just now. */
beforeEach(() => void vi.advanceTimersByTime(5000));
afterAll(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const drawing = (visible = true): Drawing & { draw: Mock<() => void> } => ({
  visible,
  draw: vi.fn<() => void>(),
});

describe("the queue of redraws", () => {
  it("draws at once after a rest, but in a task of its own", () => {
    const a = drawing();
    requestDraw(a);
    expect(a.draw).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(a.draw).toHaveBeenCalledTimes(1);
  });

  it("draws one chart a frame, each once however often it was asked", () => {
    const [a, b] = [drawing(), drawing()];
    for (let i = 0; i < 5; i++) {
      requestDraw(a);
      requestDraw(b);
    }
    vi.advanceTimersByTime(1);
    expect([a.draw.mock.calls.length, b.draw.mock.calls.length]).toEqual([1, 0]);
    vi.advanceTimersByTime(FRAME_MS - 2);
    expect(b.draw).not.toHaveBeenCalled();
    nextFrame();
    nextFrame();
    expect([a.draw.mock.calls.length, b.draw.mock.calls.length]).toEqual([1, 1]);
  });

  it("lets no chart starve while another asks every frame", () => {
    const [a, b] = [drawing(), drawing()];
    requestDraw(a);
    requestDraw(b);
    for (let i = 0; i < 4; i++) {
      nextFrame();
      requestDraw(a);
    }
    expect(b.draw).toHaveBeenCalledTimes(1);
    forget(a);
  });

  it("lets a chart out of sight wait until it is seen", () => {
    const hidden = drawing(false);
    requestDraw(hidden);
    nextFrame();
    expect(hidden.draw).not.toHaveBeenCalled();
    hidden.visible = true;
    wake();
    nextFrame();
    expect(hidden.draw).toHaveBeenCalledTimes(1);
  });

  it("draws a chart out of sight once nothing has asked for a while", () => {
    const [seen, hidden] = [drawing(), drawing(false)];
    requestDraw(hidden);
    for (let i = 0; i < 10; i++) {
      requestDraw(seen);
      vi.advanceTimersByTime(200);
    }
    expect(hidden.draw).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2000);
    expect(hidden.draw).toHaveBeenCalledTimes(1);
  });
});
