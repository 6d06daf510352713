/** What console.log printed. */
export function Printed({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <figure className="dl-code-printed" tabIndex={0} aria-label="Printed by your code">
      <pre translate="no">{lines.join("\n")}</pre>
    </figure>
  );
}
