import { expect, it } from "vitest";
import { addRows, dotRows, offsetsOf } from "@/simulations/core/models/weighted-rows";
import { createRandom } from "@/simulations/core/random";

const length = 13;
const random = createRandom(2, "weighted rows");
const rows = random.normals(new Float64Array(7 * length));
const other = random.normals(new Float64Array(length));

it.each([0, 1, 3, 4, 5, 7])("adds %i weighted rows as one after the other, to the last digit", (count) => {
  const weights = random.normals(new Float64Array(count));
  const order = [4, 0, 6, 2, 1, 5, 3].slice(0, count);
  const expected = Float64Array.from(other);
  order.forEach((row, k) => {
    for (let i = 0; i < length; i++) expected[i]! += weights[k]! * rows[row * length + i]!;
  });
  const into = new Float64Array(length + 2).fill(9);
  into.set(other, 1);
  addRows(
    into,
    1,
    length,
    rows,
    Int32Array.from(order, (row) => row * length),
    weights,
  );
  expect(Array.from(into)).toEqual([9, ...expected, 9]);
});

it.each([0, 1, 3, 4, 5, 7])("multiplies %i rows as one after the other, to the last digit", (count) => {
  const expected = Array.from({ length: count }, (_, k) => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += rows[k * length + i]! * other[i]!;
    return sum;
  });
  const into = new Float64Array(9).fill(9);
  dotRows(into, 1, count, rows, other);
  expect(Array.from(into)).toEqual([9, ...expected, ...new Array(8 - count).fill(9)]);
});

it("says where rows begin", () => {
  expect(Array.from(offsetsOf(3, 5))).toEqual([0, 5, 10]);
});
