/**
 * A number as people type it: "0.25", "0,25", "1 200", "18 %". The last point or comma is the decimal one; with several of
 * one kind they part thousands. Undefined when it is no number.
 *
 * Example: readNumber("0,25") is 0.25; readNumber("1,200.5") is 1200.5; readNumber("a") is undefined.
 */
export function readNumber(text: string): number | undefined {
  let digits = text.replace(/[\s\u00a0\u202f%€]/g, "").replace(/\u2212/g, "-");
  const points = digits.split(".").length - 1;
  const commas = digits.split(",").length - 1;
  if (points > 1) digits = digits.replaceAll(".", "");
  if (commas > 1) digits = digits.replaceAll(",", "");
  if (points === 1 && commas === 1)
    digits = digits.indexOf(".") < digits.indexOf(",") ? digits.replace(".", "") : digits.replace(",", "");
  digits = digits.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? Number(digits) : undefined;
}
