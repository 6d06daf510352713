/** Lines of source with a caption; long ones scroll within their block. */
import { memo, useId } from "react";
import type { Token } from "../../runtime/excerpts";

interface SourceLinesProps {
  readonly caption: string;
  /** Where the lines stand, or run. */
  readonly where: string;
  readonly lines: readonly (readonly Token[])[];
}

export const SourceLines = memo(function SourceLines({ caption, where, lines }: SourceLinesProps) {
  const id = useId();
  return (
    <figure className="dl-source-piece" aria-labelledby={id}>
      <figcaption>
        <span id={id}>{caption}</span>
        <span className="dl-small dl-faint dl-source-where">{where}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code translate="no">
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and keep their order
            <span key={i}>
              {line.map(([text, kind], k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have tokens
                <span key={k} data-token={kind}>
                  {text}
                </span>
              ))}
              {"\n"}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
});
