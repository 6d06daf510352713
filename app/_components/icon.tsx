export type IconName =
  | "arrow-right"
  | "check"
  | "chevron-down"
  | "cross"
  | "eraser"
  | "list"
  | "pause"
  | "play"
  | "presentation"
  | "restart"
  | "theme"
  | "warning";

interface Props {
  readonly name: IconName;
  /** px. */
  readonly size?: number;
  readonly strokeWidth?: number;
  readonly className?: string;
  /** Its name for screen readers; decoration without one. */
  readonly label?: string;
}

/** One of the page's icons (icon-sprite.tsx). Its line keeps its width at any size. */
export function Icon({ name, size = 17, strokeWidth = 1.6, className, label }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden, or named by its label
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      <use href={`#icon-${name}`} />
    </svg>
  );
}
