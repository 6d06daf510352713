import type { ReactNode } from "react";
import Link from "./intent-link";
import "./footer.css";

/** What the page promises, and what one can do with the progress kept (on the course map). */
export function Footer({ children }: { children?: ReactNode }) {
  return (
    <footer className="site-footer page ui dl-small screen-only">
      <div className="dl-row footer-inner">
        <p>
          You need no account. Everything runs on this device, and everything you enter stays on it.{" "}
          <Link href="/glossary/" className="dl-link" prefetch={false}>
            Glossary
          </Link>
        </p>
        {children}
      </div>
    </footer>
  );
}
