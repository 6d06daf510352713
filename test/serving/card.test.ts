import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardFileName, cardMarkdown, cardOf, cleanText, escapeMarkdown } from "@/simulations/serving/card";
import { fields, readAnswers } from "@/simulations/serving/card-fields";

const answers = {
  name: "Scratch finder",
  task: "Is this phone scratched?",
  mode: "realtime",
  place: "edge",
  percentile: "p99",
  latency: "80",
  qps: "40",
  load: "70",
  logForm: "hashed",
};

describe("the deployment card", () => {
  it("is a Markdown document of what was decided, with what is still open", () => {
    const text = cardMarkdown(answers);
    expect(text.split("\n")[0]).toBe("# Deployment card: Scratch finder");
    expect(text).toContain("## Real time or batch job\n\n- **Answers:** In real time\n");
    expect(text).toContain("- **At most:** 80 ms");
    expect(text).toContain("## Not decided yet\n\n- Real time or batch job: reason");
    expect(text.endsWith("\n")).toBe(true);
  });

  it("leaves out what is no longer asked", () => {
    const text = cardMarkdown({ ...answers, mode: "batch", doneBy: "6 a.m." });
    expect(text).toContain("- **Done by:** 6 a.m.");
    expect(text).not.toContain("80 ms");
  });

  it("takes no number that is none or out of range", () => {
    for (const latency of ["soon", "-3", "1e99", "NaN", " "])
      expect(cardOf({ ...answers, latency }).open).toContain("Latency and throughput: at most");
  });

  it("says what does not go together", () => {
    expect(cardOf(answers).concerns).toHaveLength(1);
    const concerns = cardOf({ ...answers, place: "cloud", offline: "works", latency: "250", load: "97" }).concerns;
    expect(concerns.join(" ")).toMatch(/cannot keep working without a connection.*250 ms.*97 %/);
  });

  it("asks about a model in users' hands and a GPU that is hardly used", () => {
    const concerns = (change: Record<string, string>) => cardOf({ ...answers, ...change }).concerns.join(" ");
    for (const place of ["device", "browser"]) expect(concerns({ place })).toMatch(/anybody can copy it/);
    for (const place of ["edge", "cloud"]) expect(concerns({ place })).not.toMatch(/anybody can copy it/);
    expect(concerns({ processor: "gpu", qps: "5" })).toMatch(/At 5 requests a second batches stay nearly empty/);
    expect(concerns({ processor: "gpu", qps: "50" })).not.toMatch(/nearly empty/);
    expect(concerns({ processor: "gpu", qps: "5", mode: "batch" })).not.toMatch(/nearly empty/);
  });

  it("shows what was typed as text: no markup of its own, one line, not longer than its field", () => {
    const html = '<img src=x onerror="alert(1)">';
    const text = cardMarkdown({
      ...answers,
      name: `# ${html}\n## More`,
      task: `[a](b) **c**\r\n- d ${"x".repeat(500)}`,
    });
    expect(text).not.toMatch(/(?<!\\)<img/);
    expect(text.split("\n")[0]).toBe(`# Deployment card: \\# \\<img src=x onerror="alert(1)"\\> \\#\\# More`);
    const task = text.split("\n").find((line) => line.startsWith("- **What it answers:**"))!;
    expect(task).toContain("\\[a\\](b) \\*\\*c\\*\\* - d xxx");
    expect(task.length).toBeLessThan(220);
    expect(cleanText("a\u202eb\u0000c", 10)).toBe("ab c");
  });

  it("has as many lines as its fields and headings whatever was typed", () => {
    const shape = (text: string) => text.split("\n").map((line) => line.replace(/(:\*\*|card:) .*/, "$1"));
    const plain = shape(cardMarkdown({ ...answers, callers: "us" }));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => {
        fc.pre(cleanText(typed, 60) !== "");
        const text = cardMarkdown({ ...answers, name: typed, task: typed, callers: typed });
        expect(shape(text)).toEqual(plain);
        expect(text.length).toBeLessThan(4000);
      }),
      { numRuns: 100 },
    );
  });

  it("escapes every character that Markdown reads", () => {
    expect(escapeMarkdown("<b> *now*")).toBe("\\<b\\> \\*now\\*");
    expect(escapeMarkdown("a_b`c`|~#[x]!&\\")).toBe("a\\_b\\`c\\`\\|\\~\\#\\[x\\]\\!\\&\\\\");
  });

  it("has a file name that every file system takes", () => {
    expect(cardFileName(answers)).toBe("deployment-card-scratch-finder.md");
    expect(cardFileName({})).toBe("deployment-card.md");
    expect(cardFileName({ name: "../../Über: C:\\x?.exe" })).toBe("deployment-card-u-ber-c-x-exe.md");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(cardFileName({ name })).toMatch(/^deployment-card(-[a-z0-9]+)*\.md$/);
        expect(cardFileName({ name }).length).toBeLessThan(64);
      }),
    );
  });
});

describe("saved answers", () => {
  it("are read back as they were", () => {
    expect(readAnswers({ answers })).toEqual(answers);
  });

  it("are dropped where they are none", () => {
    expect(
      readAnswers({ answers: { ...answers, mode: "toString", place: 3, unknown: "x", __proto__: { qps: "1" } } }),
    ).toEqual(Object.fromEntries(Object.entries(answers).filter(([name]) => name !== "mode" && name !== "place")));
    expect(readAnswers({ answers: { task: "y".repeat(1000) } }).task).toHaveLength(
      fields.task!.kind === "text" ? fields.task!.max : 0,
    );
    fc.assert(
      fc.property(fc.anything(), (saved) => {
        expect(cardMarkdown(readAnswers(saved))).toContain("# Deployment card");
        expect(cardMarkdown(readAnswers({ answers: saved }))).toContain("# Deployment card");
      }),
    );
  });
});
