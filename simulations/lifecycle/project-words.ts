/** Where the project stands, in sentences: what the picture of the cycle shows. */
import { listText } from "../ui/ink/format";
import { stageWords } from "./cards";
import { type Arrow, arrowsBack, arrowsWalked, type Project, type Standing, timesWalked } from "./project";

const lower = (stage: Arrow["from"]) => stageWords[stage].title.toLowerCase();

export function statusText({ atWork, open }: Standing): string {
  if (!atWork) return "All four stages are signed off: the system runs.";
  if (open)
    return `You went back from ${lower(open.from)} to ${lower(open.to)}: sign off the cards again, from ${lower(atWork)} on.`;
  return `At work: ${lower(atWork)}.`;
}

const times = (count: number) => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

export function arrowsText(project: Project): string {
  const all = arrowsWalked(project);
  if (all === 0) return "Arrows back so far: none.";
  const each = arrowsBack
    .map((arrow) => ({ arrow, count: timesWalked(project, arrow) }))
    .filter(({ count }) => count > 0)
    .map(({ arrow, count }) => `from ${lower(arrow.from)} to ${lower(arrow.to)} ${times(count)}`);
  return `Arrows back so far: ${all} (${listText(each)}).`;
}
