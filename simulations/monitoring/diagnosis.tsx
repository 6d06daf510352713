"use client";
/** Say what happened, from the dashboard, before it is told. */
import { Announce } from "../ui/ink/announce";
import { eventText } from "./event-names";
import { type Diagnosis, knobs, type MonitoringValues } from "./knobs";
import { diagnosisOf } from "./story";
import "./diagnosis.css";

interface DiagnosisProps {
  readonly values: MonitoringValues;
  readonly day: number;
  readonly onSay: (event: Diagnosis) => void;
}

const events = Object.entries(knobs.diagnosis.acts) as [Diagnosis, string][];

export function DiagnosisButtons({ values, day, onSay }: DiagnosisProps) {
  const said = diagnosisOf(values);
  const text = said ? `On day ${said.time} you said: ${eventText[said.act]}.` : undefined;
  return (
    <div className="dl-diagnosis">
      <Announce quiet={false} text={text} />
      <p className="dl-diagnosis-title">
        {text ?? `Day ${day}: what has happened? Your answer ends the guessing, and the events are told.`}
      </p>
      <div className="dl-diagnosis-buttons">
        {events.map(([event, label]) => (
          <button key={event} type="button" className="dl-outlined" onClick={() => onSay(event)}>
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
