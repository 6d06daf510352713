import { type Lesson, lessonNumber } from "@/lessons";
import { partName } from "../part-name";

export function Breadcrumb({ lesson }: { lesson: Lesson }) {
  const number = lessonNumber(lesson.slug);
  return (
    <div className="breadcrumb">
      <span className="breadcrumb-part">
        <span>{number === 0 ? "Before lesson 1" : partName(lesson.part, " · ")}</span>
        <span aria-hidden="true">/</span>
      </span>
      <span className="breadcrumb-here">
        {number > 0 && <span className="dl-hidden">Lesson </span>}
        {number > 0 && number}
        <span className="breadcrumb-title">{number > 0 ? ` · ${lesson.short}` : lesson.short}</span>
      </span>
    </div>
  );
}
