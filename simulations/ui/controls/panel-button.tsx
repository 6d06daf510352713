/**
 * A button and the panel it opens, by the browser's own popover: in the top layer, closed by Escape and by a click elsewhere,
 * the focus back on the button. What is ours: where it stands, and that leaving it by Tab closes it.
 */
import { type FocusEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";

interface PanelButtonProps {
  /** Name of the button and of the panel. */
  readonly label: string;
  /** What the button shows. */
  readonly button: ReactNode;
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** Room between the button and its panel, and between the panel and the edge of the window, px. */
const GAP = 6;
const EDGE = 12;

/**
 * Where the panel stands in the page: under the button and to the right as far as its row reaches, so that it hides the
 * settings rather than the verdict on the left; above where there is no room below.
 */
export function placeOf(
  button: { left: number; top: number; bottom: number },
  row: { right: number },
  panel: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const right = Math.min(row.right, view.width - EDGE);
  const left = Math.max(EDGE, Math.min(button.left, right - panel.width));
  const below = button.bottom + GAP;
  const above = button.top - GAP - panel.height;
  const fits = below + panel.height + EDGE <= view.height;
  return { left, top: fits || above < EDGE ? below : above };
}

export function PanelButton({ label, button, disabled = false, wide = false, children }: PanelButtonProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = panel.current;
    const row = opener.current?.parentElement;
    if (!open || !element || !opener.current || !row) return;
    const root = document.documentElement;
    const { left, top } = placeOf(
      opener.current.getBoundingClientRect(),
      row.getBoundingClientRect(),
      { width: element.offsetWidth, height: element.offsetHeight },
      { width: root.clientWidth, height: root.clientHeight },
    );
    element.style.left = `${left + scrollX}px`;
    element.style.top = `${top + scrollY}px`;
    element.focus({ preventScroll: true });
  }, [open]);

  // React hears of no toggle that happened before it was there, and of none in browsers without popovers.
  useEffect(() => {
    const element = panel.current;
    const follow = (event: Event) => setOpen((event as ToggleEvent).newState === "open");
    element?.addEventListener("toggle", follow);
    return () => element?.removeEventListener("toggle", follow);
  }, []);

  const close = () => panel.current?.hidePopover();
  const leave = (event: FocusEvent) => {
    const to = event.relatedTarget;
    if (to instanceof Node && !event.currentTarget.contains(to) && to !== opener.current) close();
  };

  return (
    <>
      <button
        ref={opener}
        type="button"
        className="dl-quiet"
        disabled={disabled}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        popoverTarget={id}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        className={wide ? "dl-popover dl-popover-wide ui" : "dl-popover ui"}
        onBlur={leave}
      >
        {open && (
          <div className="dl-panel">
            {children(() => {
              close();
              opener.current?.focus();
            })}
          </div>
        )}
      </div>
    </>
  );
}
