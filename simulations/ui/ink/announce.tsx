/** What a screen reader is told, once it has stopped changing; not seen. Ticks of a clock and numbers under a hand are not told. */
import { useEffect, useState } from "react";

const SETTLE_MS = 900;

interface AnnounceProps {
  readonly text: string | undefined;
  /** true: it is still on its way, e.g. while a slider moves. */
  readonly quiet: boolean;
}

export function Announce({ text, quiet }: AnnounceProps) {
  // Empty at first: what a live region begins with is read by nobody.
  const [told, setTold] = useState("");
  const next = quiet ? "" : (text ?? "");
  useEffect(() => {
    // What was told of another run is not left to be read.
    setTold("");
    const timer = setTimeout(() => setTold(next), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [next]);
  return (
    <div className="dl-hidden" role="status" aria-live="polite">
      {told}
    </div>
  );
}
