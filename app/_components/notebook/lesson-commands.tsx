"use client";

import { cellKinds } from "../../_mdx/cell-kinds.mjs";
import { useNotebook } from "../../_state/notebook";
import { Disclosure } from "../disclosure";
import { PresentButton } from "../display-controls";
import { Icon } from "../icon";
import { useLesson, useLessonState } from "./lesson-provider";

const nothing: readonly string[] = [];
/** Beyond this many cells their squares are drawn smaller. */
const MANY = 12;
const VERY_MANY = 24;

/** Progress, contents and the commands that concern every cell of the lesson, for the site bar. */
export function LessonCommands() {
  const { cells, slug, store } = useLesson();
  const current = useLessonState((state) => state.current);
  const done = useNotebook((state) => state.lessons[slug]?.done ?? nothing);
  const running = cells.filter(({ kind }) => cellKinds[kind].runs).map(({ id }) => id);
  const here = cells.find(({ id }) => id === current) ?? cells[0];
  const position = `cell ${here?.number ?? 1} of ${cells.length}`;

  const commands = (close: () => void) => {
    const after = (command: () => void) => () => {
      command();
      close();
    };
    return (
      <>
        <button type="button" className="panel-item" onClick={after(() => store.restartAll(running))}>
          <Icon name="restart" /> Restart and run all
        </button>
        <button type="button" className="panel-item" onClick={after(() => store.clearAll())}>
          <Icon name="eraser" /> Clear results
        </button>
      </>
    );
  };

  return (
    <>
      <span className="cell-progress bar-phone-hidden">
        <span
          className="squares"
          data-many={cells.length > VERY_MANY ? "very" : cells.length > MANY ? "" : undefined}
          aria-hidden="true"
        >
          {cells.map(({ id }) => (
            <span
              key={id}
              data-done={done.includes(id) ? "" : undefined}
              data-here={id === here?.id ? "" : undefined}
            />
          ))}
        </span>
        <span>{position}</span>
      </span>
      <Disclosure
        label={`Contents, ${position}`}
        buttonClassName="dl-quiet bar-button contents-button"
        panelClassName="contents-panel"
        button={
          <>
            <Icon name="list" />
            <span>Contents</span>
            <span className="contents-position">{position}</span>
          </>
        }
      >
        {(close) => (
          <>
            <div className="panel-actions">
              {running.length > 0 && (
                <button
                  type="button"
                  className="panel-item"
                  onClick={() => {
                    store.runAll(running);
                    close();
                  }}
                >
                  <Icon name="play" /> Run all
                </button>
              )}
              {running.length > 0 && commands(close)}
              <PresentButton className="panel-item panel-present" />
            </div>
            <ol>
              {cells.map(({ id, number, title }) => (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    className="panel-item"
                    aria-current={id === here?.id ? "true" : undefined}
                    onClick={close}
                  >
                    <span className="contents-number dl-small dl-faint">{number}</span>
                    <span className="contents-title">{title}</span>
                    {done.includes(id) && <Icon name="check" size={15} className="contents-done" label="done" />}
                  </a>
                </li>
              ))}
            </ol>
          </>
        )}
      </Disclosure>
      {running.length > 0 && (
        <span className="run-all bar-phone-hidden">
          <button
            type="button"
            className="dl-quiet bar-button"
            aria-label="Run all"
            title="Run every cell that runs, from the top"
            onClick={() => store.runAll(running)}
          >
            <Icon name="play" />
            <span>Run all</span>
          </button>
          <Disclosure
            label="Restart or clear"
            buttonClassName="dl-quiet"
            button={<Icon name="chevron-down" size={15} strokeWidth={1.6} />}
          >
            {commands}
          </Disclosure>
        </span>
      )}
    </>
  );
}
