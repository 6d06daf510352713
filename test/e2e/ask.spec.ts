import { drag, expect, firstSlider, openExperiment, run, test } from "./support";

test("the bench measures a model in the worker when nothing runs, and a slider does not wait for it", async ({
  page,
}) => {
  const section = await openExperiment(page, { slug: "serving", id: "batching", component: "ServingBench" });
  await run(section);
  const measured = section.locator(".dl-measured");
  await expect(measured).toContainText(/Measured here: a network of \d+ inputs and \d+ hidden units/);
  await measured.getByRole("button", { name: "Measure again" }).click();
  await expect(measured).toHaveAttribute("aria-busy", "true");
  await drag(page, await firstSlider(section), 0.3);
  await expect(section).toHaveAttribute("data-status", "done");
  await expect(measured.getByRole("button", { name: "Measure again" })).toBeEnabled();
  await expect(measured).toContainText("Measured here:");
});
