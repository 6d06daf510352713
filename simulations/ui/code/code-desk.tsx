/** The editor with what surrounds it: what the function gets, run and reset, what was printed, how it did, challenges. */
import { Play, RotateCcw, Undo2 } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Interpret } from "../../runtime/own-code";
import { useCell } from "../shell/cell-context";
import type { OwnCode } from "../shell/own-code";
import type { Placed } from "../shell/placed";
import { Challenges } from "./challenges";
import { createEditor, type Editor } from "./editor";
import { type KeptCode, mostKept, readKept } from "./kept";
import { Printed } from "./printed";
import { Standing } from "./standing";
import { useCodeRun } from "./use-code-run";
import { useReached } from "./use-reached";

interface DeskProps {
  readonly placed: Placed;
  readonly code: OwnCode;
  readonly interpret: Interpret;
  readonly label: string;
}

/** What is written is kept once nothing was typed for this long. */
const SETTLE_MS = 400;

export function CodeDesk({ placed, code, interpret, label }: DeskProps) {
  const cell = useCell();
  const { store, actions } = placed.experiment;
  const racingNow = String(store.getState().values[code.knob] ?? "");
  const [kept, setKept] = useState<KeptCode>(() => readKept(cell.saved));
  const [text, setText] = useState(() => kept.text ?? (racingNow || code.original));
  const editor = useRef<Editor>(undefined);
  const place = useRef<HTMLDivElement>(null);
  const hint = useId();
  const codeRun = useCodeRun(placed, code, interpret, text);
  const { status, fault, line, tried, racing, runCount } = codeRun;
  const brought = useStore(store, ({ linkedCode }) => linkedCode?.[code.knob]);
  const [asked, setAsked] = useState("");

  const run = () => {
    setAsked("");
    setKept(({ linked: _, ...rest }) => rest);
    void codeRun.run(editor.current?.text() ?? text);
  };
  const latest = useRef({ run, kept });
  latest.current = { run, kept };

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what it calls is the newest
  useEffect(() => {
    const made = createEditor({
      parent: place.current!,
      text,
      describedBy: hint,
      onChange: setText,
      onRun: () => latest.current.run(),
    });
    editor.current = made;
    return () => made.destroy();
  }, []);

  // Code of a link takes the editor, and leaves the reader's own where they find it again.
  useEffect(() => {
    if (brought === undefined) return;
    const own = editor.current?.text() ?? "";
    setKept((before) => ({
      ...before,
      linked: true,
      ...(before.linked || own === code.original || own === brought ? {} : { mine: own }),
    }));
    editor.current?.replace(brought);
  }, [brought, code.original]);

  useEffect(() => editor.current?.mark(fault === undefined ? undefined : line), [fault, line]);

  const challenges = useReached(placed, code, kept.reached, (id) =>
    setKept((before) => ({ ...before, reached: [...before.reached, id] })),
  );

  const save = useRef(cell.save);
  save.current = cell.save;
  const keptText = text === code.original || text.length > mostKept ? undefined : text;
  useEffect(() => {
    const { text: _, ...rest } = kept;
    const value: KeptCode = keptText === undefined ? rest : { ...rest, text: keptText };
    const isNothing = Object.keys(value).length === 1 && value.reached.length === 0;
    const known = readKept(cell.saved);
    if (JSON.stringify(isNothing ? readKept(undefined) : value) === JSON.stringify(known)) return;
    const write = () => save.current(isNothing ? null : value);
    const timer = setTimeout(write, SETTLE_MS);
    addEventListener("pagehide", write);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", write);
    };
  }, [kept, keptText, cell.saved]);

  useCellTies(status, runCount, {
    run: () => {
      if (latest.current.kept.linked) setAsked("This code came with a link. Press Run in this cell to run it.");
      else run();
    },
    clear: () => {
      setAsked("");
      codeRun.clear();
    },
  });

  const isEdited = racing !== "" && text !== racing && status !== "running";
  const message = asked || fault || messageOf(status, racing !== "" && text === racing, challenges.said);
  const tooLongToKeep = text.length > mostKept;
  return (
    <section className="dl-code" data-cell="code" data-status={status} aria-label={label}>
      {kept.linked && (
        <div className="dl-notice dl-code-linked">
          <p>This code came with a link. It has not run. Read it before you run it.</p>
          <p className="dl-row">
            <button
              type="button"
              className="dl-text-button"
              onClick={() => {
                editor.current?.replace(kept.mine ?? code.original);
                setKept(({ linked: _, mine: __, ...rest }) => rest);
              }}
            >
              {kept.mine === undefined ? "Take it away" : "Take it away and show mine"}
            </button>
          </p>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <figure className="dl-code-types" tabIndex={0} aria-label="What your function gets and gives">
        <pre translate="no">{code.types}</pre>
      </figure>
      <div className="dl-editor" ref={place} />
      <div className="dl-row dl-code-buttons screen-only">
        <button type="button" className="dl-solid dl-code-run" onClick={run}>
          <Play aria-hidden="true" /> <span>{racing !== "" && isEdited ? "Run the edited code" : "Run"}</span>
        </button>
        <button type="button" className="dl-quiet" onClick={() => editor.current?.undo()}>
          <Undo2 aria-hidden="true" /> <span>Undo</span>
        </button>
        <button
          type="button"
          className="dl-quiet"
          disabled={text === code.original}
          onClick={() => editor.current?.replace(code.original)}
        >
          <RotateCcw aria-hidden="true" /> <span>Back to the original</span>
        </button>
        {racing !== "" && (
          <button type="button" className="dl-quiet" onClick={codeRun.takeOut}>
            <span>Take my code out of the run</span>
          </button>
        )}
        <span id={hint} className="dl-small dl-code-hint">
          Shift+Enter runs. Your code runs in this browser only, apart from the page.
        </span>
      </div>
      <p className="dl-code-message" role="status" data-fault={fault === undefined ? undefined : ""}>
        {message}
      </p>
      {tooLongToKeep && (
        <p className="dl-small">{`Text of more than ${mostKept} characters is not kept on this device.`}</p>
      )}
      {tried && <Printed lines={tried.printed} />}
      {isEdited && <p className="dl-small">The run uses your code as you last ran it.</p>}
      <Standing {...{ placed, code }} failed={fault !== undefined} />
      <Challenges
        {...{ code, reached: kept.reached }}
        presets={placed.presentation.presets}
        onSetUp={(preset) => actions.applyPreset(preset)}
        onShow={(solution) => {
          editor.current?.replace(solution);
          editor.current?.focus();
        }}
      />
    </section>
  );
}

function messageOf(status: ReturnType<typeof useCodeRun>["status"], isRacing: boolean, reached: string): string {
  if (status === "running") return "Your code is running …";
  if (status === "done") return reached || "Your code is in the run.";
  if (isRacing) return "The experiment has not run your code with these settings. Press Run.";
  return "This code has not run.";
}

/** Run, clear and status of the cell in the notebook's gutter. */
function useCellTies(
  status: ReturnType<typeof useCodeRun>["status"],
  runCount: number,
  handle: { readonly run: () => void; readonly clear: () => void },
): void {
  const { id, register, report } = useCell();
  const latest = useRef({ handle, register, report });
  latest.current = { handle, register, report };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell is another place to enter
  useEffect(
    () =>
      latest.current.register({
        run: () => latest.current.handle.run(),
        pause: () => {},
        clear: () => latest.current.handle.clear(),
        restart: () => latest.current.handle.run(),
      }),
    [id],
  );
  useEffect(() => latest.current.report(status, runCount), [status, runCount]);
}
