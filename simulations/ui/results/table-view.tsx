/** Every chart as a table, with the figures that are drawn. */
import { useId } from "react";
import type { Table } from "../chart/model";
import { cellTexts } from "../chart/table";

function OneTable({ table }: { readonly table: Table }) {
  const id = useId();
  const texts = cellTexts(table);
  return (
    // What scrolls has to take the focus, or the keyboard cannot scroll it. No landmark: there are many of them.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <figure className="dl-table-scroll" aria-labelledby={id} tabIndex={0}>
      <table className="dl-table">
        <caption id={id}>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column || <span className="dl-hidden">row</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and keep their order
            <tr key={i}>
              {row.map((cell, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are named by their column
                <td key={k} data-number={typeof cell === "number"}>
                  {texts[i]![k]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

export function TableView({ tables }: { readonly tables: readonly Table[] }) {
  return (
    <div className="dl-tables">
      {tables.map((table) => (
        <OneTable key={table.caption} table={table} />
      ))}
    </div>
  );
}
