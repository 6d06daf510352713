/** The lines of this repository as a lesson shows them: a table whose bars are as long as each group is large. */
import "./code-lines.css";
import { countLines } from "./count-lines";

const whole = (value: number) => value.toLocaleString("en-GB");
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

export function CodeLines() {
  const counted = countLines(process.cwd());
  const largest = counted[0]!.lines;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <figure className="table-scroll ui code-lines" tabIndex={0} aria-label="Lines of this repository">
      <table>
        <thead>
          <tr>
            <th scope="col">Part of this repository</th>
            <th scope="col">Lines</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ name, lines, share, model }) => (
            <tr key={name} data-model={model}>
              <th scope="row">
                {name}
                <span className="code-bar" aria-hidden="true" style={{ width: `${(100 * lines) / largest}%` }} />
              </th>
              <td>{whole(lines)}</td>
              <td>{percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** "2.9 %" */
export function ModelShare() {
  return percent(countLines(process.cwd()).find(({ model }) => model)!.share);
}
