/** Who wins where: two knobs as a map. A cell is a setting; choosing one runs it, so that map and sliders are two views of one thing. */
import { type CSSProperties, type KeyboardEvent, useRef, useState } from "react";
import type { NumberKnob } from "../runtime/knobs";
import type { Role } from "./chart/model";
import { roleMarker, roleVariable } from "./chart/roles";
import { useHelp } from "./help";
import { MarkerSample } from "./line-sample";
import { MarkerShape } from "./marker";

export interface MapCell {
  readonly role: Role;
  /** false: the lead is inside the noise. */
  readonly sure: boolean;
  /** What the cell says, e.g. "Weighted wins in 24 of 32". */
  readonly label: string;
}

export interface WinnerMapProps {
  readonly title: string;
  /** What the (?) says. */
  readonly help: string;
  /** One line under the title. */
  readonly caption: string;
  readonly xKnob: NumberKnob;
  readonly yKnob: NumberKnob;
  readonly xs: readonly number[];
  /** From the bottom up. */
  readonly ys: readonly number[];
  /** cells[row][column] in the order of ys and xs; undefined: not computed yet. */
  readonly cells: readonly (readonly (MapCell | undefined)[])[];
  readonly legend: readonly { readonly role: Role; readonly label: string }[];
  /** The knobs as they stand; the ring is drawn where they meet a cell. */
  readonly current: { readonly x: number; readonly y: number };
  readonly progress: { readonly done: number; readonly total: number; readonly running: boolean };
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onChoose: (x: number, y: number) => void;
}

const axisText = (knob: NumberKnob): string => {
  const label = knob.label[0]!.toLowerCase() + knob.label.slice(1);
  return knob.unit ? `${label}, ${knob.unit}` : label;
};

const settingText = (knob: NumberKnob, value: number): string =>
  `${knob.label} ${value}${knob.unit ? ` ${knob.unit}` : ""}`;

/** The cell nearest to a value: in ratio on a logarithmic knob. */
export function nearest(values: readonly number[], value: number, scale: NumberKnob["scale"]): number {
  const distance = (x: number) =>
    scale === "log" && x > 0 && value > 0 ? Math.abs(Math.log(x / value)) : Math.abs(x - value);
  return values.reduce((best, x, i) => (distance(x) < distance(values[best]!) ? i : best), 0);
}

export function WinnerMap(props: WinnerMapProps) {
  const { title, help: helpText, caption, xKnob, yKnob, xs, ys, cells, legend, current, progress } = props;
  const { onStart, onStop, onChoose } = props;
  const help = useHelp(title, helpText);
  const grid = useRef<HTMLTableElement>(null);
  const here = { column: nearest(xs, current.x, xKnob.scale), row: nearest(ys, current.y, yKnob.scale) };
  const [focus, setFocus] = useState<{ column: number; row: number }>();
  const stop = focus ?? here;

  const move = (event: KeyboardEvent) => {
    const last = { column: xs.length - 1, row: ys.length - 1 };
    const { column, row } = stop;
    const targets: Record<string, [number, number]> = {
      ArrowRight: [column + 1, row],
      ArrowLeft: [column - 1, row],
      ArrowUp: [column, row + 1],
      ArrowDown: [column, row - 1],
      Home: [0, event.ctrlKey ? last.row : row],
      End: [last.column, event.ctrlKey ? 0 : row],
    };
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    const next = {
      column: Math.max(0, Math.min(last.column, target[0])),
      row: Math.max(0, Math.min(last.row, target[1])),
    };
    setFocus(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };

  const begun = progress.done > 0 || progress.running;
  const complete = progress.done >= progress.total;
  return (
    <div className="dl-map">
      <div className="dl-knob-head">
        <span className="dl-settings-title">
          {title} {help.button}
        </span>
      </div>
      {help.note}
      <p className="dl-map-caption">{caption}</p>
      <p className="dl-map-axis">{axisText(yKnob)}</p>
      <table
        ref={grid}
        className="dl-map-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are chosen is a grid
        role="grid"
        aria-label={`${title}: ${axisText(xKnob)} across, ${axisText(yKnob)} upwards`}
        onKeyDown={move}
      >
        <tbody>
          {ys
            .map((y, row) => ({ y, row }))
            .reverse()
            .map(({ y, row }) => (
              <tr key={y}>
                <th scope="row" className="dl-map-y">
                  {y}
                </th>
                {xs.map((x, column) => {
                  const cell = cells[row]?.[column];
                  const ringed = column === here.column && row === here.row;
                  return (
                    <td key={x}>
                      <button
                        type="button"
                        className="dl-map-cell"
                        data-cell={`${row}-${column}`}
                        data-sure={cell?.sure}
                        data-here={ringed}
                        aria-label={`${settingText(xKnob, x)}, ${settingText(yKnob, y)}: ${
                          cell ? `${cell.label}${cell.sure ? "" : ", lead inside the noise"}` : "not computed"
                        }${ringed ? "; the run shown" : ""}`}
                        tabIndex={column === stop.column && row === stop.row ? 0 : -1}
                        style={cell ? ({ "--role": roleVariable(cell.role, "line") } as CSSProperties) : undefined}
                        onFocus={() => setFocus({ column, row })}
                        onClick={() => onChoose(x, y)}
                      >
                        {cell && <CellMark cell={cell} />}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {xs.map((x) => (
              <th key={x} scope="col" className="dl-map-x">
                {x}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="dl-map-axis dl-map-axis-x">{axisText(xKnob)}</p>
      <ul className="dl-map-legend">
        {legend.map(({ role, label }) => (
          <li key={role}>
            <MarkerSample role={role} /> <b style={{ color: roleVariable(role, "text") }}>{label}</b>
          </li>
        ))}
        <li>
          <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
            <MarkerShape marker="square" x={6} y={6} size={8.5} colour="var(--ink-2)" hollow />
          </svg>
          <span>hollow, pale: lead inside the noise</span>
        </li>
      </ul>
      <div className="dl-map-run">
        {begun && (
          <span aria-live="off">
            {progress.done} of {progress.total} cells
          </span>
        )}
        {progress.running && (
          <button type="button" className="dl-text-button" onClick={onStop}>
            Stop
          </button>
        )}
        {!progress.running && !complete && (
          <button type="button" className={begun ? "dl-text-button" : "dl-outlined"} onClick={onStart}>
            {begun ? "Go on" : "Compute the map"}
          </button>
        )}
      </div>
    </div>
  );
}

function CellMark({ cell }: { readonly cell: MapCell }) {
  return (
    <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
      <MarkerShape
        marker={roleMarker(cell.role)}
        x={6}
        y={6}
        size={7}
        colour={roleVariable(cell.role, "text")}
        hollow={!cell.sure}
      />
    </svg>
  );
}
