import "./_components/notebook/notebook.css";
import { Footer } from "./_components/footer";
import Link from "./_components/intent-link";
import { SiteBar } from "./_components/site-bar";

export default function NotFound() {
  return (
    <>
      <SiteBar />
      <main id="main" tabIndex={-1} className="notebook">
        <header className="lesson-head">
          <div className="lesson-title">
            <p className="kicker">Page not found</p>
            <h1>This page does not exist</h1>
            <p className="lead">
              The course has no page at this address.{" "}
              <Link href="/" className="dl-link">
                The course map
              </Link>{" "}
              shows every lesson.
            </p>
          </div>
        </header>
      </main>
      <Footer />
    </>
  );
}
