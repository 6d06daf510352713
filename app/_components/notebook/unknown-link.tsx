"use client";

import { useEffect, useState } from "react";
import { hasSettings, linkedExperiment } from "@/simulations/runtime/linked-experiment";
import { useLesson } from "./lesson-provider";

/** Says so when the address carries settings for an experiment that this lesson does not have. */
export function UnknownLink() {
  const { cells } = useLesson();
  const [name, setName] = useState("");

  useEffect(() => {
    const look = () => {
      const linked = linkedExperiment(location.hash);
      const isKnown = cells.some(({ id, simulation }) => simulation !== undefined && id === linked);
      setName(hasSettings(location.hash) && !isKnown ? linked.slice(0, 40) : "");
    };
    look();
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, [cells]);

  return (
    <div aria-live="polite">
      {name !== "" && (
        <div className="notice page ui" data-notice="unknown-link">
          <p className="dl-notice">
            {`This link brings settings for an experiment “${name}”, which this lesson does not have. Its settings are left out.`}{" "}
            <button type="button" className="dl-text-button" onClick={() => setName("")}>
              Dismiss
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
