"use client";
/** The first clips of the finder's list, to be heard and judged by ear. */
import { useState } from "react";
import { pagePool } from "../pool";
import { Clip, ClipList } from "../ui/sound/clips";
import { type FlaggedClip, wordNames } from "./frames";
import { labelling } from "./simulation";

const timeLimitMs = 20_000;

function Flag({ label, suggested, truth }: FlaggedClip) {
  const right = label === truth;
  return (
    <>
      <p>{`The annotator wrote “${wordNames[label]}”. The finder suggests “${wordNames[suggested]}”.`}</p>
      <details>
        <summary>What was spoken?</summary>
        <p>{`“${wordNames[truth]}”. The label is ${right ? "correct" : "wrong"}.`}</p>
      </details>
    </>
  );
}

/** Sounds are made once somebody opens the list. */
export function Flagged({ clips }: { readonly clips: readonly FlaggedClip[] }) {
  const [open, setOpen] = useState(false);
  if (clips.length === 0) return null;
  return (
    <details className="dl-flagged" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{`Listen to the ${clips.length} labels at the top of the finder’s list (replica 1)`}</summary>
      {open && (
        <ClipList label="The top of the finder’s list, replica 1">
          {clips.map((flagged, i) => (
            <Clip
              key={JSON.stringify(flagged.recording)}
              name={`Clip ${i + 1}`}
              load={() => pagePool().ask(labelling, "clip", flagged.recording, { timeLimitMs })}
            >
              <Flag {...flagged} />
            </Clip>
          ))}
        </ClipList>
      )}
    </details>
  );
}
