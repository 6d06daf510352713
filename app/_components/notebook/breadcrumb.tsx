import { type Lesson, lessonNumber } from "@/lessons";
import { partName } from "../part-name";

export function Breadcrumb({ lesson }: { lesson: Lesson }) {
  return (
    <div className="breadcrumb">
      <span className="breadcrumb-part">
        <span>{partName(lesson.part, " · ")}</span>
        <span aria-hidden="true">/</span>
      </span>
      <span className="breadcrumb-here">
        <span className="visually-hidden">Lesson </span>
        {lessonNumber(lesson.slug)}
        <span className="breadcrumb-title"> {lesson.title}</span>
      </span>
    </div>
  );
}
