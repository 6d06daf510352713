/**
 * A sound that is asked for when its place comes into view, and once: what is seen is what is played. What stays on the page for
 * a while is asked for unseen: paper shows the whole page and cannot wait.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Sound } from "../../runtime/sound";
import { reasonOf } from "./speaker";

/** Longer than a reader who moves a slider keeps a run. */
const UNSEEN_MS = 2500;

export interface SoundInView {
  readonly sound?: Sound;
  /** Why there is none. */
  readonly reason?: string;
  /** Asks unless it has been answered; after a failure once more. */
  readonly load: () => Promise<Sound>;
}

/** `load` is read when it is needed: another sound is another component, by its `key`. */
export function useSound(place: RefObject<HTMLElement | null>, load: () => Promise<Sound>): SoundInView {
  const newest = useRef(load);
  const asked = useRef<Promise<Sound>>(undefined);
  const [found, setFound] = useState<Omit<SoundInView, "load">>({});
  useEffect(() => {
    newest.current = load;
  });

  const ask = useCallback(() => {
    if (asked.current) return asked.current;
    setFound({});
    asked.current = newest.current().then(
      (sound) => {
        setFound({ sound });
        return sound;
      },
      (error: unknown) => {
        asked.current = undefined;
        setFound({ reason: reasonOf(error) });
        throw error;
      },
    );
    return asked.current;
  }, []);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        // Why it failed is in `found`.
        ask().catch(() => undefined);
      },
      { rootMargin: "300px 0px" },
    );
    observer.observe(element);
    const unseen = setTimeout(() => ask().catch(() => undefined), UNSEEN_MS);
    return () => {
      observer.disconnect();
      clearTimeout(unseen);
    };
  }, [place, ask]);

  return { ...found, load: ask };
}
