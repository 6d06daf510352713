import "./notebook/notebook.css";
import type { ReactNode } from "react";
import { Footer } from "./footer";
import { SiteBar } from "./site-bar";

interface Props {
  readonly title: string;
  readonly kicker?: string;
  readonly children: ReactNode;
}

/** A page that only says where to go on: a title, and a few lines under it. */
export function PlainPage({ title, kicker, children }: Props) {
  return (
    <>
      <SiteBar />
      <main id="main" tabIndex={-1} className="notebook page">
        <header className="lesson-head">
          <div className="lesson-title">
            {kicker && <p className="kicker">{kicker}</p>}
            <h1>{title}</h1>
            {children}
          </div>
        </header>
      </main>
      <Footer />
    </>
  );
}
