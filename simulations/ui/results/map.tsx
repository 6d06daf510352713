/** Who wins where: two knobs as a map. A cell is a setting; choosing one runs it, so that map and sliders are two views of one thing. */
import { type CSSProperties, type KeyboardEvent, memo, useLayoutEffect, useRef, useState } from "react";
import { useHelp } from "../controls/help";
import { Announce } from "../ink/announce";
import { MarkerSample } from "../ink/line-sample";
import { MarkerShape } from "../ink/marker";
import type { Role } from "../ink/roles";
import { roleMarker, roleVariable } from "../ink/roles";

export interface MapCell {
  readonly role: Role;
  /** false: the lead could be chance. */
  readonly sure: boolean;
  /** What the cell says, e.g. "Weighted wins, 7 of 8 replicas". */
  readonly label: string;
}

/** One axis: a knob by name and label, and the values that the map has cells for, in the order drawn. */
export interface MapAxis {
  readonly knob: string;
  readonly label: string;
  readonly unit?: string;
  readonly values: readonly number[];
}

export interface KnobMapProps {
  readonly title: string;
  /** What the (?) says. */
  readonly help: string;
  /** One line under the title. */
  readonly caption?: string;
  /** From left to right. */
  readonly x: MapAxis;
  /** From top to bottom. */
  readonly y: MapAxis;
  /** cells[row][column] in the order of the axes; undefined: not computed yet. */
  readonly cells: readonly (readonly (MapCell | undefined)[])[];
  /** The key under the map. */
  readonly roles: readonly { readonly role: Role; readonly label: string }[];
  /** The knobs as they stand; the ring is drawn on the cell nearest to them. */
  readonly current: { readonly x: number; readonly y: number };
  readonly progress: {
    readonly done: number;
    readonly total: number;
    readonly status: "idle" | "running" | "stopped" | "done" | "failed";
    readonly failure?: string;
  };
  /** Why the map cannot be computed yet; it would give the answer away before the guess. */
  readonly locked?: string;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onChoose: (x: number, y: number) => void;
}

const axisText = ({ label, unit }: MapAxis): string => {
  const text = label[0]!.toLowerCase() + label.slice(1);
  return unit ? `${text}, ${unit}` : text;
};

const settingText = ({ label, unit }: MapAxis, value: number): string => `${label} ${value}${unit ? ` ${unit}` : ""}`;

const CAPTION = "The two sliders as a map. The outlined cell is this run. Choose a cell to run it.";

/** Position of the value nearest to `value`; by ratio where all are above zero, as logarithmic axes are read. */
export function nearest(values: readonly number[], value: number): number {
  const byRatio = value > 0 && values.every((x) => x > 0);
  const distance = (x: number) => (byRatio ? Math.abs(Math.log(x / value)) : Math.abs(x - value));
  return values.reduce((best, x, i) => (distance(x) < distance(values[best]!) ? i : best), 0);
}

