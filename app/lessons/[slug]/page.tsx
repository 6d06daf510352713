import "../../_components/notebook/notebook.css";
import "katex/dist/katex.min.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { lessonBySlug, lessonNumber, lessons, openLessons, orientation } from "@/lessons";
import { Footer } from "../../_components/footer";
import { Breadcrumb } from "../../_components/notebook/breadcrumb";
import { LessonCommands } from "../../_components/notebook/lesson-commands";
import { lessonContent } from "../../_components/notebook/lesson-content";
import { LessonEnd } from "../../_components/notebook/lesson-end";
import { LessonFoot } from "../../_components/notebook/lesson-foot";
import { LessonHead } from "../../_components/notebook/lesson-head";
import { LessonProvider } from "../../_components/notebook/lesson-provider";
import { UnknownLink } from "../../_components/notebook/unknown-link";
import { SiteBar } from "../../_components/site-bar";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => [orientation, ...lessons].map(({ slug }) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = lessonBySlug((await params).slug);
  return { title: lesson?.title, description: lesson?.summary };
}

/** The first open lesson after this one. */
function nextOpen(slug: string) {
  const next = openLessons.find((lesson) => lessonNumber(lesson.slug) > lessonNumber(slug));
  return next && { slug: next.slug, number: lessonNumber(next.slug), title: next.title, minutes: next.minutes ?? 0 };
}

export default async function LessonPage({ params }: Props) {
  const lesson = lessonBySlug((await params).slug);
  if (!lesson) notFound();
  const content = await lessonContent(lesson.slug);
  const Content = content?.default;
  const cells = content?.cells ?? [];
  return (
    <LessonProvider slug={lesson.slug} cells={cells}>
      <SiteBar breadcrumb={<Breadcrumb lesson={lesson} />} commands={Content && <LessonCommands />} />
      <main id="main" tabIndex={-1} className="notebook page" data-lesson={lesson.slug}>
        <UnknownLink />
        <LessonHead lesson={lesson} cells={cells} />
        {Content ? (
          <>
            <Content />
            <LessonEnd objectives={lesson.objectives} next={nextOpen(lesson.slug)} />
          </>
        ) : (
          <div className="lesson-coming">
            <p>
              <em>Coming.</em> This lesson is not written yet. You can read above what it will be about. Its experiment
              will be “{lesson.experiment}”.
            </p>
          </div>
        )}
        <LessonFoot lesson={lesson} />
      </main>
      <Footer />
    </LessonProvider>
  );
}
