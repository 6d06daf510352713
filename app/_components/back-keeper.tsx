"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * An entry of the history that came from an anchor is the browser's own: the framework passes it over when Back leads to it,
 * and the page of before stays under the new address. Then the page of the address is asked for.
 */
export function BackKeeper() {
  const router = useRouter();
  const shown = usePathname();
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(() => {
    const onPop = ({ state }: PopStateEvent) => {
      const base = process.env.NEXT_PUBLIC_BASE_PATH ?? "";
      const { pathname, search, hash } = location;
      const asked = pathname.slice(base.length);
      if (state === null && asked.replace(/\/$/, "") !== latest.current.replace(/\/$/, ""))
        router.replace(`${asked}${search}${hash}`);
    };
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, [router]);
  return null;
}
