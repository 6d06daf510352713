import type { ComponentProps } from "react";
import Link from "../intent-link";

/** Links of the prose: inside the course without a reload, outside it in the open. */
export function LessonLink({ href = "", children, ...rest }: ComponentProps<"a">) {
  if (href.startsWith("#")) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  if (/^[a-z]+:/i.test(href)) {
    return (
      <a href={href} rel="noreferrer" {...rest}>
        {children}
      </a>
    );
  }
  // "../drift/" in a lesson is its neighbour.
  const path = href.startsWith("../") ? `/lessons/${href.slice(3)}` : href;
  return <Link href={path}>{children}</Link>;
}
