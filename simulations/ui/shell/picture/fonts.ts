/** The page's fonts inside a picture: those subsets whose letters occur in it, as data, so that the file needs no other. */

/** The letters that a picture shows, by family and style. */
export class Letters {
  readonly #used = new Map<string, Set<number>>();

  add(text: string, style: Pick<CSSStyleDeclaration, "fontFamily" | "fontStyle">): void {
    for (const family of style.fontFamily.split(",")) {
      const key = keyOf(family, style.fontStyle);
      const letters = this.#used.get(key) ?? new Set();
      for (const letter of text) letters.add(letter.codePointAt(0)!);
      this.#used.set(key, letters);
    }
  }

  has(family: string, style: string, range: string): boolean {
    const letters = this.#used.get(keyOf(family, style));
    if (!letters) return false;
    const spans = spansOf(range);
    return [...letters].some((letter) => spans.some(([from, to]) => letter >= from && letter <= to));
  }
}

const keyOf = (family: string, style: string): string =>
  `${family.trim().replace(/^["']|["']$/g, "")}|${style || "normal"}`;

/** A style sheet's unicode-range as pairs of code points; all letters where it names none. */
export function spansOf(range: string): (readonly [number, number])[] {
  if (!range.trim()) return [[0, 0x10ffff]];
  return range.split(",").map((span) => {
    const [from = "", to] = span.trim().replace(/^u\+/i, "").split("-");
    const first = Number.parseInt(from.replaceAll("?", "0"), 16);
    return [first, to === undefined ? Number.parseInt(from.replaceAll("?", "f"), 16) : Number.parseInt(to, 16)];
  });
}

async function asData(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url);
    if (!response.ok) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return `data:font/woff2;base64,${btoa(binary)}`;
  } catch {
    // Offline: the picture is drawn in a font of the reader's system, every text as wide as it was.
    return undefined;
  }
}

/** The rules of the page's own style sheets for the letters used. */
export async function fontFaces(letters: Letters): Promise<string> {
  const faces: Promise<string>[] = [];
  const read = (rules: CSSRuleList, base: string) => {
    for (const rule of rules) {
      if (!(rule instanceof CSSFontFaceRule)) {
        if (rule instanceof CSSGroupingRule) read(rule.cssRules, base);
        continue;
      }
      const of = (name: string) => rule.style.getPropertyValue(name);
      const [family, style, range] = [of("font-family"), of("font-style"), of("unicode-range")];
      const url = /url\(["']?([^"')]+)/.exec(of("src"))?.[1];
      if (!url || !letters.has(family, style, range)) continue;
      faces.push(
        asData(new URL(url, base).href).then((data) =>
          data
            ? `@font-face{font-family:${family};font-style:${style || "normal"};font-weight:${of("font-weight") || 400};src:url(${data}) format("woff2");${range ? `unicode-range:${range}` : ""}}`
            : "",
        ),
      );
    }
  };
  for (const sheet of document.styleSheets) read(sheet.cssRules, sheet.href ?? location.href);
  return (await Promise.all(faces)).join("");
}
