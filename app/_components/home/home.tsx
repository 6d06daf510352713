"use client";

import { useMemo } from "react";
import { orientation } from "@/lessons";
import { useNotebook } from "../../_state/notebook";
import { Icon } from "../icon";
import Link from "../intent-link";
import { type Entry, minutesLeft, position, progressOf, type Stop } from "./course";
import { LessonList } from "./lesson-list";
import { WideMap } from "./wide-map";
import "./home.css";
import "./home-wide.css";

/** Course map and list, with the progress that this device keeps. */
export function Home({ entries }: { entries: readonly Entry[] }) {
  const lessons = useNotebook((state) => state.lessons);
  const lastLesson = useNotebook((state) => state.lastLesson);
  const { stops, here } = useMemo(
    () => progressOf(entries, { lessons, lastLesson, theme: "system", present: false }),
    [entries, lessons, lastLesson],
  );
  return (
    <>
      <div className="home-head">
        <h1>What happens to a model before and after it ships</h1>
        <div>
          <p className="home-lead">
            Fifteen lessons in which you train small models in your own browser, change the world around them, and learn
            to keep them working.
          </p>
          <GoOn here={here} first={stops.find(({ state }) => state !== "coming")} />
          <OpenLessons stops={stops} />
          {stops.every(({ state }) => state === "coming" || state === "ahead") && (
            <Link href={`/lessons/${orientation.slug}/`} className="dl-outlined home-orientation">
              New here? Five-minute orientation
            </Link>
          )}
        </div>
      </div>
      <WideMap stops={stops} />
      <LessonList stops={stops} />
    </>
  );
}

/** How many lessons are open, and why one may start at the first of them. */
function OpenLessons({ stops }: { stops: readonly Stop[] }) {
  const open = stops.filter(({ state }) => state !== "coming");
  const first = open[0];
  const missing = first ? stops.slice(0, first.number - 1) : [];
  return (
    <p className="home-open ui">
      {`${open.length} of ${stops.length} lessons are open. `}
      {first &&
        missing.length > 0 &&
        `Lessons 1 to ${missing.length} are still being written. You can start with lesson ${first.number}: every lesson explains the words it uses. `}
    </p>
  );
}

function GoOn({ here, first }: { here: Stop | undefined; first: Stop | undefined }) {
  const stop = here ?? first;
  if (!stop) return null;
  const begun = stop.state === "here";
  const verb = begun ? "Continue" : here ? "Start" : "Read again";
  return (
    <>
      <Link
        href={`/lessons/${stop.slug}/${begun && stop.lastCell ? `#${stop.lastCell}` : ""}`}
        className="dl-solid home-button"
      >
        <span>
          <span>{`${verb} lesson ${stop.number}`}</span>
          <span className="home-button-title">{`: ${stop.short}`}</span>
        </span>
        <Icon name="arrow-right" size={17} strokeWidth={1.8} />
      </Link>
      <p className="home-left ui dl-small dl-faint">
        {begun
          ? `C${position(stop).slice(1)}, about ${minutesLeft(stop)} minutes left`
          : here
            ? `About ${stop.minutes} minutes`
            : "You have worked through every lesson that is open so far."}
      </p>
    </>
  );
}
