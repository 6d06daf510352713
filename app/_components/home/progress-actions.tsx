"use client";

import { useRef, useState } from "react";
import { notebook } from "../../_state/notebook";
import { readProgressFile, writeProgressFile } from "../../_state/progress-file";
import { MAX_FILE_BYTES, type SavedState } from "../../_state/saved-state";

type Question = { readonly kind: "clear" } | { readonly kind: "import"; readonly state: SavedState };

const count = (state: SavedState): string => {
  const n = Object.keys(state.lessons).length;
  return n === 1 ? "one lesson" : `${n} lessons`;
};

/** Progress out to a file, in from one, and away. What would be lost is asked for first. */
export function ProgressActions() {
  const file = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [question, setQuestion] = useState<Question>();
  const [message, setMessage] = useState("");

  const ask = (next: Question) => {
    setQuestion(next);
    dialog.current?.showModal();
  };

  const onExport = () => {
    try {
      const text = writeProgressFile(notebook.getState());
      const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      const link = document.createElement("a");
      link.href = url;
      link.download = "driftlab-progress.json";
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
      setMessage("Progress exported to driftlab-progress.json.");
    } catch (error) {
      setMessage(`Progress could not be exported: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  const onFile = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      if (chosen.size > MAX_FILE_BYTES)
        throw new RangeError(`The file has ${chosen.size} bytes; a progress file has at most ${MAX_FILE_BYTES}.`);
      ask({ kind: "import", state: readProgressFile(await chosen.text()) });
      setMessage("");
    } catch (error) {
      setMessage(error instanceof Error ? error.message : String(error));
    }
  };

  const onConfirm = () => {
    if (question?.kind === "clear") {
      notebook.getState().clear();
      setMessage("Progress cleared.");
    } else if (question) {
      notebook.getState().replace(question.state);
      setMessage(`Progress of ${count(question.state)} imported.`);
    }
    dialog.current?.close();
  };

  return (
    <>
      <div className="dl-row footer-actions">
        <button type="button" className="dl-text-button" onClick={onExport}>
          Export progress
        </button>
        <button type="button" className="dl-text-button" onClick={() => file.current?.click()}>
          Import
        </button>
        <button type="button" className="dl-text-button" onClick={() => ask({ kind: "clear" })}>
          Clear
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label="Progress file"
          onChange={(event) => {
            void onFile(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      <p className="footer-message" role="status">
        {message}
      </p>
      <dialog className="panel ui" ref={dialog} aria-labelledby="progress-question">
        <h2 id="progress-question" className="box-label">
          {question?.kind === "clear" ? "Clear all progress?" : "Import this progress?"}
        </h2>
        <p>
          {question?.kind === "clear"
            ? "This deletes your progress, answers and guesses in every lesson from this device. The theme is kept."
            : question &&
              `The file holds progress in ${count(question.state)}. It replaces the progress that is kept on this device.`}
        </p>
        <div className="dl-question-actions">
          <button type="button" className="dl-solid" onClick={onConfirm}>
            {question?.kind === "clear" ? "Clear" : "Import"}
          </button>
          <button type="button" className="dl-outlined" onClick={() => dialog.current?.close()}>
            Keep what is here
          </button>
        </div>
      </dialog>
    </>
  );
}
