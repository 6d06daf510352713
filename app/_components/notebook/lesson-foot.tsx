import "./lesson-end.css";
import { type Lesson, lessonNumber, lessons } from "@/lessons";
import Link from "../intent-link";

const comingText = ({ minutes }: Lesson): string => (minutes === undefined ? ", coming" : "");

/** The lessons before and after. */
export function LessonFoot({ lesson }: { lesson: Lesson }) {
  const number = lessonNumber(lesson.slug);
  const previous = lessons[number - 2];
  const next = lessons[number];
  return (
    <nav className="lesson-foot screen-only" aria-label="Lessons before and after">
      {previous && (
        <Link href={`/lessons/${previous.slug}/`} rel="prev">
          <span className="ui dl-small dl-faint">{`Previous, lesson ${number - 1}${comingText(previous)}`}</span>
          <strong>{previous.short}</strong>
        </Link>
      )}
      {next && (
        <Link href={`/lessons/${next.slug}/`} rel="next">
          <span className="ui dl-small dl-faint">{`Next, lesson ${number + 1}${comingText(next)}`}</span>
          <strong>{next.short}</strong>
        </Link>
      )}
    </nav>
  );
}
