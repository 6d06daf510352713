"use client";
/**
 * The door of a simulation: a place about as high as an experiment until the reader comes near, then the experiment itself. Charts,
 * controls and the training library load only then. The notebook's run button and "run all" open it too.
 */
import { type ComponentType, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { linkedExperiment } from "../../runtime/linked-experiment";
import { CellContext, type CellHandle, useCell } from "./cell-context";
import type { EmbeddedExperiment } from "./embedded";
import { whenNear } from "./near";
import { lazyPart, PartBoundary } from "./part-boundary";
import { useWanted } from "./placed";
import "./door.css";

function Placeholder({ title }: { readonly title: string }) {
  return (
    <div className="dl-placeholder" role="status">
      <p>{title}</p>
    </div>
  );
}

/** On paper: where the experiment runs. */
function PaperNote({ id }: { readonly id: string }) {
  const [page, setPage] = useState("");
  useEffect(() => setPage(location.href.split("#")[0]!), []);
  return (
    // One text, so that it can be filled in on a page that was translated meanwhile.
    <p className="print-only ui dl-small dl-print-note">{`This experiment runs in your browser: ${page}#${id}`}</p>
  );
}

interface DoorProps {
  /** The experiment's name in links. */
  readonly id: string;
  /** The lazily loaded view. */
  readonly children: ReactNode;
}

function Door({ id, children }: DoorProps) {
  const cell = useCell();
  const { title } = cell;
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const wanted = useWanted(id);
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted]);
  /** What the notebook asked for before the experiment was there. */
  const asked = useRef<keyof CellHandle | undefined>(undefined);
  const latest = useRef(cell);
  latest.current = cell;

  useEffect(() => {
    if (open) return;
    const unlock = () => setOpen(true);
    const openByLink = () => linkedExperiment(location.hash) === id && unlock();
    openByLink();
    addEventListener("hashchange", openByLink);
    const stop = whenNear(place.current, unlock);
    const later = (what: keyof CellHandle) => () => {
      asked.current = what;
      unlock();
    };
    const leave = latest.current.register({
      run: later("run"),
      pause: () => {},
      clear: () => {},
      restart: later("restart"),
    });
    return () => {
      removeEventListener("hashchange", openByLink);
      stop();
      leave();
    };
  }, [open, id]);

  const inner = useMemo(
    () => ({
      ...cell,
      register(handle: CellHandle) {
        const leave = cell.register(handle);
        const what = asked.current;
        asked.current = undefined;
        if (what) queueMicrotask(() => handle[what]());
        return leave;
      },
    }),
    [cell],
  );
  if (!open)
    return (
      <div ref={place}>
        <Placeholder title={title} />
        <PaperNote id={id} />
      </div>
    );
  return (
    <CellContext value={inner}>
      <PartBoundary what={`the experiment “${title}”`}>
        <Suspense fallback={<Placeholder title={title} />}>{children}</Suspense>
      </PartBoundary>
      <PaperNote id={id} />
    </CellContext>
  );
}

/**
 * The door of a simulation, with its view behind it. A page loads the doors of every lesson, so a door knows of its simulation
 * nothing but where its view is; the cell around it knows the title.
 */
export function door<P extends EmbeddedExperiment>(
  view: () => Promise<{ default: ComponentType<P> }>,
): ComponentType<P> {
  const View = lazyPart(view);
  // biome-ignore lint/correctness/noComponentHookFactories: called once a module
  return function SimulationDoor(props: P) {
    return (
      <Door id={props.id}>
        <View {...props} />
      </Door>
    );
  };
}
