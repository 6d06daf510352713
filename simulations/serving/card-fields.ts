/** The software checklist as a form: what is asked, and what a saved or typed answer has to be to count. */

interface FieldBase {
  readonly label: string;
  /** The field is asked only when another one has this answer. */
  readonly onlyWhen?: { readonly field: string; readonly is: string };
}

export interface TextField extends FieldBase {
  readonly kind: "text";
  readonly example: string;
  /** Characters. */
  readonly max: number;
}

export interface NumberField extends FieldBase {
  readonly kind: "number";
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

export interface ChoiceField extends FieldBase {
  readonly kind: "choice";
  readonly options: Readonly<Record<string, string>>;
}

export type Field = TextField | NumberField | ChoiceField;

export interface Section {
  readonly title: string;
  readonly fields: Readonly<Record<string, Field>>;
}

const text = (label: string, example: string, max: number): TextField => ({ kind: "text", label, example, max });
const number = (label: string, unit: string, min: number, max: number): NumberField => ({
  kind: "number",
  label,
  unit,
  min,
  max,
});

/** In the order of the course notes' checklist. Names of fields are unique over all sections. */
export const sections: readonly Section[] = [
  {
    title: "Product",
    fields: {
      name: text("Name", "Scratch finder", 60),
      task: text("What it answers", "Is this phone scratched?", 160),
    },
  },
  {
    title: "Real time or batch job",
    fields: {
      mode: {
        kind: "choice",
        label: "Answers",
        options: { realtime: "In real time", batch: "Overnight, as a batch job" },
      },
      modeWhy: text("Reason", "The belt does not wait", 160),
      doneBy: { ...text("Done by", "6 a.m.", 40), onlyWhen: { field: "mode", is: "batch" } },
    },
  },
  {
    title: "Edge, browser or cloud",
    fields: {
      place: {
        kind: "choice",
        label: "Runs",
        options: {
          device: "On each user’s own device",
          browser: "In the web browser",
          edge: "On a shared box on site",
          cloud: "In the cloud",
        },
      },
      offline: {
        kind: "choice",
        label: "Without a connection",
        options: { works: "It keeps working", waits: "Requests wait", fails: "It says that it cannot answer" },
      },
    },
  },
  {
    title: "Compute",
    fields: {
      processor: { kind: "choice", label: "Processor", options: { cpu: "CPU", gpu: "GPU", either: "Either" } },
      memory: number("Memory for one copy of the model", "GB", 0.01, 10_000),
      copies: number("Copies on one machine", "", 1, 1000),
      servers: number("Machines", "", 1, 100_000),
    },
  },
  {
    title: "Latency and throughput",
    fields: {
      percentile: {
        kind: "choice",
        label: "Latency is judged by",
        options: { p50: "p50", p95: "p95", p99: "p99" },
        onlyWhen: { field: "mode", is: "realtime" },
      },
      latency: { ...number("At most", "ms", 0.1, 1_000_000), onlyWhen: { field: "mode", is: "realtime" } },
      qps: number("Requests a second, at the busiest", "", 0.001, 10_000_000),
      load: number("Utilisation at the busiest, at most", "%", 1, 100),
    },
  },
  {
    title: "Logging",
    fields: {
      logForm: {
        kind: "choice",
        label: "Inputs are logged",
        options: { raw: "Raw", hashed: "Hashed", nothing: "Not at all" },
      },
      logShare: number("Requests logged", "%", 0, 100),
      keepDays: number("Kept for", "days", 0, 36_500),
      logFor: text("What the log is for", "To find drift of the inputs, every week", 160),
    },
  },
  {
    title: "Security and privacy",
    fields: {
      callers: text("Who may call it", "Only the computers at the belt, by certificate", 160),
      secrets: text("Where keys and passwords are", "In a secret store; none in the code or the app", 160),
      rateLimit: number("Requests a second from one caller, at most", "", 0.001, 1_000_000),
      inputLimit: number("Largest input", "MB", 0.000_001, 1_000_000),
      badInput: text("What happens with other input", "Rejected before the model sees it, and counted", 160),
      people: text("What it learns about people", "Nothing: only pictures of phones", 160),
      leak: text("If the log leaks", "Serial numbers are in it; we tell the customer within a day", 160),
    },
  },
];

export const fields: Readonly<Record<string, Field>> = Object.assign({}, ...sections.map((section) => section.fields));

/** What was typed or chosen, by the field's name; absent or "": no answer. */
export type Answers = Readonly<Record<string, string>>;

/** Saved answers as far as they are answers: known fields, options that exist, texts cut to their length. */
export function readAnswers(saved: unknown): Answers {
  if (typeof saved !== "object" || saved === null || !("answers" in saved)) return {};
  const { answers } = saved;
  if (typeof answers !== "object" || answers === null) return {};
  const kept: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value: unknown = Object.hasOwn(answers, name) ? (answers as Record<string, unknown>)[name] : undefined;
    if (typeof value !== "string" || value === "") continue;
    if (field.kind === "choice" && !Object.hasOwn(field.options, value)) continue;
    kept[name] = [...value].slice(0, field.kind === "text" ? field.max : 24).join("");
  }
  return kept;
}

export const isAsked = ({ onlyWhen }: Field, answers: Answers): boolean =>
  !onlyWhen || answers[onlyWhen.field] === onlyWhen.is;

/** The number a field holds; undefined when there is none or it is out of range. */
export function numberOf(name: string, answers: Answers): number | undefined {
  const field = fields[name];
  const typed = answers[name]?.trim();
  if (field?.kind !== "number" || !typed) return undefined;
  const value = Number(typed);
  return Number.isFinite(value) && value >= field.min && value <= field.max ? value : undefined;
}

/** Something stands in the field that does not count as an answer. */
export const isWrong = (name: string, answers: Answers): boolean =>
  fields[name]?.kind === "number" && Boolean(answers[name]?.trim()) && numberOf(name, answers) === undefined;
