/** Prose is linted: words that the course does not use, with what it uses instead. One rule a line. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Rule {
  readonly pattern: RegExp;
  readonly instead: string;
}

const rules: readonly Rule[] = [
  { pattern: /\b(rings?|rang|ringing)\b/i, instead: "raises an alarm; flags" },
  { pattern: /\bdear(er|est|ly)?\b/i, instead: "expensive, costs" },
  { pattern: /\bturned away\b/i, instead: "rejected" },
  { pattern: /\bin line\b|\bwaiting line\b/i, instead: "in the queue" },
  { pattern: /\bfrogs?\b/i, instead: "an explanation without an image" },
  { pattern: /(?<!population )\bstability index\b/i, instead: "PSI, introduced once as population stability index" },
  { pattern: /\b1 (replicas|months|examples|models|requests)\b/, instead: "1 replica, 1 month …" },
  { pattern: /\bdoes in \d/i, instead: "is cheapest in, is right in" },
  { pattern: /\bfifth as many again\b|\bsuch a one\b/i, instead: "name the thing again" },
  { pattern: /\boutvotes?\b/i, instead: "together the old months weigh more" },
  { pattern: /\bnobody leads\b/i, instead: "no option leads: options are not people" },
  { pattern: /\bonly for these \w+ the\b/i, instead: "the right answer is known only for these phones" },
  { pattern: /\b(taken|take) at (its|their) word\b/i, instead: "agrees with what happens" },
  { pattern: /\bupright lines?\b/i, instead: "vertical line" },
  { pattern: /\bother random (data|draws|arrivals)\b/i, instead: "different random data" },
  { pattern: /\b(an)?other right answers?\b/i, instead: "a different right answer" },
  { pattern: /\balso if\b/i, instead: "even if" },
  { pattern: /\bof other settings\b|\bas linked\b/i, instead: "for the previous settings; as in the link" },
  { pattern: /\bsee(s|ing)? through\b/i, instead: "gives no credit to" },
  { pattern: /\bto having its answer\b/i, instead: "to receiving its answer" },
  { pattern: /\bmove the world\b|\bbring them back\b/i, instead: "change the world around it; keep it working" },
  { pattern: /\blearnt\b/i, instead: "learned" },
  { pattern: /\bwatch="(Watch|How|The) /, instead: "a phrase that goes on after “Watch:”" },
  { pattern: /\bright answers\b/i, instead: "true answers" },
  {
    pattern: /\bon the dashboard\b|\bfollow(s|ed)? the clock\b/i,
    instead: "which metrics change; at the planned times",
  },
  { pattern: /\bimpossible to overstate\b|\bneedless to say\b/i, instead: "nothing" },
];

interface Text {
  readonly place: string;
  readonly text: string;
}

/** What a reader may see of a source: its string and template literals and the text between tags, without comments. */
function literalsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
  const written = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|>([^<>{}=;]*[a-z] [^<>{}=;]*)[<{]/g;
  return [...code.matchAll(written)].flatMap(([, plain, template, between]) => {
    const text = plain ?? template ?? between ?? "";
    return /\s/.test(text) ? [text] : [];
  });
}

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file));

const proseOf = (file: string): Text[] => [
  { place: file, text: readFileSync(join(root, file), "utf8").replace(/<References>[\s\S]*?<\/References>/, "") },
];

const texts: readonly Text[] = [
  ...filesIn("lessons", /\.mdx$/).flatMap(proseOf),
  ...["lessons", "simulations", "app"]
    .flatMap((folder) => filesIn(folder, /\.tsx?$/))
    .flatMap((file) => literalsOf(readFileSync(join(root, file), "utf8")).map((text) => ({ place: file, text }))),
];

describe("what a reader sees", () => {
  it.each(rules)("does not say $pattern but: $instead", ({ pattern }) => {
    const found = texts.flatMap(({ place, text }) => {
      const match = pattern.exec(text);
      return match ? [`${place}: … ${text.slice(Math.max(0, match.index - 40), match.index + 40)} …`] : [];
    });
    expect(found).toEqual([]);
  });

  it("is found at all: the rules read lessons, knobs and words", () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.some(({ place }) => place.endsWith("drift/lesson.mdx"))).toBe(true);
    expect(texts.some(({ place }) => place.endsWith("drift/words.ts"))).toBe(true);
    expect(texts.some(({ text }) => text.includes("Skip the guess"))).toBe(true);
  });
});
