"use client";
import type { Interpret } from "../../runtime/own-code";
/** A code cell: a function that the reader writes, races in an experiment of the lesson, and may beat the course with. */
import { useCell } from "../shell/cell-context";
import type { OwnCode } from "../shell/own-code";
import { type Placed, usePlaced } from "../shell/placed";
import { CodeDesk } from "./code-desk";
import "./code.css";

export interface CodeCellProps {
  /** The experiment that it belongs to, by id. */
  readonly experiment: string;
  readonly interpret: Interpret;
}

export function CodeCell({ experiment, interpret }: CodeCellProps) {
  const { number } = useCell();
  const placed = usePlaced(experiment);
  const label = number === undefined ? "Code" : `Code, cell ${number}`;
  if (!placed)
    return (
      <section className="dl-code" data-cell="code" data-status="idle" aria-label={label}>
        <p className="dl-small">Loading the experiment that this code belongs to …</p>
      </section>
    );
  return <Desk {...{ placed, interpret, label }} />;
}

function Desk({ placed, ...rest }: { placed: Placed; interpret: Interpret; label: string }) {
  const { code, simulation } = placed.presentation;
  if (!code) throw new Error(`the simulation ${simulation.name} takes no code`);
  return <CodeDesk {...rest} placed={placed} code={code as OwnCode} />;
}
