import type { ReactNode } from "react";
import Link from "./intent-link";

/** What the page promises, and what one can do with the progress kept (on the course map). */
export function Footer({ children }: { children?: ReactNode }) {
  return (
    <footer className="site-footer">
      <div className="footer-inner">
        <p>
          No account. Everything runs and stays on this device.{" "}
          <Link href="/glossary/" prefetch={false}>
            Glossary
          </Link>
        </p>
        {children}
      </div>
    </footer>
  );
}
