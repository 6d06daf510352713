import { describe, expect, it } from "vitest";
import { numberOf, numbersOf, valueCounts } from "@/simulations/core/tables/cells";
import { limitsText, tableLimits } from "@/simulations/core/tables/limits";
import { readTable } from "@/simulations/core/tables/read-table";
import { readText } from "@/simulations/core/tables/read-text";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readTable(bytesOf(text));
const cellsOf = (text: string) => read(text).columns.map(({ name, cells }) => [name, ...cells]);

describe("a table that a reader brings", () => {
  it.each([
    ["commas", "score,label\n0.5,1\n"],
    ["commas, Windows line ends and the mark of UTF-8", "\uFEFFscore,label\r\n0.5,1\r\n"],
    ["line ends of old Macintoshes", "score,label\r0.5,1\r"],
    ["semicolons", "score;label\n0.5;1"],
    ["tabs", "score\tlabel\n0.5\t1"],
    ["strokes", "score|label\n0.5|1"],
    ["blank lines before, between and after", "\n\nscore,label\n\n0.5,1\n\n\n"],
    ["lines of separators only", "score,label\n,\n0.5,1\n,\n"],
    ["quotation marks round cells", '"score","label"\n"0.5","1"'],
  ])("is read with %s", (_, text) => {
    expect(cellsOf(text)).toEqual([
      ["score", "0.5"],
      ["label", "1"],
    ]);
  });

  it("keeps separators, line ends and doubled quotation marks inside quotation marks, and counts the lines", () => {
    const table = read('name,value\n"one, ""two""\nthree",1\nfour,2\n');
    expect(table.columns[0]!.cells).toEqual(['one, "two"\nthree', "four"]);
    expect(table.lines).toEqual([2, 4]);
  });

  it("reads UTF-16 and Windows-1252, and says where the latter is not UTF-8", () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...[..."a;b\nü;1"].flatMap((c) => [c.charCodeAt(0), 0])]);
    expect(readTable(utf16).columns[0]!.cells).toEqual(["ü"]);
    const old = readTable(new Uint8Array([...bytesOf("a;b\nx;1\nM"), 0xfc, ...bytesOf("nchen;2")]));
    expect(old.columns[0]!.cells).toEqual(["x", "München"]);
    expect(old.notes.join()).toMatch(/Line 3 is not UTF-8/);
  });

  it("gives every column a name of its own, whatever line 1 says", () => {
    const table = read("a,,a,__proto__,constructor,a\n1,2,3,=1+1,5,6");
    const names = table.columns.map(({ name }) => name);
    expect(names).toEqual(["a", "column 2", "a (column 3)", "__proto__", "constructor", "a (column 6)"]);
    expect(table.columns[3]!.cells).toEqual(["=1+1"]);
    expect(table.notes).toHaveLength(3);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it("takes a first line of numbers or dates as a row", () => {
    const table = read("0.5,1\n0.25,0");
    expect(table.columns[0]).toEqual({ name: "column 1", cells: ["0.5", "0.25"] });
    expect(table.lines).toEqual([1, 2]);
    expect(read("2024-01-31,1\n2024-02-01,0").columns[0]!.cells).toHaveLength(2);
    expect(read("31.1.2024;0,5\n1.2.2024;0,7").columns[1]!.cells).toEqual(["0,5", "0,7"]);
  });

  it("holds as many rows as are allowed, and the page says how many", () => {
    expect(read(`n\n${"1\n".repeat(tableLimits.rows)}`).lines).toHaveLength(tableLimits.rows);
    expect(limitsText).toBe("at most 5 MB, 100,000 rows and 50 columns");
  });
});

describe("what is wrong with a file", () => {
  const wide = Array.from({ length: tableLimits.columns + 1 }, (_, i) => `c${i}`).join(",");
  it.each([
    ["is empty", "", /empty\. Line 1 must hold the names/],
    ["is blank", " \n\n", /only blank lines\. Line 1 must/],
    ["has names and no rows", "a,b\n", /^Line 1 names the columns, and no rows follow/],
    ["has too few cells in a line", "a,b\n1,2\n\n3\n", /^Line 4: 1 cell, but line 1 names 2 columns/],
    ["has too many cells after a cell of two lines", 'a,b\n"x\ny",1\n1,2,3', /^Line 4: 3 cells, but line 1 names 2/],
    ["opens a quotation mark for good", 'a,b\n1,2\n3,"4\n5,6', /^Line 3: a quotation mark opens here/],
    ["goes on after a quotation mark", 'a,b\n1,"2"x\n', /^Line 2: text follows a closing quotation mark/],
    [
      "is a spreadsheet",
      "PK\u0003\u0004\n",
      /^Line 1: a character that is not text \(code 3\)\..*Save the sheet as CSV/,
    ],
    ["holds bytes of a picture", "a,b\n1,\u0000", /^Line 2: a character that is not text \(code 0\)/],
    ["has too many columns", `${wide}\n`, /^Line 1: the file has 51 columns\. At most 50/],
    ["has too many rows", `n\n${"1\n".repeat(tableLimits.rows + 1)}`, /^Line 100,002: .*100,000 rows/],
    ["has too many bytes", "x".repeat(tableLimits.bytes + 1), /^The file has 5\.1 MB\. At most 5 MB/],
  ])("is told with its line when it %s", (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("is told of random bytes as well, without a crash", () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) % 256);
    expect(() => readText(bytes)).toThrow(/^Line \d+: a character that is not text/);
  });
});

describe("cells", () => {
  it.each([
    ["0.5", ",", 0.5],
    [" -1e-3 ", ",", -0.001],
    [".5", ",", 0.5],
    ["0,5", ";", 0.5],
    ["0,5", "\t", 0.5],
    ["1.5", ";", 1.5],
    ["", ",", Number.NaN],
    ["NaN", ",", Number.NaN],
    ["n/a", ";", Number.NaN],
    ["-Infinity", ",", Number.NaN],
    ["1e308", ",", Number.NaN],
    ["1e999", ",", Number.NaN],
    ["0,5", ",", undefined],
    ["1.234,5", ";", undefined],
    ["0x10", ",", undefined],
    ["=1+1", ",", undefined],
    ["abc", ",", undefined],
  ])("read %s in a file separated by %j as %s", (cell, delimiter, value) => {
    expect(numberOf(cell, delimiter)).toEqual(value);
  });

  it("of a column are counted: missing ones, other ones, and where the first of these is", () => {
    const column = numbersOf(read("x,y\n1,a\n,b\nabc,c\n2,d\ndef,e\n"), 0);
    expect(column).toMatchObject({ missing: 1, other: 2, firstOther: { line: 4, cell: "abc" } });
    expect(Array.from(column.values)).toEqual([1, Number.NaN, Number.NaN, 2, Number.NaN]);
  });

  it("are the same value however a number is written, and too many values are not counted", () => {
    const table = read("y\n1\n1.0\n0\nyes\n\n");
    expect([...valueCounts(table, 0, 3)!]).toEqual([
      ["1", 2],
      ["0", 1],
      ["yes", 1],
    ]);
    expect(valueCounts(table, 0, 2)).toBeUndefined();
  });
});
