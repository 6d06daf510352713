/** Error analysis by ear and eye: clips of the release test that the first team's model understood wrongly, place by place. */
import { useId, useState } from "react";
import { pagePool } from "../pool";
import { formatNumber } from "../ui/ink/format";
import { Clip, ClipList } from "../ui/sound/clips";
import { conditionLabels } from "./condition-labels";
import { type Condition, conditions, type Misheard } from "./frames";
import type { LifecycleResults } from "./results";
import { lifecycle } from "./simulation";

const timeLimitMs = 10_000;

const soundOf = ({ clip }: Misheard) => pagePool().ask(lifecycle, "clip", clip, { timeLimitMs });

export function MisheardClips({ results }: { readonly results: LifecycleResults }) {
  const { misheard, teams } = results;
  const name = useId();
  const [chosen, setChosen] = useState<Condition>();
  const shares = conditions.map((_, c) => teams.byCondition[c]![0] ?? 1);
  const place = chosen ?? conditions[shares.indexOf(Math.min(...shares))]!;
  const clips = misheard.filter((each) => each.place === place);
  return (
    <section className="dl-errors dl-part ui" aria-label="Clips that were understood wrongly">
      <p className="box-label">Error analysis: clips that the model of replica 1 understood wrongly</p>
      <fieldset className="dl-errors-places dl-row">
        <legend className="dl-hidden">Place</legend>
        {conditions.map((condition, c) => (
          <label key={condition} className="dl-pair">
            <input type="radio" name={name} checked={condition === place} onChange={() => setChosen(condition)} />
            <span key={shares[c]}>
              {`${conditionLabels[condition]}: ${formatNumber(shares[c]!, 0, "percent")} % understood`}
            </span>
          </label>
        ))}
      </fieldset>
      {clips.length === 0 ? (
        <p>The model understood every clip of this place.</p>
      ) : (
        <ClipList label={`Clips understood wrongly: ${conditionLabels[place]}`}>
          {clips.map((each, i) => (
            <Clip key={JSON.stringify(each.clip)} name={`Clip ${i + 1}`} load={() => soundOf(each)}>
              <p key={each.said + each.heard}>{`Said: “${each.said}”. The model heard: “${each.heard}”.`}</p>
            </Clip>
          ))}
        </ClipList>
      )}
    </section>
  );
}
