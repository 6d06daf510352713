/** One mark a replica, in the order of how often each option came true; the guess is bracketed in the learner's colour. */
import { useRef } from "react";
import { useBand, useTheme, useWidth } from "../design/screen";
import { isPresented } from "../design/tokens";
import { isWide, presentedTypeScale, typeScale } from "../design/type-scale";
import { estimateWidth } from "../ink/format";
import { MarkerShape } from "../ink/marker";
import { type Marker, roleMarker, roleVariable } from "../ink/roles";
import { Said } from "../ink/said";
import { tieOption } from "./lead-words";
import type { Option } from "./verdict";

interface TallyProps {
  /** One entry a replica: the id of the option that came true there, or "tie". */
  readonly results: readonly string[];
  readonly options: readonly Option[];
  readonly caption: string;
  /** The option that the caption is about and whose colour it takes; the most frequent one unless given. */
  readonly captionOf?: string;
  readonly guess: string | undefined;
  /** How many there will be: room is kept for all, so that nothing moves while they come. */
  readonly replicas?: number;
}

/** The options in order of count with their counts, most frequent first; the guess after others of its count; ties last. */
export function countOptions(
  results: readonly string[],
  options: readonly Option[],
  guess: string | undefined,
): { option: Option; count: number }[] {
  const count = (option: Option) => ({ option, count: results.filter((result) => result === option.id).length });
  const counted = options
    .map(count)
    .sort((a, b) => b.count - a.count || Number(a.option.id === guess) - Number(b.option.id === guess));
  return [...counted, count(tieOption)].filter(({ count }) => count > 0);
}

interface OptionMark {
  readonly marker: Marker;
  readonly colour: string;
}

/** For options that are no role of a chart, in their order. */
const plainMarkers: readonly Marker[] = ["circle", "open-circle", "square", "open-diamond", "triangle", "cross"];

function markOf(option: Option, options: readonly Option[]): OptionMark {
  // No option has this mark.
  if (option === tieOption) return { marker: "dash", colour: "var(--ink-3)" };
  if (option.role) return { marker: roleMarker(option.role), colour: roleVariable(option.role, "line") };
  const place = options.findIndex(({ id }) => id === option.id);
  return { marker: plainMarkers[place % plainMarkers.length]!, colour: "var(--ink-2)" };
}

/** Which mark stands for which option, where neither colour nor line of a chart says it. */
function TallyKey({ counted, options }: { counted: ReturnType<typeof countOptions>; options: readonly Option[] }) {
  if (counted.length < 2 || counted.every(({ option }) => option.role)) return null;
  return (
    <ul className="dl-key dl-key-flow" aria-hidden="true">
      {counted.map(({ option, count }) => (
        <li key={option.id}>
          <svg className="dl-sample" width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
            <MarkerShape {...markOf(option, options)} x={6} y={6} size={8.5} surface="var(--surface)" />
          </svg>
          <span>
            <Said text={option.label} /> <b>{count}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Tally({ results, options, caption, captionOf, guess, replicas = 0 }: TallyProps) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const band = useBand();
  const theme = useTheme();
  const large = isPresented(theme) && isWide(band);
  const counted = countOptions(results, options, guess);
  const marks = counted.flatMap(({ option, count }) => new Array<Option>(count).fill(option));
  const all = Math.max(marks.length, replicas);
  const many = all > 64;
  const widest = (many ? 12 : 18) * (large ? 1.11 : 1);
  const size = (many ? 7 : 9.5) * (large ? 1.3 : 1);
  // Marks move a little closer before they wrap into another row.
  const fitting = Math.max(1, Math.floor(width / (widest * 0.93)));
  const rows = Math.max(1, Math.ceil(all / fitting));
  const perRow = Math.ceil(all / rows);
  const pitch = Math.min(widest, width / perRow);
  const rowHeight = pitch * 1.02;
  const guessCount = marks.filter((option) => option.id === guess).length;
  const bracket = guess !== undefined && guessCount > 0;
  const height = rows * rowHeight + (bracket ? 9 : 2);
  const winner = captionOf === undefined ? counted[0]?.option : options.find(({ id }) => id === captionOf);
  const first = marks.findIndex((option) => option.id === guess);
  const last = first + guessCount - 1;
  const guessRight = bracket ? ((last % perRow) + 1) * pitch : 0;
  const guessText = `your guess: ${guessCount}`;
  const label = (isPresented(theme) ? presentedTypeScale : typeScale)[band]["--size-small"];
  const guessLeft = guessRight - estimateWidth(guessText, label, 500);
  // Beside the caption where there is room, under the bracket's end; else on a line of its own.
  const beside = bracket && guess !== winner?.id && guessLeft > estimateWidth(caption, label, 500) + 12;
  const counts = counted.map(({ option, count }) => `${option.label} ${count}`).join(", ");
  const x = (i: number) => (i % perRow) * pitch + pitch / 2;
  const y = (i: number) => Math.floor(i / perRow) * rowHeight + rowHeight / 2;
  return (
    <div ref={ref} className="dl-tally">
      {width > 0 && marks.length > 0 && (
        <svg
          width={Math.min(width, perRow * pitch + 2)}
          height={height}
          role="img"
          aria-label={`${caption}. ${counts}${guess === undefined ? "" : `; ${guessText}`}`}
        >
          {marks.map((option, i) => (
            <MarkerShape
              // biome-ignore lint/suspicious/noArrayIndexKey: marks are interchangeable and keep their places
              key={i}
              {...markOf(option, options)}
              x={x(i)}
              y={y(i)}
              size={size}
              surface="var(--surface)"
            />
          ))}
          {bracket &&
            Array.from({ length: rows }, (_, row) => {
              const from = Math.max(first, row * perRow);
              const to = Math.min(last, (row + 1) * perRow - 1);
              if (from > to) return null;
              const base = (row + 1) * rowHeight + (row === rows - 1 ? 6 : -1);
              const rise = row === rows - 1 ? 5 : 2;
              const left = x(from) - pitch * 0.42;
              const right = x(to) + pitch * 0.42;
              return (
                <path
                  key={base}
                  d={`M${left},${base - rise}V${base}H${right}V${base - rise}`}
                  fill="none"
                  stroke="var(--you)"
                  strokeWidth={large ? 2.25 : 1.75}
                />
              );
            })}
        </svg>
      )}
      <div className="dl-tally-caption" aria-hidden="true">
        <span style={{ color: winner?.role ? roleVariable(winner.role, "text") : undefined }}>{caption}</span>
        {guess !== undefined && (
          <span className="dl-tally-guess" data-beside={beside} style={beside ? { left: guessLeft } : undefined}>
            {guessText}
          </span>
        )}
      </div>
      <TallyKey counted={counted} options={options} />
    </div>
  );
}
