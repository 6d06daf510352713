"use client";

import { useRef } from "react";
import { parts } from "@/lessons";
import { Icon } from "../icon";
import Link from "../intent-link";
import { arrowsBack, position, type Stop } from "./course";
import { StopRing } from "./stop-ring";
import { TrackArrows } from "./track-arrows";

/** The course in text. Under 1200 px, and in projector, the track stands upright beside it, with the arrows back at its left. */
export function LessonList({ stops }: { stops: readonly Stop[] }) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <div className="lesson-list" ref={list}>
        <TrackArrows list={list} stops={stops} />
        {Object.entries(parts).map(([part, name]) => (
          <section key={part} className="list-part" aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>
              {part === "5" ? (
                <strong>{name}</strong>
              ) : (
                <>
                  <strong>Part {part}</strong> <span>{name}</span>
                </>
              )}
            </h2>
            <ol>
              {stops
                .filter((stop) => stop.part === Number(part))
                .map((stop) => (
                  <Row key={stop.slug} stop={stop} />
                ))}
            </ol>
          </section>
        ))}
      </div>
      <p className="arrows-in-words ui dl-small">
        Arrows back: {arrowsBack.map(({ from, to, reason }) => `${from} to ${to}, ${reason}`).join(" · ")}.
      </p>
    </>
  );
}

function Row({ stop }: { stop: Stop }) {
  return (
    <li className="list-row ui" data-state={stop.state} data-lesson={stop.slug}>
      <span className="list-ring" data-stop={stop.number}>
        <StopRing stop={stop} />
      </span>
      <span className="list-number dl-small dl-faint" aria-hidden="true">
        {stop.number}
      </span>
      <Link
        href={`/lessons/${stop.slug}/`}
        className="list-title"
        {...(stop.state === "coming" && { prefetch: false })}
      >
        <span className="dl-hidden">Lesson {stop.number}: </span>
        {stop.title}
      </Link>
      <span className="list-experiment">{stop.experiment}</span>
      <span className="list-state dl-small">
        {stop.state === "done" && (
          <>
            <Icon name="check" size={15} strokeWidth={1.8} /> done
          </>
        )}
        {(stop.state === "here" || stop.state === "started") && <strong>{position(stop)}</strong>}
        {stop.state === "coming" && <em>coming</em>}
      </span>
    </li>
  );
}
