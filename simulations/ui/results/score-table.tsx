/** Figures beside each other, one row a figure, with a (?) on each that has one: what it is and how it is computed. */
import { Fragment } from "react";
import { useHelp } from "../controls/help";
import { MarkerSample } from "../ink/line-sample";
import type { Role } from "../ink/roles";
import { roleVariable } from "../ink/roles";
import "./scores.css";

export interface ScoreRow {
  readonly label: string;
  /** Under the label, e.g. a formula. */
  readonly detail?: string;
  readonly help?: string;
  readonly cells: readonly string[];
}

export interface ScoreTableProps {
  readonly caption: string;
  /** Of the labels, then of every cell. */
  readonly columns: readonly { readonly label: string; readonly role?: Role }[];
  readonly rows: readonly ScoreRow[];
  readonly note?: string;
}

function Row({ row, columns }: { readonly row: ScoreRow; readonly columns: ScoreTableProps["columns"] }) {
  const help = useHelp(row.label, row.help);
  return (
    <tr>
      <th scope="row">
        {row.label} {row.help && help.button}
        {row.detail && <span className="dl-small">{row.detail}</span>}
        {row.help && help.note}
      </th>
      {row.cells.map((cell, i) => {
        const role = columns[i + 1]?.role;
        return (
          <td key={columns[i + 1]?.label} style={role && { color: roleVariable(role, "text") }}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

export function ScoreTable({ caption, columns, rows, note }: ScoreTableProps) {
  return (
    <div className="dl-scores">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, role }, i) => (
              <th key={label} scope="col" style={role && { color: roleVariable(role, "text") }}>
                {role && (
                  <Fragment>
                    <MarkerSample role={role} />{" "}
                  </Fragment>
                )}
                {i === 0 && label === "" ? <span className="dl-hidden">figure</span> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.label} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      {note && <p className="dl-small">{note}</p>}
    </div>
  );
}
