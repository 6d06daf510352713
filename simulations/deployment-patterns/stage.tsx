"use client";
import { type CSSProperties, useMemo, useRef, useState } from "react";
/** The animated diagram with the figures of every road beside its end; upright, with its table turned, where there is no width. */
import { cast } from "../course/cast";
import { ChartFigure } from "../ui/chart/chart-figure";
import { useHelp } from "../ui/controls/help";
import { useBand, useTheme, useWidth } from "../ui/design/screen";
import { isPresented } from "../ui/design/tokens";
import { isWide } from "../ui/design/type-scale";
import { formatNumber } from "../ui/ink/format";
import { MarkerSample } from "../ui/ink/line-sample";
import type { StageProps } from "../ui/shell/presentation";
import { useBenchRoom } from "../ui/shell/use-bench-room";
import { misjudgedIntervals, rateAxisMax } from "./chart";
import { deadlineMs } from "./frames";
import type { ReleaseResults } from "./results";
import type { MinuteResults, Rate } from "./results-minute";
import { Diagram, PhoneShape } from "./stage-diagram";
import { RateCell, RateTicks } from "./stage-rates";
import { layRoads, type RoadName, roadNames } from "./stage-roads";
import "./desk.css";

type DeskProps = StageProps<ReleaseResults> & {
  readonly plot: number;
  readonly playMs: number;
  readonly minutes: number;
};

const count = (value: number): string => formatNumber(value, 0);
const names: Readonly<Record<RoadName, string>> = { human: "Human", blue: "Blue", green: "Green" };

interface RoadFigures {
  readonly share: string;
  readonly phones: string;
  readonly p95: string;
  readonly rate?: Rate;
}

function figuresOf({ shares, phones, p95Ms, rates }: MinuteResults): Readonly<Record<RoadName, RoadFigures>> {
  const ms = (value: number) => (value < 0 ? "–" : `${count(value)} ms`);
  return {
    human: { share: `${count(shares.human)} %`, phones: count(phones.human), p95: "–" },
    blue: {
      share: `${count(shares.blue)} %`,
      phones: count(phones.blue),
      p95: ms(p95Ms.blue),
      rate: rates.blue,
    },
    green: {
      share: `${count(shares.green)} %`,
      phones: count(phones.green),
      p95: ms(p95Ms.green),
      rate: rates.green,
    },
  };
}

