import { describe, expect, it } from "vitest";
import { themeCss } from "@/simulations/ui/design/theme-css";
import { isPresented, themes, tokens } from "@/simulations/ui/design/tokens";
import { presentedTypeScale, typeScale } from "@/simulations/ui/design/type-scale";

/** Contrast ratio of two #rrggbb colours as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe("the styles made from the tokens", () => {
  it.each(themes)("carry every colour of the %s theme", (theme) => {
    const place =
      theme === "projector-dark"
        ? ":root\\[data-theme=projector\\]\\[data-scheme=dark\\]"
        : `:root\\[data-theme=${theme}\\]`;
    const rule = new RegExp(`${place}\\{([^}]*)\\}`).exec(themeCss)?.[1] ?? "";
    for (const [name, value] of Object.entries(tokens[theme])) expect(rule.split(";")).toContain(`${name}:${value}`);
  });

  it("carry every size in rem", () => {
    for (const sizes of [...Object.values(typeScale), ...Object.values(presentedTypeScale)])
      for (const [name, px] of Object.entries(sizes)) expect(themeCss).toContain(`${name}:${px / 16}rem`);
  });

  it("are larger the wider the screen they are presented on, and nowhere smaller than unpresented", () => {
    const bands = ["narrow", "middle", "wide", "huge"] as const;
    bands.forEach((band, i) => {
      for (const [name, px] of Object.entries(presentedTypeScale[band])) {
        const size = name as keyof typeof typeScale.wide;
        expect(px, `${name} ${band}`).toBeGreaterThanOrEqual(typeScale[band][size]);
        if (i > 0) expect(px, `${name} ${band}`).toBeGreaterThan(presentedTypeScale[bands[i - 1]!][size]);
      }
    });
  });

  it("have no text under 12 px", () => {
    for (const sizes of [...Object.values(typeScale), ...Object.values(presentedTypeScale)])
      expect(Math.min(...Object.values(sizes))).toBeGreaterThanOrEqual(12);
  });

  it.each(themes)("have the contrast that text and graphics need in the %s theme", (theme) => {
    const colours = tokens[theme];
    const text = isPresented(theme) ? 7 : 4.5;
    const decoration = /^--(page|surface|hair|grid)$/;
    for (const [name, value] of Object.entries(colours)) {
      if (decoration.test(name)) continue;
      const isText = /^--(ink|ink-2|ink-3|you|.*-text)$/.test(name);
      const lowest = Math.min(contrast(value, colours["--page"]), contrast(value, colours["--surface"]));
      expect(lowest, `${name} ${value}`).toBeGreaterThanOrEqual(isText ? text : 3);
    }
  });
});
