import { describe, expect, test } from "vitest";
import { Letters, spansOf } from "../../simulations/ui/shell/picture/fonts";

describe("fonts of a picture", () => {
  test("a range of letters is read with single letters, spans and question marks", () => {
    expect(spansOf("U+??, U+131, U+2000-206F, U+1F??")).toEqual([
      [0x00, 0xff],
      [0x131, 0x131],
      [0x2000, 0x206f],
      [0x1f00, 0x1fff],
    ]);
    expect(spansOf("")).toEqual([[0, 0x10ffff]]);
  });

  test("a subset is taken only where its letters occur, in its family and style", () => {
    const letters = new Letters();
    letters.add("20 thousand €", { fontFamily: '"Inter Variable", Inter, sans-serif', fontStyle: "normal" });
    expect(letters.has('"Inter Variable"', "normal", "U+??")).toBe(true);
    expect(letters.has("Inter Variable", "", "U+20AC")).toBe(true);
    expect(letters.has("Inter Variable", "normal", "U+370-3FF")).toBe(false);
    expect(letters.has("Inter Variable", "italic", "U+??")).toBe(false);
    expect(letters.has("Source Serif 4 Variable", "normal", "U+??")).toBe(false);
  });
});
