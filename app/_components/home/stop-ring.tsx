import type { Stop } from "./course";

const R = 15.4;

/** A stop of the map: filled when done, ring filled by share while at work, open ahead, dashed while it is coming. */
export function StopRing({ stop }: { stop: Stop }) {
  const { state, share, number } = stop;
  const working = state === "here" || state === "started";
  return (
    <svg className="stop-ring" viewBox="-19 -19 38 38" data-state={state} aria-hidden="true" focusable="false">
      {state === "done" && <circle r="16.2" fill="var(--you)" />}
      {state === "ahead" && <circle r={R} fill="none" stroke="var(--ink-3)" strokeWidth="1.4" />}
      {state === "coming" && (
        <circle r={R} fill="none" stroke="var(--control)" strokeWidth="1.4" strokeDasharray="2.6 2.6" />
      )}
      {working && (
        <>
          <circle r={R + 1} fill="none" stroke="var(--control)" strokeWidth="2" />
          <circle
            r={R + 1}
            fill="none"
            stroke="var(--you)"
            strokeWidth="4"
            pathLength="1"
            strokeDasharray={`${share} 1`}
            transform="rotate(-90)"
          />
        </>
      )}
      <text textAnchor="middle" y="5.2">
        {number}
      </text>
    </svg>
  );
}
