/** The drawings of charts come when they are needed, once, and once more where they could not be loaded. */
import { expect, it, vi } from "vitest";
import { sampleOf } from "@/simulations/gallery";
import { drawingOf, loadDrawings } from "@/simulations/ui/chart/drawing";
import { kinds } from "@/simulations/ui/chart/kinds";

it("a drawing that could not be loaded is tried again, one that is there is not", async () => {
  const [chart] = (await sampleOf("tiles")).charts;
  const load = vi.spyOn(kinds.tiles, "load").mockRejectedValueOnce(new Error("offline"));
  expect(drawingOf(chart!)).toBeUndefined();
  await loadDrawings([chart!, chart!]);
  expect(drawingOf(chart!)).toBe("failed");
  expect(load).toHaveBeenCalledTimes(1);
  await loadDrawings([chart!]);
  expect(drawingOf(chart!)).toHaveProperty("Draw");
  await loadDrawings([chart!]);
  expect(load).toHaveBeenCalledTimes(2);
});
