"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import "./disclosure.css";

interface Props {
  readonly label: string;
  /** What the button shows; its accessible name is `label`. */
  readonly button: ReactNode;
  readonly buttonClassName?: string;
  readonly panelClassName?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button and the panel it opens. Escape, a click elsewhere and leaving by Tab close it. */
export function Disclosure({ label, button, buttonClassName, panelClassName = "", children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    document.addEventListener("keydown", onEscape);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
      document.removeEventListener("keydown", onEscape);
    };
  }, [open]);

  return (
    <div className="disclosure" ref={root}>
      <button
        ref={opener}
        type="button"
        className={buttonClassName}
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={label}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div id={id} className={`disclosure-panel ui ${panelClassName}`}>
          {children(() => {
            setOpen(false);
            opener.current?.focus();
          })}
        </div>
      )}
    </div>
  );
}
