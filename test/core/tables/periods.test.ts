import { describe, expect, it } from "vitest";
import { dateOf } from "@/simulations/core/tables/dates";
import { mostPeriods, periodsOf } from "@/simulations/core/tables/periods";
import { readTable } from "@/simulations/core/tables/read-table";

const columnOf = (cells: readonly string[]) =>
  readTable(new TextEncoder().encode(["when,x", ...cells.map((cell) => `${cell},1`)].join("\n")));
const periods = (...cells: string[]) => periodsOf(columnOf(cells), 0);

describe("a date", () => {
  it.each([
    ["2024-02", { year: 2024, month: 2, day: undefined }],
    ["2024-02-29", { year: 2024, month: 2, day: 29 }],
    ["2024-02-29T10:30Z", { year: 2024, month: 2, day: 29 }],
    ["2024-12-31 23:59:59.123+05:30", { year: 2024, month: 12, day: 31 }],
    ["2023-02-29", undefined],
    ["1900-02-29", undefined],
    ["2024-13-01", undefined],
    ["2024-00", undefined],
    ["2024-01-00", undefined],
    ["31.12.2024", { year: 2024, month: 12, day: 31 }],
    ["1.3.2024 09:30", { year: 2024, month: 3, day: 1 }],
    ["31.02.2024", undefined],
    ["3/4/2024", undefined],
    ["2024", undefined],
    ["=1+1", undefined],
  ])("is read from %s", (text, date) => {
    expect(dateOf(text)).toEqual(date);
  });
});

describe("periods", () => {
  it("are days while there are few, then months, then years", () => {
    expect(periods("2024-02-01", "2024-01-31T10:00", "2024-02-01")).toMatchObject({
      by: "day",
      labels: ["2024-01-31", "2024-02-01"],
      counts: [1, 2],
    });
    const days = Array.from({ length: 100 }, (_, i) => `2024-0${1 + (i % 9)}-${10 + Math.floor(i / 9)}`);
    expect(periods(...days)).toMatchObject({ by: "month", labels: expect.arrayContaining(["2024-09"]) });
    const months = Array.from(
      { length: 252 },
      (_, i) => `${2000 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, "0")}`,
    );
    expect(months.length).toBeGreaterThan(mostPeriods);
    const years = periods(...months);
    expect(years).toMatchObject({ by: "year", missing: 0 });
    expect(years.labels).toHaveLength(21);
    expect(years.counts).toEqual(years.labels.map(() => 12));
  });

  it("are months where only months are written", () => {
    expect(periods("2024-03", "2024-01-15", "2024-03")).toMatchObject({ by: "month", labels: ["2024-01", "2024-03"] });
  });

  it("follow each other by number, or by their first row where they are texts", () => {
    expect(periods("10", "9", "10.0").labels).toEqual(["9", "10"]);
    expect(periods("train", "live", "train").labels).toEqual(["train", "live"]);
    expect(periods("__proto__", "constructor", "__proto__").counts).toEqual([2, 1]);
  });

  it("count rows without a period as missing", () => {
    const { of, missing } = periods("2024-01-01", "", "NA", "2024-01-02");
    expect([...of]).toEqual([0, -1, -1, 1]);
    expect(missing).toBe(2);
  });

  it("are refused with line and column where one of many dates is none", () => {
    expect(() => periods("2024-01-01", "2024-02-30", "2024-03-01")).toThrow(
      /^Line 3, column “when”: “2024-02-30” is not a date\. Allowed are dates such as/,
    );
  });

  it("are refused with line and column where there are too many", () => {
    const ids = Array.from({ length: mostPeriods + 5 }, (_, i) => `id${i}`);
    expect(() => periods(...ids)).toThrow(/^Line 242, column “when”: by this line .* more than 240 different values/);
  });
});
