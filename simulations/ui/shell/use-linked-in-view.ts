/** An address that speaks of an experiment leads to it, though what stands there is loaded late. */
import { type RefObject, useEffect } from "react";
import { hasSettings, linkedExperiment } from "../../runtime/linked-experiment";

/** Scrolls this window and no other: a page that holds this one in a frame stays where its reader is. */
function scrollHere(element: Element): void {
  const root = document.documentElement;
  const bar = Number.parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
  scrollTo({ top: element.getBoundingClientRect().top + scrollY - bar });
}

/** Reload, Back and Forward bring the reader to where they were; a new visit to where the address points. */
const isNewVisit = (): boolean => {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "navigate";
};

export function useLinkedInView(id: string, place: RefObject<Element | null>): void {
  useEffect(() => {
    const show = () => linkedExperiment(location.hash) === id && place.current && scrollHere(place.current);
    // To a bare anchor the browser itself leads, once the page has its full height.
    const follow = () => hasSettings(location.hash) && show();
    if (isNewVisit()) show();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [id, place]);
}
