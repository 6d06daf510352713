"use client";
/** "Label twelve clips": the reader is an annotator. Everything can be done with the eyes alone, and by keyboard alone. */
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { pagePool } from "../pool";
import { useCell } from "../ui/shell/cell-context";
import { Clip, ClipList } from "../ui/sound/clips";
import { type Task, type TaskClip, wordNames } from "./frames";
import { labelling } from "./simulation";
import { TaskResults } from "./task-results";
import { another, clipCount, isDone, labelTexts, readWork, type Work } from "./task-work";
import "../ui/shell/experiment.css";
import "./task.css";

const timeLimitMs = 20_000;
const soundOf = (recording: TaskClip["recording"]) => () =>
  pagePool().ask(labelling, "clip", recording, { timeLimitMs });

/** Kept on the device by the cell around. */
function useWork() {
  const { saved, save, complete } = useCell();
  const [work, setWork] = useState<Work>(() => readWork(saved));
  const known = useRef(saved);
  // What the device kept arrives after the first drawing, and again when progress is imported or cleared.
  useEffect(() => {
    if (saved === known.current) return;
    known.current = saved;
    setWork(readWork(saved));
  }, [saved]);
  const put = (next: Work) => {
    known.current = next;
    setWork(next);
    save(next);
    if (isDone(next)) complete();
  };
  return { work, put };
}

/** The clips of a seed, once they are wanted. */
function useTask(seed: number, wanted: boolean) {
  const [found, setFound] = useState<{ seed: number; task?: Task; reason?: string }>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (!wanted) return;
    const control = new AbortController();
    pagePool()
      .ask(labelling, "task", seed, { timeLimitMs, signal: control.signal })
      .then(
        (task) => setFound({ seed, task }),
        (error: unknown) => {
          if (!control.signal.aborted)
            setFound({ seed, reason: error instanceof Error ? error.message : String(error) });
        },
      );
    return () => control.abort();
  }, [seed, wanted, attempt]);
  const current = found?.seed === seed ? found : undefined;
  return { task: current?.task, reason: current?.reason, retry: () => setAttempt((count) => count + 1) };
}

/** What each word sounds and looks like: who does not hear compares pictures. */
function Examples({ task }: { readonly task: Task }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="dl-task-examples" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Examples: the eight words, spoken clearly by one voice</summary>
      {open && (
        <ClipList label="Examples of the eight words" show="spectrogram">
          {task.examples.map((recording, word) => (
            <Clip key={wordNames[word]} name={wordNames[word]!} load={soundOf(recording)} />
          ))}
        </ClipList>
      )}
    </details>
  );
}

interface LabellingProps {
  readonly task: Task;
  readonly place: number;
  readonly onLabel: (label: number) => void;
  readonly onSkip: () => void;
}

function OneClip({ task, place, onLabel, onSkip }: LabellingProps) {
  const [chosen, setChosen] = useState<number>();
  const group = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(place);
  useEffect(() => {
    // Not on arrival: only whoever has labelled a clip is led to the next.
    if (first.current !== place) heading.current?.focus();
    first.current = place;
  }, [place]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === undefined) return;
    setChosen(undefined);
    onLabel(chosen);
  };
  return (
    <form className="dl-task-form" onSubmit={submit}>
      <h4 ref={heading} tabIndex={-1}>{`Clip ${place + 1} of ${clipCount}`}</h4>
      <ClipList label="The clip to be labelled">
        <Clip
          key={`${task.clips[place]!.recording.noiseAt} ${place}`}
          name={`Clip ${place + 1}`}
          load={soundOf(task.clips[place]!.recording)}
        >
          <fieldset className="dl-task-labels">
            <legend>Which word was spoken?</legend>
            {labelTexts.map((text, label) => (
              <label key={text} className="dl-option">
                <input type="radio" name={group} checked={chosen === label} onChange={() => setChosen(label)} />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
          <div className="dl-question-actions">
            <button type="submit" className="dl-solid" disabled={chosen === undefined}>
              {place + 1 < clipCount ? "Save and go on" : "Save and compare"}
            </button>
            <button type="button" className="dl-text-button" onClick={onSkip}>
              Skip the task
            </button>
          </div>
        </Clip>
      </ClipList>
      <Examples task={task} />
    </form>
  );
}

export default function TwelveClips() {
  const { work, put } = useWork();
  const [started, setStarted] = useState(false);
  const done = isDone(work);
  const { task, reason, retry } = useTask(work.seed, started || done || work.labels.length > 0);
  const skip = () => put({ ...work, skipped: true });
  const again = () => {
    setStarted(true);
    put(another(work));
  };
  let content: ReactNode;
  if (reason)
    content = (
      <p role="alert">
        <span>{`The clips could not be made: ${reason}`}</span>{" "}
        <button type="button" className="dl-link" onClick={retry}>
          Try again
        </button>
      </p>
    );
  else if (!task)
    content =
      started || done || work.labels.length > 0 ? (
        <p>The clips are being made …</p>
      ) : (
        <div className="dl-question-actions">
          <button type="button" className="dl-solid" onClick={() => setStarted(true)}>
            Start labelling
          </button>
          <button type="button" className="dl-text-button" onClick={skip}>
            Skip the task
          </button>
        </div>
      );
  else if (done) content = <TaskResults {...{ task, work, soundOf }} onAgain={again} />;
  else
    content = (
      <OneClip
        task={task}
        place={work.labels.length}
        onLabel={(label) => put({ ...work, labels: [...work.labels, label] })}
        onSkip={skip}
      />
    );
  return (
    <section className="dl-experiment dl-task" aria-label="Label twelve clips">
      <header>
        <h3>Label twelve clips</h3>
        <p>
          The guide for annotators has one line:{" "}
          <strong>write the word that was spoken, whatever the speaker wants.</strong> You can do this task without
          sound: every clip has pictures, and the examples below the clip show what each word looks like. Your labels
          stay on this device.
        </p>
      </header>
      {content}
    </section>
  );
}
