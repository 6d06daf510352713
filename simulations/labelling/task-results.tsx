"use client";
import { useState } from "react";
/** After the last clip: what was spoken, and how far the reader, two annotators and the truth agree. */
import type { Sound } from "../runtime/sound";
import { formatNumber } from "../ui/ink/format";
import { ScoreTable } from "../ui/results/score-table";
import { TableView } from "../ui/results/table-view";
import { Clip, ClipList } from "../ui/sound/clips";
import type { Task, TaskClip } from "./frames";
import { type Agreement, agreementOf, labelTexts, type Work, withThemselves } from "./task-work";

interface Props {
  readonly task: Task;
  readonly work: Work;
  readonly soundOf: (recording: TaskClip["recording"]) => () => Promise<Sound>;
  readonly onAgain: () => void;
}

const countText = ({ same, of }: Pick<Agreement, "same" | "of">) => `${same} of ${of}`;

function agreements({ clips }: Task, labels: readonly number[] | undefined) {
  const guide = clips.map(({ byGuide }) => byGuide);
  const habit = clips.map(({ byHabit }) => byHabit);
  const truth = clips.map((clip) => clip.truth);
  const row = (label: string, a: readonly number[], b: readonly number[]) => {
    const found = agreementOf(a, b);
    return { label, cells: [countText(found), formatNumber(found.kappa, 2)] };
  };
  return [
    ...(labels
      ? [
          {
            label: "You and yourself, on the clips that came twice",
            cells: [countText(withThemselves(clips, labels)), "–"],
          },
          row("You and the annotator who follows the guide", labels, guide),
          row("You and the annotator who follows a habit", labels, habit),
          row("You and the words that were spoken", labels, truth),
        ]
      : []),
    row("The two annotators", guide, habit),
    row("The annotator who follows the guide, and the words that were spoken", guide, truth),
  ];
}

export function TaskResults({ task, work, soundOf, onAgain }: Props) {
  const [open, setOpen] = useState(false);
  const labels = work.labels.length === task.clips.length ? work.labels : undefined;
  const text = (label: number) => labelTexts[label]!;
  const table = {
    caption: "Twelve clips and their labels",
    columns: ["clip", ...(labels ? ["you"] : []), "annotator with the guide", "annotator with a habit", "spoken"],
    rows: task.clips.map(({ truth, again, byGuide, byHabit }, i) => [
      again === undefined ? `${i + 1}` : `${i + 1} (clip ${again + 1} again)`,
      ...(labels ? [text(labels[i]!)] : []),
      text(byGuide),
      text(byHabit),
      text(truth),
    ]),
  };
  const caption = labels ? "How far you agree" : "Skipped: how far two annotators agree";
  return (
    <section className="dl-task-results" aria-label={caption} data-led tabIndex={-1}>
      <ScoreTable
        caption={caption}
        columns={[{ label: "" }, { label: "Same label" }, { label: "Kappa" }]}
        rows={agreements(task, labels)}
        note="Kappa is agreement beyond chance: 0 is chance, 1 is complete agreement. With twelve clips, kappa is only a rough number; three clips are too few for it. The annotator with the habit writes “yes” for “right” and “no” for “stop”."
      />
      <TableView tables={[table]} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Listen to the clips again</summary>
        {open && (
          <ClipList label="The twelve clips again">
            {task.clips.map(({ recording, truth }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a clip is its place, and some come twice
              <Clip key={i} name={`Clip ${i + 1}`} load={soundOf(recording)}>
                <p>{`Spoken: “${text(truth)}”${labels ? `. Your label: “${text(labels[i]!)}”` : ""}.`}</p>
              </Clip>
            ))}
          </ClipList>
        )}
      </details>
      <div className="dl-question-actions">
        <button type="button" className="dl-outlined" onClick={onAgain}>
          Label twelve other clips
        </button>
      </div>
    </section>
  );
}
