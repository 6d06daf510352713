/** A number and its unit stay on one line, in lessons and in what experiments compose. */
import { expect, test } from "vitest";
import units, { unbroken as inLessons } from "@/app/_mdx/units.mjs";
import { unbroken } from "@/simulations/ui/ink/unbroken";

test("a number and its unit are joined, other words are not", () => {
  for (const join of [inLessons, unbroken]) {
    expect(join("prices rise by 12 % in month 6 of 24")).toBe("prices rise by 12\u00a0% in month 6 of 24");
    expect(join("23 thousand € and 5 °C, 20 ms")).toBe("23\u00a0thousand\u00a0€ and 5\u00a0°C, 20\u00a0ms");
    expect(join("32 replicas, 20 msgs")).toBe("32 replicas, 20 msgs");
  }
});

test("text, attributes and answers of a lesson are joined, code is not", () => {
  const literal = { type: "Literal", value: "40 %", raw: '"40 %"' };
  const tree = {
    type: "root",
    children: [
      { type: "text", value: "40 %" },
      { type: "inlineCode", value: "40 %" },
      {
        type: "mdxJsxFlowElement",
        children: [],
        attributes: [
          { type: "mdxJsxAttribute", name: "question", value: "Why 40 %?" },
          {
            type: "mdxJsxAttribute",
            name: "options",
            value: {
              data: { estree: { type: "Program", body: [{ type: "ExpressionStatement", expression: literal }] } },
            },
          },
        ],
      },
    ],
  };
  units()(tree);
  expect(tree.children[0]).toMatchObject({ value: "40\u00a0%" });
  expect(tree.children[1]).toMatchObject({ value: "40 %" });
  expect(tree.children[2]?.attributes?.[0]).toMatchObject({ value: "Why 40\u00a0%?" });
  expect(literal).toEqual({ type: "Literal", value: "40\u00a0%" });
});