/** Row and column of the cell that an event happened in. */
function placeOf(target: EventTarget): { column: number; row: number } | undefined {
  const name = target instanceof Element ? target.closest<HTMLElement>("[data-cell]")?.dataset.cell : undefined;
  const [row, column] = name?.split("-").map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

export function KnobMap(props: KnobMapProps) {
  const { title, help: helpText, caption = CAPTION, x: xAxis, y: yAxis, cells, roles, current, progress } = props;
  const { locked, onStart, onStop, onChoose } = props;
  const xs = xAxis.values;
  const ys = yAxis.values;
  const help = useHelp(title, helpText);
  const grid = useRef<HTMLTableElement>(null);
  const here = { column: nearest(xs, current.x), row: nearest(ys, current.y) };
  const [focus, setFocus] = useState<{ column: number; row: number }>();
  const stop = focus ?? here;

  const move = (event: KeyboardEvent) => {
    const last = { column: xs.length - 1, row: ys.length - 1 };
    const { column, row } = stop;
    const targets: Record<string, [number, number]> = {
      ArrowRight: [column + 1, row],
      ArrowLeft: [column - 1, row],
      ArrowUp: [column, row - 1],
      ArrowDown: [column, row + 1],
      Home: [0, event.ctrlKey ? 0 : row],
      End: [last.column, event.ctrlKey ? last.row : row],
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

  return (
    <div className="dl-map" data-begun={progress.done > 0}>
      <strong>
        {title} {help.button}
      </strong>
      {help.note}
      <p className="dl-small dl-faint">{caption}</p>
      <p className="dl-map-axis">{axisText(yAxis)}</p>
      <table
        ref={grid}
        className="dl-map-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are chosen is a grid
        role="grid"
        aria-label={`${title}: ${axisText(xAxis)} across, ${axisText(yAxis)} upwards`}
        onKeyDown={move}
        onFocus={(event) => setFocus(placeOf(event.target))}
        onClick={(event) => {
          const place = placeOf(event.target);
          if (place) onChoose(xs[place.column]!, ys[place.row]!);
        }}
      >
        <tbody>
          {ys.map((y, row) => (
            <tr key={y}>
              <th scope="row">{y}</th>
              {xs.map((x, column) => {
                const cell = cells[row]?.[column];
                const ringed = column === here.column && row === here.row;
                return (
                  <CellButton
                    key={x}
                    row={row}
                    column={column}
                    role={cell?.role}
                    sure={cell?.sure}
                    here={ringed}
                    stop={column === stop.column && row === stop.row}
                    name={`${settingText(xAxis, x)}, ${settingText(yAxis, y)}: ${
                      cell?.label ?? "not computed"
                    }${ringed ? "; the run shown" : ""}`}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {xs.map((x) => (
              <th key={x} scope="col">
                {x}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="dl-map-axis">{axisText(xAxis)}</p>
      <ul className="dl-key dl-key-flow">
        {roles.map(({ role, label }) => (
          <li key={role}>
            <MarkerSample role={role} /> <b style={{ color: roleVariable(role, "text") }}>{label}</b>
          </li>
        ))}
        <li>
          <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
            <MarkerShape marker="square" x={6} y={6} size={8.5} colour="var(--ink-2)" hollow />
          </svg>
          <span>pale, hollow: the lead could be chance</span>
        </li>
      </ul>
      {progress.failure && (
        <p role="alert">{`The map stopped: ${progress.failure} The cells computed so far are kept.`}</p>
      )}
      <MapRun progress={progress} locked={locked} onStart={onStart} onStop={onStop} />
    </div>
  );
}

/** One button for start, stop and going on, so that the focus stays where it was pressed; when all is computed, on the count. */
function MapRun({
  progress,
  locked,
  onStart,
  onStop,
}: Pick<KnobMapProps, "progress" | "locked" | "onStart" | "onStop">) {
  const count = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  const running = progress.status === "running";
  const begun = progress.done > 0 || running;
  const complete = progress.done >= progress.total;
  const offered = running || (!complete && locked === undefined);
  useLayoutEffect(() => {
    if (!offered && hadFocus.current) count.current?.focus({ preventScroll: true });
    hadFocus.current = false;
  }, [offered]);
  // While the button is there, its focus is known; after it has gone, nobody could ask it.
  hadFocus.current = button.current !== null && document.activeElement === button.current;
  return (
    <div className="dl-row dl-small dl-figures dl-map-run">
      {begun && (
        <span ref={count} tabIndex={-1}>
          {`${progress.done} of ${progress.total} cells`}
        </span>
      )}
      <Announce text={complete ? "The map is computed." : undefined} quiet={running} />
      {locked !== undefined && <span>{locked}</span>}
      {offered && (
        <button
          ref={button}
          type="button"
          className={begun ? "dl-text-button" : "dl-outlined"}
          onClick={running ? onStop : onStart}
        >
          {running ? "Stop" : begun ? "Go on" : "Compute the map"}
        </button>
      )}
    </div>
  );
}

interface CellButtonProps {
  readonly row: number;
  readonly column: number;
  readonly role?: Role;
  readonly sure?: boolean;
  /** The run shown is here. */
  readonly here: boolean;
  /** The one cell that the Tab key reaches. */
  readonly stop: boolean;
  readonly name: string;
}

/** Plain values only: while a map is computed, one cell changes at a time and only that one is drawn again. */
const CellButton = memo(function CellButton({ row, column, role, sure = false, here, stop, name }: CellButtonProps) {
  return (
    <td>
      <button
        type="button"
        className="dl-map-cell"
        data-cell={`${row}-${column}`}
        data-sure={role && sure}
        data-here={here}
        aria-label={name}
        tabIndex={stop ? 0 : -1}
        style={role && ({ "--role": roleVariable(role, "line") } as CSSProperties)}
      >
        {role && (
          <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
            <MarkerShape
              marker={roleMarker(role)}
              x={6}
              y={6}
              size={7}
              colour={roleVariable(role, "text")}
              hollow={!sure}
            />
          </svg>
        )}
      </button>
    </td>
  );
});
