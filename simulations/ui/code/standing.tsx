/** How the reader's code did in the run shown, beside the course's own answers. */
import { useStore } from "zustand";
import type { OwnCode } from "../shell/own-code";
import type { Placed } from "../shell/placed";
import { resultsOf } from "../shell/results-of";
import { isTold, shownMoment, shownRun } from "../shell/shown";

interface StandingProps {
  readonly placed: Placed;
  readonly code: OwnCode;
  /** The code as it stands has failed: what is shown is of a run before. */
  readonly failed: boolean;
}

export function Standing({ placed: { experiment, presentation }, code, failed }: StandingProps) {
  const state = useStore(experiment.store);
  const run = shownRun(state);
  if (!run?.values[code.knob]) return null;
  if (!isTold(presentation, run, shownMoment(presentation, state).moment))
    return (
      <p className="dl-small">{`How your code did is told with the answer. ${presentation.story?.awaiting(run.values) ?? ""}`}</p>
    );
  const standing = code.standing(resultsOf(presentation, run));
  if (!standing) return null;
  const { sentence, columns, rows } = standing;
  return (
    <>
      {failed && <p className="dl-small">This is the result of your last code that worked:</p>}
      <p className="dl-code-sentence">{sentence}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <figure className="dl-table-scroll" tabIndex={0} aria-label="Your code and the course’s">
        <table className="dl-table">
          <caption className="dl-hidden">Your code and the course’s</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells, own }) => (
              <tr key={String(cells[0])} data-own={own ? "" : undefined}>
                <th scope="row">{cells[0]}</th>
                {cells.slice(1).map((value, i) => (
                  <td key={columns[i + 1]}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
    </>
  );
}
