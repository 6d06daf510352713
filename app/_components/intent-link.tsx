"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

interface LinkProps extends Omit<ComponentProps<"a">, "href"> {
  /** Within the site: starts with a slash, and a page's address ends with one. */
  readonly href: string;
  /** `false`: never loaded ahead, where there is nothing to read yet. */
  readonly prefetch?: boolean;
}

/** What the browser does with a click of its own: another tab or window, a download. */
const isOwn = (event: MouseEvent<HTMLAnchorElement>): boolean =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/**
 * A link to another page of the site, without a reload. That page is loaded ahead once the reader shows that they mean it, by
 * pointing at the link or by the keyboard's focus; not because the link is on the screen. The framework's own link does more,
 * in four times the code.
 */
export default function Link({ href, prefetch, onPointerEnter, onFocus, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  const mean = () => {
    if (prefetch !== false) router.prefetch(href);
  };
  return (
    <a
      {...rest}
      href={`${process.env.NEXT_PUBLIC_BASE_PATH ?? ""}${href}`}
      onPointerEnter={(event) => {
        mean();
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        mean();
        onFocus?.(event);
      }}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || isOwn(event)) return;
        event.preventDefault();
        router.push(href);
      }}
    />
  );
}
