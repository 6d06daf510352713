/** The four counts of a yes-or-no decision as a table: truth in rows, answer in columns; the constant answer 0 in every cell, and the reader's own. */
import { formatNumber } from "../ink/format";
import { MarkerSample } from "../ink/line-sample";
import "./scores.css";
import { Said } from "../ink/said";

export interface ConfusionCells {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

export interface ConfusionMatrixProps {
  readonly caption: string;
  /** What a positive and a negative case are called, in the plural. */
  readonly positives: string;
  readonly negatives: string;
  readonly model: ConfusionCells;
  readonly constant: ConfusionCells;
  readonly constantName: string;
  /** What the reader's own code does to the same cases. */
  readonly own?: ConfusionCells;
  readonly ownName?: string;
}

const cells = {
  tp: "caught, TP",
  fn: "missed, FN",
  fp: "false alarm, FP",
  tn: "left alone, TN",
} as const;

/** The constant answer looks wherever it appears like a model that never learns. */
const roles = { model: "blue", constant: "grey", own: "you" } as const;

export function ConfusionMatrix(props: ConfusionMatrixProps) {
  const { caption, positives, negatives, model, constant, constantName, own, ownName = "your code" } = props;
  const cell = (which: keyof typeof cells) => (
    <td data-right={which === "tp" || which === "tn"}>
      <span className="dl-small">{cells[which]}</span>
      <span className="dl-cell-count">
        <MarkerSample role={roles.model} /> <span className="dl-hidden">model </span>
        <Said text={formatNumber(model[which], 0)} />
      </span>
      <span className="dl-cell-constant">
        <MarkerSample role={roles.constant} /> <span className="dl-hidden">{`${constantName} `}</span>
        <Said text={formatNumber(constant[which], 0)} />
      </span>
      {own && (
        <span className="dl-cell-own">
          <MarkerSample role={roles.own} /> <span className="dl-hidden">{`${ownName} `}</span>
          <Said text={formatNumber(own[which], 0)} />
        </span>
      )}
    </td>
  );
  return (
    <table className="dl-confusion">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">alarm</th>
          <th scope="col">no alarm</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{positives}</th>
          {cell("tp")}
          {cell("fn")}
        </tr>
        <tr>
          <th scope="row">{negatives}</th>
          {cell("fp")}
          {cell("tn")}
        </tr>
      </tbody>
    </table>
  );
}
