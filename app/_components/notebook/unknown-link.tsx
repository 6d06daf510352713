"use client";

import { useEffect, useState } from "react";
import { hasSettings, linkedExperiment } from "@/simulations/runtime/linked-experiment";
import { useLesson } from "./lesson-provider";

/** An address that means a cell but for capital letters leads to it; settings for an experiment that this lesson does not have are told. */
export function UnknownLink() {
  const { cells } = useLesson();
  const [name, setName] = useState("");

  useEffect(() => {
    const look = () => {
      const { hash } = location;
      const linked = linkedExperiment(hash);
      const meant = cells.find(({ id }) => id.toLowerCase() === linked.toLowerCase());
      const written = hash.slice(1, 1 + linked.length);
      if (meant && meant.id !== linked && written === linked && document.getElementById(linked) === null) {
        // Heard again by everybody, with the name as it is spelt.
        location.replace(`#${meant.id}${hash.slice(1 + linked.length)}`);
        return;
      }
      const isKnown = cells.some(({ id, simulation }) => simulation !== undefined && id === linked);
      setName(hasSettings(hash) && !isKnown ? linked.slice(0, 40) : "");
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
