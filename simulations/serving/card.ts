/**
 * Answers to the checklist → the one-page deployment card and its Markdown. What a person typed is text and nothing else: one
 * line, cut to its field's length, and nothing in it is read as Markdown or HTML.
 */
import { type Answers, type Field, fields, isAsked, numberOf, sections } from "./card-fields";
import { limitMs } from "./frames";

export interface CardSection {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

/** Headings over what does not go together, and over what has no answer. */
export const checkAgain = "Check again";
export const notDecided = "Not decided yet";

export interface Card {
  readonly title: string;
  readonly sections: readonly CardSection[];
  /** What was asked and has no answer yet, a line a section. */
  readonly open: readonly string[];
  /** What in the answers does not go together, or says less than it seems to. */
  readonly concerns: readonly string[];
}

/** One line without control characters and without those that turn the direction of writing. */
export function cleanText(value: string, max: number): string {
  const line = value
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return [...line].slice(0, max).join("").trim();
}

/**
 * A text that Markdown shows as it is.
 *
 * @example escapeMarkdown("<b> *now*") // "\\<b\\> \\*now\\*"
 */
export const escapeMarkdown = (value: string): string => value.replace(/[\\`*_[\]<>#~|&!]/g, "\\$&");

function answerText(name: string, field: Field, answers: Answers): string | undefined {
  const given = answers[name];
  if (!given || !isAsked(field, answers)) return undefined;
  if (field.kind === "choice") return Object.hasOwn(field.options, given) ? field.options[given] : undefined;
  if (field.kind === "text") return cleanText(given, field.max) || undefined;
  const value = numberOf(name, answers);
  return value === undefined ? undefined : `${value}${field.unit ? ` ${field.unit}` : ""}`;
}

/** Below this many requests a second a GPU has hardly two to compute at once. */
const quietQps = 10;

function concernsOf(answers: Answers): string[] {
  const { mode, place, offline, percentile, logForm, processor } = answers;
  const qps = mode === "realtime" ? numberOf("qps", answers) : undefined;
  const latency = mode === "realtime" ? numberOf("latency", answers) : undefined;
  const load = numberOf("load", answers);
  const logShare = numberOf("logShare", answers);
  const keepDays = numberOf("keepDays", answers);
  const logs = logForm === "raw" || logForm === "hashed";
  return [
    place === "cloud" && offline === "works" && "A service in the cloud cannot keep working without a connection.",
    latency !== undefined &&
      latency > limitMs &&
      `Real time usually means ${limitMs} ms at most; here it is ${latency} ms.`,
    mode === "realtime" &&
      percentile === "p50" &&
      "p50 says nothing about the slower half of the requests; p95 or p99 does.",
    (place === "device" || place === "browser") &&
      "The model is on the users’ devices: anybody can copy it, so it must contain no secret.",
    processor === "gpu" &&
      qps !== undefined &&
      qps < quietQps &&
      `At ${qps} requests a second batches stay nearly empty: check whether a CPU is cheaper than the GPU.`,
    load !== undefined &&
      load >= 90 &&
      mode !== "batch" &&
      `At ${load} % utilisation there is nearly always a queue: check p99 on the bench.`,
    logForm === "nothing" && "Without a log of the inputs nobody can find out that they drift.",
    logs && logShare === 0 && "A log of 0 % of the requests is empty.",
    logForm === "raw" && keepDays === undefined && "Raw rows name people: say after how many days they are deleted.",
    logForm === "hashed" &&
      "A hash hides the name but not a rare combination of values: check how many people are the only ones with their combination.",
  ].filter((concern): concern is string => typeof concern === "string");
}

export function cardOf(answers: Answers): Card {
  const name = fields.name?.kind === "text" ? cleanText(answers.name ?? "", fields.name.max) : "";
  const filled = sections.map(({ title, fields: own }) => ({
    title,
    lines: Object.entries(own).flatMap(([field, one]) => {
      const value = field === "name" ? undefined : answerText(field, one, answers);
      return value === undefined ? [] : [{ label: one.label, value }];
    }),
  }));
  const open = sections.flatMap(({ title, fields: own }) => {
    const missing = Object.entries(own)
      .filter(([field, one]) => isAsked(one, answers) && answerText(field, one, answers) === undefined)
      .map(([, one]) => one.label.charAt(0).toLowerCase() + one.label.slice(1));
    return missing.length > 0 ? [`${title}: ${missing.join("; ")}`] : [];
  });
  return {
    title: name === "" ? "Deployment card" : `Deployment card: ${name}`,
    sections: filled.filter(({ lines }) => lines.length > 0),
    open,
    concerns: concernsOf(answers),
  };
}

/** The card as a Markdown document. Nothing a person typed begins a line, so nothing in it can begin a block. */
export function cardMarkdown(answers: Answers): string {
  const { title, sections: filled, open, concerns } = cardOf(answers);
  const list = (heading: string, items: readonly string[]) =>
    items.length > 0 ? [`## ${heading}`, items.map((item) => `- ${escapeMarkdown(item)}`).join("\n")] : [];
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    ...filled.flatMap((section) => [
      `## ${section.title}`,
      section.lines.map(({ label, value }) => `- **${label}:** ${escapeMarkdown(value)}`).join("\n"),
    ]),
    ...list(checkAgain, concerns),
    ...list(notDecided, open),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** Letters a to z, digits and hyphens: a name that every file system takes. */
export function cardFileName(answers: Answers): string {
  const slug = (answers.name ?? "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return `deployment-card${slug ? `-${slug}` : ""}.md`;
}
