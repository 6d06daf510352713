/** What can be reached with code of one's own; each with a hint and a solution, both folded. */
import { Check } from "lucide-react";
import type { Presets } from "../../runtime/knobs";
import type { OwnCode } from "../shell/own-code";

interface ChallengesProps {
  readonly code: OwnCode;
  readonly presets: Presets;
  readonly reached: readonly string[];
  readonly onSetUp: (preset: string) => void;
  readonly onShow: (solution: string) => void;
}

export function Challenges({ code: { challenges }, presets, reached, onSetUp, onShow }: ChallengesProps) {
  return (
    <div className="dl-challenges">
      <h3>{challenges.length === 1 ? "Challenge" : "Challenges"}</h3>
      <ol>
        {challenges.map(({ id, task, preset, hint, solution }) => (
          <li key={id}>
            <p>
              {task}{" "}
              {reached.includes(id) && (
                <strong className="dl-reached">
                  <Check aria-hidden="true" /> Reached
                </strong>
              )}
            </p>
            <div className="dl-row screen-only">
              <button type="button" className="dl-text-button" onClick={() => onSetUp(preset)}>
                {`Set the experiment to “${presets[preset]!.label}”`}
              </button>
            </div>
            <details>
              <summary>Hint</summary>
              <p>{hint}</p>
            </details>
            <details>
              <summary>Solution</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
              <pre tabIndex={0}>
                <code translate="no">{solution}</code>
              </pre>
              <button type="button" className="dl-text-button screen-only" onClick={() => onShow(solution)}>
                Put it into the editor
              </button>
            </details>
          </li>
        ))}
      </ol>
    </div>
  );
}
