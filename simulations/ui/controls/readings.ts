/** What a typed number can mean, with a point or a comma, whatever the browser's language. */

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i;

/** What a text can mean: "0,3" one number, "1,200" two (a comma that groups, a comma that divides), "abc" none. */
export function readings(text: string): number[] {
  const tidy = text
    .trim()
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\s\u00a0\u202f'’]/g, "");
  const found = new Set<number>();
  const add = (plain: string) => {
    if (PLAIN.test(plain) && Number.isFinite(Number(plain))) found.add(Number(plain));
  };
  const commas = tidy.split(",").length - 1;
  const points = tidy.split(".").length - 1;
  if (commas === 0) {
    // "1.200.000" groups; "1.200" is 1.2 on an English page.
    if (points > 1 && /^[+-]?\d{1,3}(\.\d{3})+$/.test(tidy)) add(tidy.replaceAll(".", ""));
    else add(tidy);
  } else if (points === 0) {
    if (commas === 1) add(tidy.replace(",", "."));
    if (/^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(tidy)) add(tidy.replaceAll(",", ""));
  } else if (tidy.lastIndexOf(",") > tidy.lastIndexOf(".")) {
    // "1.200,5"
    if (commas === 1 && /^[+-]?\d{1,3}(\.\d{3})+,/.test(tidy)) add(tidy.replaceAll(".", "").replace(",", "."));
  } else if (points === 1 && /^[+-]?\d{1,3}(,\d{3})+\./.test(tidy)) add(tidy.replaceAll(",", ""));
  return [...found];
}
