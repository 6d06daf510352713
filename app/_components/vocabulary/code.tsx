"use client";
/** A code cell in a lesson: the editor and its sandbox load when the reader comes near. */
import { Suspense, useEffect, useRef, useState } from "react";
import { whenNear } from "@/simulations/ui/shell/near";
import { lazyPart, PartBoundary } from "@/simulations/ui/shell/part-boundary";

const Desk = lazyPart(() => import("./code-desk"));

interface CodeProps {
  /** Id of an experiment of this lesson. */
  readonly experiment: string;
}

function Waiting() {
  return (
    <section className="dl-code-waiting" data-cell="code" data-status="idle" aria-label="Code">
      <p className="dl-small">The editor loads when you come near.</p>
    </section>
  );
}

export function Code({ experiment }: CodeProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => whenNear(place.current, () => setNear(true)), []);
  return (
    <div ref={place}>
      {near ? (
        <PartBoundary what="the code editor">
          <Suspense fallback={<Waiting />}>
            <Desk experiment={experiment} />
          </Suspense>
        </PartBoundary>
      ) : (
        <Waiting />
      )}
    </div>
  );
}
