/** The lines of this repository as a lesson shows them: a treemap whose areas are as large as the groups, and the same as a table. */
import { estimateWidth } from "@/simulations/ui/ink/format";
import "./code-lines.css";
import { countLines } from "./count-lines";
import { type Area, treemap } from "./treemap";

const whole = (value: number) => value.toLocaleString("en-GB");
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Width by height of the map; the style sheet says the same. */
const shape = { width: 16, height: 9 };
/** How wide the map is at least, px: on a phone, and in a column of text beside room. */
const phone = 270;
const column = 560;
const textSize = 12.5;

/** Whether a name can be read in an area: its longest word across, its lines down. */
function hasRoom(name: string, { width, height }: Area, mapWidth: number): boolean {
  const px = mapWidth / shape.width;
  const across = width * px - 14;
  const widths = name.split(" ").map((word) => estimateWidth(`${word} `, textSize));
  const lines = Math.ceil((1.25 * widths.reduce((sum, word) => sum + word, 22)) / across);
  return Math.max(...widths) <= across && lines * textSize * 1.25 + 8 <= height * px;
}

const roomOf = (name: string, area: Area) =>
  hasRoom(name, area, phone) ? "any" : hasRoom(name, area, column) ? "wide" : "none";

const share = (part: number, of: number) => `${((100 * part) / of).toFixed(3)}%`;

export function CodeLines() {
  const counted = countLines(process.cwd());
  const areas = treemap(
    counted.map(({ lines }) => lines),
    shape.width,
    shape.height,
  );
  return (
    <>
      {/* All that it says is in the table below; numbers lead from one to the other. */}
      <div className="code-map ui" aria-hidden="true">
        {areas.map(({ left, top, width, height }, i) => (
          <div
            key={counted[i]!.name}
            className="code-area"
            data-model={counted[i]!.model}
            data-room={roomOf(counted[i]!.name, areas[i]!)}
            style={{
              left: share(left, shape.width),
              top: share(top, shape.height),
              width: share(width, shape.width),
              height: share(height, shape.height),
            }}
          >
            <span>{i + 1}</span> <span className="code-name">{counted[i]!.name}</span>
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
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
            {counted.map(({ name, lines, share: part, model }, i) => (
              <tr key={name} data-model={model}>
                <th scope="row">
                  <span className="code-number" aria-hidden="true">
                    {i + 1}
                  </span>
                  {name}
                </th>
                <td>{whole(lines)}</td>
                <td>{percent(part)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
    </>
  );
}

/** "2.9 %" */
export function ModelShare() {
  return percent(countLines(process.cwd()).find(({ model }) => model)!.share);
}
