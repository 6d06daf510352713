"use client";
/** Say what happened, from the dashboard, before it is told. */
import { type Diagnosis, knobs } from "./knobs";
import "./diagnosis.css";

interface DiagnosisProps {
  /** What was said, and what it was. */
  readonly said: string | undefined;
  /** The events are told: nothing is left to guess. */
  readonly told: boolean;
  readonly day: number;
  readonly onSay: (event: Diagnosis) => void;
}

const events = Object.entries(knobs.diagnosis.acts) as [Diagnosis, string][];

const over = "The six weeks are over, and the chart Alerts tells what happened. A new seed gives another service.";

export function DiagnosisButtons({ said, told, day, onSay }: DiagnosisProps) {
  const asked = `Day ${day}: what has happened? Your answer ends the guessing, and the events are told.`;
  return (
    <div className="dl-diagnosis">
      <p className="dl-diagnosis-title">{said ?? (told ? over : asked)}</p>
      {(said || !told) && (
        <div className="dl-diagnosis-buttons">
          {events.map(([event, label]) => (
            <button key={event} type="button" className="dl-outlined" onClick={() => onSay(event)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
