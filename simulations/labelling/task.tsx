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
  const retry = () => {
    setFound(undefined);
    setAttempt((count) => count + 1);
  };
  return { task: current?.task, reason: current?.reason, retry };
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === undefined) return;
    setChosen(undefined);
    onLabel(chosen);
  };
  return (
    <form className="dl-task-form" onSubmit={submit}>
      <h4 data-led tabIndex={-1}>{`Clip ${place + 1} of ${clipCount}`}</h4>
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

/** Leads the focus on when a press takes its own button away. Not on arrival: only whoever has pressed is led. */
function useLed(where: string) {
  const section = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (!pressed.current) return;
    section.current?.querySelector<HTMLElement>("[data-led]")?.focus();
    // From the waiting it goes on by itself.
    pressed.current = where === awaited;
  }, [where]);
  const lead =
    <Given extends unknown[]>(act: (...given: Given) => void) =>
    (...given: Given) => {
      pressed.current = true;
      act(...given);
    };
  return { section, lead };
}

const awaited = "awaited";

export default function TwelveClips() {
  const { work, put } = useWork();
  const [started, setStarted] = useState(false);
  const done = isDone(work);
  const wanted = started || done || work.labels.length > 0;
  const { task, reason, retry } = useTask(work.seed, wanted);
  const waits = wanted ? awaited : "begin";
  const { section, lead } = useLed(reason ? "failed" : !task ? waits : done ? "done" : `clip ${work.labels.length}`);
  const begin = lead(() => setStarted(true));
  const skip = lead(() => put({ ...work, skipped: true }));
  const again = lead(() => {
    setStarted(true);
    put(another(work));
  });
  const label = lead((chosen: number) => put({ ...work, labels: [...work.labels, chosen] }));
  let content: ReactNode;
  if (reason)
    content = (
      <p role="alert" data-led tabIndex={-1}>
        <span>{`The clips could not be made: ${reason}`}</span>{" "}
        <button type="button" className="dl-link" onClick={lead(retry)}>
          Try again
        </button>
      </p>
    );
  else if (!task)
    content = wanted ? (
      <p data-led tabIndex={-1}>
        The clips are being made …
      </p>
    ) : (
      <div className="dl-question-actions">
        <button type="button" className="dl-solid" onClick={begin}>
          Start labelling
        </button>
        <button type="button" className="dl-text-button" onClick={skip}>
          Skip the task
        </button>
      </div>
    );
  else if (done) content = <TaskResults {...{ task, work, soundOf }} onAgain={again} />;
  else content = <OneClip task={task} place={work.labels.length} onLabel={label} onSkip={skip} />;
  return (
    <section ref={section} className="dl-experiment dl-task" aria-label="Label twelve clips">
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