function Key() {
  const items = [
    ["", "phone"],
    ["scratched", "scratched"],
    ["new-line", "from the new line"],
    ["wrong", "misjudged, found by an inspector"],
  ] as const;
  return (
    <ul className="dl-row dl-small" aria-hidden="true">
      {items.map(([state, text]) => (
        <li key={text} className="dl-pair">
          <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true">
            <g data-state={state}>
              <PhoneShape />
            </g>
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

export function Desk({ values, results, moment, playing, speed, plot, playMs, minutes }: DeskProps) {
  const band = useBand();
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const room = useWidth(place);
  const [layer, setLayer] = useState<SVGGElement | null>(null);
  const large = isPresented(theme) && isWide(band);
  const upright = band === "narrow";
  const { columns } = useBenchRoom(theme, band);
  // Head and key of the table take what the axes of a chart would.
  const pitch = Math.round(Math.min(large ? 118 : 92, Math.max(46, (plot - (large ? 100 : 44)) / 3)));
  const roads = useMemo(
    () =>
      layRoads(
        upright
          ? { upright, along: plot + 60, room, across: { human: room * 0.16, blue: room * 0.5, green: room * 0.84 } }
          : {
              upright,
              along: room,
              room: 3 * pitch,
              across: { human: pitch * 0.5, blue: pitch * 1.5, green: pitch * 2.5 },
            },
      ),
    [upright, room, pitch, plot],
  );
  const minute = results.at(moment);
  const figures = minute && figuresOf(minute);
  const style = { "--pitch": `${pitch}px` } as CSSProperties;
  return (
    <div className="dl-desk" style={style}>
      <div ref={place} className="dl-desk-place">
        {room > 0 && minute && (
          <Diagram
            shares={minute.shares}
            {...{ roads, moment, playing, layer }}
            onLayer={setLayer}
            shown={minute.shown}
            minuteMs={playMs / minutes / speed}
            phonesPerMinute={values.phonesPerMinute}
          />
        )}
      </div>
      {figures && !upright && (
        <>
          <RoadTable {...{ figures, results, moment, large }} />
          {columns && <Key />}
        </>
      )}
    </div>
  );
}

/** Above the knobs the diagram must stay small: its key stands under the bench, and where it is upright its figures too. */
export function DeskBelow({ results, moment }: StageProps<ReleaseResults>) {
  const band = useBand();
  const theme = useTheme();
  const minute = results.at(moment);
  const { columns } = useBenchRoom(theme, band);
  const intervals = misjudgedIntervals(results, moment);
  const upright = band === "narrow";
  if (columns || !minute) return null;
  return (
    <div className="dl-part dl-desk-below">
      <Key />
      {upright && <TurnedTable figures={figuresOf(minute)} />}
      {upright && intervals && <ChartFigure chart={intervals} {...{ theme, band, moment }} />}
    </div>
  );
}

interface TableProps {
  readonly figures: Readonly<Record<RoadName, RoadFigures>>;
}

const shareHelp =
  "Whose verdict counted, as a share of all phones of this minute. A version also judges the phones of the audit sample, but there the inspector’s verdict counts.";
const phonesHelp = "How many phones have had their verdict from here since the release.";
const rateHelp =
  "Of the phones that an inspector also reviewed, the share that the version misjudged, with a 95 % interval (Wilson 1927). For all other phones the right answer is not known.";
const p95Help = `95 % of the answers of this minute came within this time. After ${deadlineMs} ms the belt moves on, and the phone passes as not scratched.`;

function RoadTable({
  figures,
  results,
  moment,
  large,
}: TableProps & { readonly results: ReleaseResults; readonly moment: number; readonly large: boolean }) {
  const share = useHelp("share", shareHelp);
  const phones = useHelp("phones", phonesHelp);
  const rate = useHelp("misjudged in 1,000", rateHelp);
  const p95 = useHelp("p95", p95Help);
  const scale = { max: rateAxisMax(results, moment), limit: results.limit, large };
  return (
    <div className="dl-desk-figures">
      <table className="dl-desk-table">
        <caption className="dl-hidden">{`Where the phones go at minute ${moment}`}</caption>
        <thead className="dl-small dl-faint">
          <tr>
            <th scope="col" className="dl-hidden">
              road
            </th>
            <th scope="col">share {share.button}</th>
            <th scope="col">phones {phones.button}</th>
            <th scope="col" className="dl-desk-rate">
              misjudged in <span className="dl-desk-together">1,000 {rate.button}</span>
              <span className="dl-desk-second">
                <br />
                with 95 % interval
              </span>
            </th>
            <th scope="col">p95 {p95.button}</th>
          </tr>
        </thead>
        <tbody>
          {roadNames.map((name, i) => (
            <tr key={name}>
              <th scope="row" className="dl-hidden">
                {names[name]}
              </th>
              <td>{figures[name].share}</td>
              <td>{figures[name].phones}</td>
              <td className="dl-desk-rate">
                <RateCell version={name} rate={figures[name].rate} first={i === 0} {...scale} />
              </td>
              <td>{figures[name].p95}</td>
            </tr>
          ))}
        </tbody>
        <tfoot aria-hidden="true">
          <tr>
            <th className="dl-hidden" />
            <td />
            <td />
            <td className="dl-desk-rate">
              <RateTicks {...scale} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      {share.note}
      {phones.note}
      {rate.note}
      {p95.note}
    </div>
  );
}

function TurnedTable({ figures }: TableProps) {
  const share = useHelp("share of traffic", shareHelp);
  const phones = useHelp("phones so far", phonesHelp);
  const p95 = useHelp("latency, p95", p95Help);
  const rows = [
    ["share", "share of traffic", share],
    ["phones", "phones so far", phones],
    ["p95", "latency, p95", p95],
  ] as const;
  return (
    <table className="dl-desk-turned">
      <caption className="dl-hidden">Where the phones go now</caption>
      <thead className="dl-hidden">
        <tr>
          {roadNames.map((name) => (
            <th key={name} scope="col">
              <MarkerSample role={cast[name]} /> {names[name]}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(([row, label, help]) => (
        <tbody key={row}>
          <tr>
            {roadNames.map((name) => (
              <td key={name}>{figures[name][row]}</td>
            ))}
          </tr>
          <tr>
            <th colSpan={3} scope="rowgroup" className="dl-small dl-faint">
              {label} {help.button}
              {help.note}
            </th>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
