"use client";
/** The software checklist as a form; beside it the deployment card it makes, to take away as Markdown. */
import { Download } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { formatNumber } from "../ui/ink/format";
import { useCell } from "../ui/shell/cell-context";
import { downloadMarkdown } from "../ui/shell/download";
import { cardFileName, cardMarkdown, cardOf, checkAgain, notDecided } from "./card";
import { type Answers, type Field, isAsked, isWrong, readAnswers, sections } from "./card-fields";
import "../ui/shell/experiment.css";
import "./worksheet.css";

/** Answers as they are typed, kept on the device by the cell around. */
function useAnswers() {
  const { saved, save, complete } = useCell();
  const [answers, setAnswers] = useState<Answers>(() => readAnswers(saved));
  const known = useRef(saved);
  // What the device kept arrives after the first drawing, and again when progress is imported or cleared.
  useEffect(() => {
    if (saved === known.current) return;
    known.current = saved;
    setAnswers(readAnswers(saved));
  }, [saved]);
  const put = (next: Answers) => {
    const kept = { answers: next };
    known.current = kept;
    setAnswers(next);
    save(kept);
  };
  return { answers, put, complete };
}

interface ControlProps {
  readonly name: string;
  readonly field: Field;
  readonly answers: Answers;
  readonly onChange: (value: string) => void;
}

function ChoiceControl({ field, name, answers, onChange }: ControlProps) {
  const group = useId();
  if (field.kind !== "choice") return null;
  return (
    <fieldset className="dl-row dl-sheet-choice">
      <legend>{field.label}</legend>
      {Object.entries(field.options).map(([option, label]) => (
        <label key={option} className="dl-option">
          <input
            type="radio"
            name={group}
            value={option}
            checked={answers[name] === option}
            onChange={() => onChange(option)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function TypedControl({ field, name, answers, onChange }: ControlProps) {
  const id = useId();
  if (field.kind === "choice") return null;
  const wrong = isWrong(name, answers);
  return (
    <div className="dl-sheet-typed" data-kind={field.kind}>
      <label htmlFor={id}>{field.label}</label>
      <span className="dl-pair dl-entry">
        <input
          id={id}
          type="text"
          inputMode={field.kind === "number" ? "decimal" : undefined}
          autoComplete="off"
          maxLength={field.kind === "text" ? field.max : 24}
          placeholder={field.kind === "text" ? field.example : undefined}
          value={answers[name] ?? ""}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-range` : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        {field.kind === "number" && field.unit && <span className="dl-small">{field.unit}</span>}
      </span>
      {wrong && field.kind === "number" && (
        <span id={`${id}-range`} className="dl-small">
          {`Please give a number from ${field.min} to ${formatNumber(field.max, 0)}. Until then it is not on the card.`}
        </span>
      )}
    </div>
  );
}

function Preview({ answers }: { readonly answers: Answers }) {
  const { title, sections: filled, open, concerns } = cardOf(answers);
  return (
    <article className="dl-card" aria-label="The deployment card so far">
      <h4>{title}</h4>
      {filled.map((section) => (
        <section key={section.title}>
          <h5>{section.title}</h5>
          <dl>
            {section.lines.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {concerns.length > 0 && (
        <section>
          <h5>{checkAgain}</h5>
          <ul>
            {concerns.map((concern) => (
              <li key={concern}>{concern}</li>
            ))}
          </ul>
        </section>
      )}
      {open.length > 0 && (
        <section>
          <h5>{notDecided}</h5>
          <ul>
            {open.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

export default function DeploymentCard() {
  const { answers, put, complete } = useAnswers();
  const empty = Object.keys(answers).length === 0;
  const change = (name: string) => (value: string) => put({ ...answers, [name]: value });
  return (
    <section className="dl-experiment dl-sheet" aria-label="Deployment card">
      <header className="dl-sheet-head">
        <h3>Deployment card</h3>
        <p>Think of a service that you know and work through the checklist. Your answers stay on this device.</p>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          downloadMarkdown(cardFileName(answers), cardMarkdown(answers));
          complete();
        }}
      >
        {sections.map((section) => (
          <fieldset key={section.title} className="dl-row dl-sheet-section">
            <legend>{section.title}</legend>
            {Object.entries(section.fields)
              .filter(([, field]) => isAsked(field, answers))
              .map(([name, field]) => {
                const Control = field.kind === "choice" ? ChoiceControl : TypedControl;
                return <Control key={name} name={name} field={field} answers={answers} onChange={change(name)} />;
              })}
          </fieldset>
        ))}
        <div className="dl-question-actions">
          <button type="submit" className="dl-outlined" disabled={empty}>
            <Download aria-hidden="true" /> Download as Markdown
          </button>
          <button type="button" className="dl-text-button" disabled={empty} onClick={() => put({})}>
            Clear the answers
          </button>
        </div>
      </form>
      <Preview answers={answers} />
    </section>
  );
}
