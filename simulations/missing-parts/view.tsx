"use client";
import { experimentView } from "../experiment-view";
import type { Table } from "../ui/chart/model";
import type { Presentation } from "../ui/shell/presentation";
import { charts } from "./chart";
import type { MissingPartsFrame } from "./frames";
import { knobs, type MissingPartsValues, presets } from "./knobs";
import { faultLabels, partLabel } from "./labels";
import { PartsList } from "./parts-list";
import { type MissingPartsResults, resultsOf } from "./results";
import { missingParts } from "./simulation";
import { options, outcome, question, words } from "./words";

function tables({ summary }: MissingPartsResults): Table[] {
  return [
    {
      caption: "Faults: who noticed them, and what one of them costs",
      columns: ["fault", "kind", "times", "noticed by", "share of them", "days, median", "bad answers, median"],
      rows: summary.faults.flatMap(({ name, kind, times, caughtBy, daysToNotice, badAnswers }) =>
        (caughtBy.length > 0 ? caughtBy : [{ part: undefined, share: 1 }]).map(({ part, share }) => [
          faultLabels[name],
          kind === "ml" ? "model" : "data or servers",
          times,
          part ? partLabel(part) : "nobody",
          Number(share.toFixed(3)),
          daysToNotice ?? "",
          badAnswers === null ? "" : Math.round(badAnswers),
        ]),
      ),
    },
  ];
}

const presentation: Presentation<MissingPartsFrame, MissingPartsValues, MissingPartsResults> = {
  simulation: missingParts,
  knobs,
  presets,
  question,
  options,
  results: resultsOf,
  outcome,
  charts,
  words,
  tables,
  slots: { above: (props) => <PartsList {...props} /> },
};

export default experimentView(presentation);
