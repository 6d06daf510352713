import type { Metadata } from "next";
import { lessons } from "@/lessons";
import Link from "../_components/intent-link";
import { PlainPage } from "../_components/plain-page";
import "./lessons.css";

export const metadata: Metadata = { title: "Lessons" };

/** Whoever shortens a lesson's address comes here. */
export default function LessonsPage() {
  return (
    <PlainPage title="Lessons">
      <ol className="lesson-list">
        {lessons.map(({ slug, title, minutes }) => (
          <li key={slug}>
            <Link href={`/lessons/${slug}/`} className="dl-link" prefetch={minutes !== undefined}>
              {title}
            </Link>
            {minutes === undefined && " (coming)"}
          </li>
        ))}
      </ol>
      <p>
        <Link href="/" className="dl-link">
          The course map
        </Link>{" "}
        shows how they belong together.
      </p>
    </PlainPage>
  );
}
