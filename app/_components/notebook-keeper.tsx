"use client";

import { useEffect } from "react";
import { isDark } from "@/simulations/ui/design/themes";
import { notebook, rehydrate, useNotebook } from "../_state/notebook";
import { STORAGE_KEY } from "../_state/storage-key";
import { shownTheme } from "../_state/theme-script";

const messages = {
  blocked:
    "This browser does not save anything for this page. Your progress and answers are lost when you close it; export them if you need them.",
  newer:
    "Your progress was saved by a newer version of this course. This page does not change it, and it does not save what you do here. Reload the page to get the new version.",
  unreadable:
    "The progress saved on this device could not be read and was set aside. You start without progress; you can still import an exported file.",
};

/** Reads the device's storage once, follows other tabs and the system's theme, and says what storage cannot do. */
export function NotebookKeeper() {
  const trouble = useNotebook((state) => state.trouble);
  const dismiss = useNotebook((state) => state.dismissTrouble);

  useEffect(() => {
    rehydrate();
    const onStorage = (event: StorageEvent) => {
      if (event.key === STORAGE_KEY) rehydrate();
    };
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const applyTheme = () => {
      const { present, theme, ready } = notebook.getState();
      // Before the storage was read the script of the page's head knows better.
      if (!ready) return;
      const shown = shownTheme(theme, present, dark.matches);
      const { dataset } = document.documentElement;
      dataset.theme = present ? "projector" : shown;
      dataset.scheme = isDark(shown) ? "dark" : "light";
    };
    const leave = notebook.subscribe(applyTheme);
    dark.addEventListener("change", applyTheme);
    window.addEventListener("storage", onStorage);
    return () => {
      leave();
      dark.removeEventListener("change", applyTheme);
      window.removeEventListener("storage", onStorage);
    };
  }, []);

  return (
    <div aria-live="polite">
      {trouble && (
        <div className="notice page ui" data-notice={trouble}>
          <p className="dl-notice">
            {messages[trouble]}{" "}
            <button type="button" className="dl-text-button" onClick={dismiss}>
              Dismiss
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
