import type { ReactNode } from "react";
import { PresentButton, ThemeControl } from "./display-controls";
import { Wordmark } from "./wordmark";
import "./site-bar.css";

interface Props {
  /** In a lesson: where the reader is, and the lesson's own commands. */
  readonly breadcrumb?: ReactNode;
  readonly commands?: ReactNode;
}

export function SiteBar({ breadcrumb, commands }: Props) {
  return (
    <header className="site-bar screen-only" data-lesson={breadcrumb ? "" : undefined}>
      <div className="site-bar-inner page ui">
        <Wordmark />
        {breadcrumb}
        <div className="bar-end">
          {commands}
          <PresentButton className={commands ? "bar-phone-hidden" : ""} />
          <ThemeControl />
        </div>
      </div>
    </header>
  );
}
