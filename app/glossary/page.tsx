import "../_components/notebook/notebook.css";
import type { Metadata } from "next";
import { lessonNumber, openLessons, orientation } from "@/lessons";
import { glossary } from "@/lessons/glossary";
import { Footer } from "../_components/footer";
import Link from "../_components/intent-link";
import { termsOf } from "../_components/notebook/lesson-terms";
import { SiteBar } from "../_components/site-bar";
import "./glossary.css";

export const metadata: Metadata = {
  title: "Glossary",
  description: "The words of the course, each with a short definition and the lessons that use it.",
};

export default function GlossaryPage() {
  const users = [orientation, ...openLessons].map((lesson) => ({ lesson, terms: termsOf(lesson.slug) }));
  return (
    <>
      <SiteBar />
      <main id="main" tabIndex={-1} className="notebook page">
        <header className="lesson-head">
          <div className="lesson-title">
            <h1>Glossary</h1>
            <p className="lead">The words of the course, each with a short definition and the lessons that use it.</p>
          </div>
        </header>
        <dl className="glossary">
          {glossary.map(({ id, term, definition }) => {
            const used = users.filter(({ terms }) => terms.has(id));
            return (
              <div key={id} id={id}>
                <dt>{term}</dt>
                <dd>
                  {definition}
                  {used.length > 0 && (
                    <span className="dl-row ui dl-small glossary-lessons">
                      {used.map(({ lesson }) => (
                        <Link key={lesson.slug} href={`/lessons/${lesson.slug}/`} className="dl-link" prefetch={false}>
                          {lessonNumber(lesson.slug) === 0
                            ? "Orientation"
                            : `Lesson ${lessonNumber(lesson.slug)}, ${lesson.short}`}
                        </Link>
                      ))}
                    </span>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      </main>
      <Footer />
    </>
  );
}
