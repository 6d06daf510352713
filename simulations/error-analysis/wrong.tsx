"use client";
/** Clips of the dev set that the latest system of the first replica got wrong, tag by tag, to be heard and seen. */
import { useId, useState } from "react";
import { pagePool } from "../pool";
import { Clip, ClipList } from "../ui/sound/clips";
import { type Tag, tags, type WrongClip } from "./frames";
import { errorAnalysis } from "./simulation";
import { commandText, lower, tagText } from "./texts";

const shown = 3;
const timeLimitMs = 20_000;

const keyOf = ({ recording, heard }: WrongClip) => `${JSON.stringify(recording)} ${heard}`;

export function WrongClips({ wrong }: { readonly wrong: readonly WrongClip[] }) {
  const [tag, setTag] = useState<Tag>("car");
  const id = useId();
  const some = wrong.filter((clip) => clip.tags.includes(tag)).slice(0, shown);
  return (
    <section className="dl-wrong" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Clips that were understood wrongly</h3>
      <p className="dl-wrong-choice">
        <label htmlFor={id}>Dev set of replica 1, clips with the tag </label>
        <select id={id} value={tag} onChange={(event) => setTag(event.currentTarget.value as Tag)}>
          {tags.map((each) => (
            <option key={each} value={each}>
              {tagText[each].name}
            </option>
          ))}
        </select>
      </p>
      {some.length === 0 ? (
        <p>{`In this replica, the latest system understands all ${tagText[tag].clips} in the dev set.`}</p>
      ) : (
        <ClipList label={`Clips with the tag ${tagText[tag].name} that were understood wrongly`} key={tag}>
          {some.map((clip, i) => (
            <Clip
              key={keyOf(clip)}
              name={`Clip ${i + 1}`}
              load={() => pagePool().ask(errorAnalysis, "clip", clip.recording, { timeLimitMs })}
            >
              <p>{`Said: ${commandText(clip.said)}. The system heard: ${commandText(clip.heard)}. Tags: ${clip.tags.map((each) => lower(tagText[each].name)).join(", ")}.`}</p>
            </Clip>
          ))}
        </ClipList>
      )}
    </section>
  );
}
