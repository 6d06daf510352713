import "../_components/notebook/notebook.css";
import type { Metadata } from "next";
import { lessons } from "@/lessons";
import { Footer } from "../_components/footer";
import Link from "../_components/intent-link";
import { SiteBar } from "../_components/site-bar";

export const metadata: Metadata = { title: "Lessons" };

/** Whoever shortens a lesson's address comes here. */
export default function LessonsPage() {
  return (
    <>
      <SiteBar />
      <main id="main" tabIndex={-1} className="notebook">
        <header className="lesson-head">
          <div className="lesson-title">
            <h1>Lessons</h1>
            <ol>
              {lessons.map(({ slug, title, minutes }) => (
                <li key={slug}>
                  <Link href={`/lessons/${slug}/`} className="dl-link" prefetch={minutes !== undefined}>
                    {title}
                  </Link>
                </li>
              ))}
            </ol>
            <p>
              <Link href="/" className="dl-link">
                The course map
              </Link>{" "}
              shows how they belong together.
            </p>
          </div>
        </header>
      </main>
      <Footer />
    </>
  );
}
