/**
 * The Jupyter Notebook format 4.5, as far as a notebook without outputs and attachments uses it
 * (https://github.com/jupyter/nbformat/blob/main/nbformat/v4/nbformat.v4.5.schema.json).
 */
import { z } from "zod";

const cellBase = {
  id: z
    .string()
    .regex(/^[a-zA-Z0-9-_]+$/)
    .min(1)
    .max(64),
  metadata: z.object({ jupyter: z.object({ source_hidden: z.boolean() }).optional() }),
  // A list of lines, each with its end but the last.
  source: z
    .array(z.string().regex(/^[^\n]*\n?$/))
    .refine((lines) => lines.slice(0, -1).every((line) => line.endsWith("\n"))),
};

export const notebookSchema = z.strictObject({
  nbformat: z.literal(4),
  nbformat_minor: z.literal(5),
  metadata: z.object({
    kernelspec: z.object({ name: z.literal("python3"), display_name: z.string(), language: z.literal("python") }),
    language_info: z.looseObject({ name: z.literal("python") }),
  }),
  cells: z
    .array(
      z.discriminatedUnion("cell_type", [
        z.strictObject({ cell_type: z.literal("markdown"), ...cellBase }),
        z.strictObject({
          cell_type: z.literal("code"),
          ...cellBase,
          execution_count: z.null(),
          outputs: z.array(z.never()),
        }),
      ]),
    )
    .refine((cells) => new Set(cells.map(({ id }) => id)).size === cells.length, "two cells have one id"),
});

export type NotebookFile = z.infer<typeof notebookSchema>;
