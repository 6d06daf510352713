/** What the device keeps of a code cell: the text as it stands, and which challenges were reached. Untrusted when it is read. */
export interface KeptCode {
  readonly text?: string;
  /** The text came with a link and has not been run. */
  readonly linked?: true;
  /** The reader's own text, while one that came with a link stands in its place. */
  readonly mine?: string;
  /** Ids of challenges. */
  readonly reached: readonly string[];
}

/** Longer texts are not kept; what runs is shorter. */
export const mostKept = 8000;

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= mostKept;

export function readKept(saved: unknown): KeptCode {
  if (typeof saved !== "object" || saved === null) return { reached: [] };
  const { text, linked, mine, reached } = saved as Record<string, unknown>;
  return {
    ...(isText(text) ? { text } : {}),
    ...(linked === true ? { linked } : {}),
    ...(isText(mine) ? { mine } : {}),
    reached: (Array.isArray(reached) ? reached : [])
      .filter((id) => typeof id === "string" && id.length <= 40)
      .slice(0, 20),
  };
}
