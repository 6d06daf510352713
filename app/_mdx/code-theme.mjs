/**
 * Highlighting in ink: weight and slant instead of colours, because colour belongs to the data. Values are variables of the
 * page, so that one build serves every theme.
 */
export const codeTheme = {
  name: "driftlab",
  type: "light",
  fg: "var(--ink)",
  bg: "transparent",
  settings: [
    { settings: { foreground: "var(--ink)", background: "transparent" } },
    {
      scope: ["comment", "punctuation.definition.comment"],
      settings: { foreground: "var(--ink-3)", fontStyle: "italic" },
    },
    {
      scope: ["keyword.control", "keyword.operator.new", "storage.type", "storage.modifier", "keyword.other"],
      settings: { foreground: "var(--ink)", fontStyle: "bold" },
    },
    { scope: ["string"], settings: { foreground: "var(--ink-2)" } },
  ],
};
