"use client";
/** The checklist as a form, kept on the device, with its score and a download. */
import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useCell } from "../ui/shell/cell-context";
import { downloadMarkdown } from "../ui/shell/download";
import { checklistMarkdown, groups, type Level, levels, type Marks, pointsOf, readMarks, scoreOf } from "./checklist";
import "../ui/shell/experiment.css";
import "./checklist.css";

function useMarks() {
  const { saved, save, complete } = useCell();
  const [marks, setMarks] = useState<Marks>(() => readMarks(saved));
  const known = useRef(saved);
  // What the device kept arrives after the first drawing, and again when progress is imported or cleared.
  useEffect(() => {
    if (saved === known.current) return;
    known.current = saved;
    setMarks(readMarks(saved));
  }, [saved]);
  const put = (next: Marks) => {
    const kept = { marks: next };
    known.current = kept;
    setMarks(next);
    save(kept);
  };
  return { marks, put, complete };
}

export default function Checklist() {
  const { marks, put, complete } = useMarks();
  const change = (group: number, test: number, level: Level) =>
    put(marks.map((row, g) => (g === group ? row.map((old, t) => (t === test ? level : old)) : row)));
  return (
    <section className="dl-experiment dl-checklist" aria-label="Checklist">
      <header>
        <h3>Is it ready for production?</h3>
        <p>Think of a system that you know. What you choose stays on this device.</p>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          downloadMarkdown("production-checklist.md", checklistMarkdown(marks));
          complete();
        }}
      >
        {groups.map(({ title, tests }, g) => (
          <fieldset key={title}>
            <legend>
              {title}: {pointsOf(marks[g]!)} of {tests.length}
            </legend>
            {tests.map((test, t) => (
              <label key={test}>
                <span>{test}</span>
                <select value={marks[g]![t]!} onChange={(event) => change(g, t, event.target.value as Level)}>
                  {Object.entries(levels).map(([level, { label }]) => (
                    <option key={level} value={level}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </fieldset>
        ))}
        <p role="status">
          Score: <strong>{scoreOf(marks)}</strong>, the lowest of the four groups.
        </p>
        <div className="dl-question-actions">
          <button type="submit" className="dl-outlined">
            <Download aria-hidden="true" /> Download as Markdown
          </button>
          <button type="button" className="dl-text-button" onClick={() => put(readMarks(undefined))}>
            Clear the answers
          </button>
        </div>
      </form>
    </section>
  );
}
