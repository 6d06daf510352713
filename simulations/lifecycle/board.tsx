/** The project board: the life cycle as four cards, what each stage produced, and the ways back. */
import { Check, CircleDashed, Pencil, RotateCcw, TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useWidth } from "../ui/design/screen";
import type { SlotProps } from "../ui/shell/presentation";
import { Arcs } from "./arcs";
import { figuresOf, linesOf, stageWords, stateText } from "./cards";
import type { LifecycleValues } from "./knobs";
import {
  arrowsWalked,
  fingerprint,
  projectText,
  readProject,
  type Stage,
  type StageState,
  signedOff,
  stages,
  standingOf,
} from "./project";
import { arrowsText, statusText } from "./project-words";
import type { LifecycleResults } from "./results";
import "./board.css";

const icons = { waiting: CircleDashed, "at-work": Pencil, signed: Check, older: TriangleAlert } as const;

interface CardProps {
  readonly stage: Stage;
  readonly state: StageState;
  readonly values: LifecycleValues;
  /** Of these very values; undefined while there are none. */
  readonly results: LifecycleResults | undefined;
  readonly onSign: (figures: readonly number[]) => void;
}

function Card({ stage, state, values, results, onSign }: CardProps) {
  const { title, card, makes, sign } = stageWords[stage];
  const Icon = icons[state.is];
  const figures = stage === "scoping" ? [] : results && figuresOf(stage, results);
  const told =
    state.is === "signed" || state.is === "older"
      ? { made: state.output.made, figures: state.output.figures }
      : state.is === "at-work"
        ? { made: values, figures: figures ?? [] }
        : undefined;
  return (
    <li
      className="dl-stage"
      data-state={state.is}
      data-stage={stage}
      aria-current={state.is === "at-work" ? "step" : undefined}
    >
      <p className="box-label">{title}</p>
      <p className="dl-stage-state dl-pair dl-small">
        <Icon aria-hidden="true" /> <span key={state.is}>{stateText(state)}</span>
      </p>
      <div className="dl-stage-card">
        <p className="dl-small">{card}</p>
        {told ? (
          <dl>
            {linesOf(stage, told.made, told.figures).map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd key={value} className="dl-figures">
                  {value}
                </dd>
              </div>
            ))}
            <div>
              <dt>Fingerprint</dt>
              <dd>
                <code key={fingerprint(stage, told.made)}>{fingerprint(stage, told.made)}</code>
              </dd>
            </div>
          </dl>
        ) : (
          <p className="dl-small">{makes}</p>
        )}
      </div>
      {state.is === "at-work" && (
        <>
          <button type="button" className="dl-outlined" disabled={!figures} onClick={() => figures && onSign(figures)}>
            {sign}
          </button>
          {!figures && <p className="dl-small">Run the experiment first.</p>}
        </>
      )}
    </li>
  );
}

/** Below this width the cards stand one under the other, and the ways back are told in words alone. */
const narrowest = 640;

export function Board({ values, results, actions, own }: SlotProps<LifecycleResults>) {
  const ref = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const width = useWidth(ref);
  const project = readProject(own);
  const standing = standingOf(project, values);
  const wide = width >= narrowest;
  const shown = results?.run.complete && isOf(results, values) ? results : undefined;
  // The button that was pressed goes with its card's state: the next one takes the focus, at the end the sentence about it.
  const signing = useRef(false);
  const { atWork } = standing;
  useEffect(() => {
    if (!signing.current) return;
    signing.current = false;
    const place = ref.current?.querySelector<HTMLElement>(`[data-stage="${atWork}"] button`) ?? status.current;
    place?.focus({ preventScroll: true });
  }, [atWork]);
  const sign = (figures: readonly number[]) => {
    signing.current = true;
    actions.keep(projectText(signedOff(project, values, figures)));
  };
  const beginAnew = () => {
    actions.keep(undefined);
    // The button goes.
    status.current?.focus({ preventScroll: true });
  };
  return (
    <section className="dl-project ui" aria-label="Project board">
      <p className="box-label">Project board</p>
      <p ref={status} className="dl-project-status dl-small" role="status" tabIndex={-1}>
        <span key={statusText(standing)}>{statusText(standing)}</span>{" "}
        <span key={arrowsText(project)}>{arrowsText(project)}</span>
      </p>
      <div ref={ref} className="dl-project-cycle" data-wide={wide}>
        {wide && <Arcs project={project} open={standing.open} width={width} />}
        <ol aria-label="The four stages">
          {stages.map((stage) => (
            <Card key={stage} {...{ stage, values }} state={standing.states[stage]} results={shown} onSign={sign} />
          ))}
        </ol>
      </div>
      {(project.last || arrowsWalked(project) > 0) && (
        <button type="button" className="dl-quiet" onClick={beginAnew}>
          <RotateCcw aria-hidden="true" /> <span>Begin a new project</span>
        </button>
      )}
    </section>
  );
}

/** Whether the run is of these values. */
const isOf = (results: LifecycleResults, values: LifecycleValues): boolean =>
  Object.entries(values).every(([name, value]) => results.values[name as keyof LifecycleValues] === value);
