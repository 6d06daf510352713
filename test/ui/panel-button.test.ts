/** Where a panel opens. */
import { expect, it } from "vitest";
import { placeOf } from "@/simulations/ui/controls/panel-button";

const button = { left: 1278, top: 100, bottom: 124 };
const panel = { width: 336, height: 260 };
const view = { width: 1920, height: 1080 };

it("a panel opens to the right of its button's left edge, as far as the row of buttons reaches", () => {
  expect(placeOf({ ...button, left: 900 }, { right: 1512 }, panel, view).left).toBe(900);
  expect(placeOf(button, { right: 1512 }, panel, view).left).toBe(1512 - 336);
});

it("a panel stays in the window, above its button where there is no room below", () => {
  const phone = { width: 360, height: 300 };
  expect(placeOf({ ...button, left: 200 }, { right: 400 }, panel, phone).left).toBe(12);
  expect(placeOf({ left: 20, top: 280, bottom: 296 }, { right: 350 }, { width: 200, height: 200 }, phone).top).toBe(74);
});
