/** Changes how large everything is without losing the reader's place: what stood at the reading line stands there afterwards. */

/** Share of the screen's height at which people read. */
const READING_LINE = 0.35;
/** When charts and fonts have taken their new size. */
const LATER_MS = [60, 180, 420];

/** A piece of the page that is still there, and still the same piece, when everything has another size. */
const PIECES = "section[data-simulation], main :is(p, li, h1, h2, h3, pre, table, figure, form), .cell";

interface Place {
  readonly pieces: readonly Element[];
  readonly line: number;
  readonly shares: readonly number[];
}

function placeOf(line: number): Place {
  const pieces: Element[] = [];
  const at = document.elementFromPoint(innerWidth / 2, line);
  // Inside an experiment parts stand where the screen ends, not where they are: the experiment as a whole is the piece.
  let piece = at?.closest("section[data-simulation]") ?? at?.closest(PIECES);
  for (; piece; piece = piece.parentElement?.closest(PIECES)) pieces.push(piece);
  const shares = pieces.map((one) => {
    const { top, height } = one.getBoundingClientRect();
    return (line - top) / Math.max(1, height);
  });
  return { pieces, line, shares };
}

function goBack({ pieces, line, shares }: Place): void {
  const i = pieces.findIndex((piece) => piece.isConnected);
  if (i < 0) return;
  const { top, height } = pieces[i]!.getBoundingClientRect();
  scrollBy({ top: top + shares[i]! * height - line, behavior: "instant" });
}

export function keepPlace(change: () => void): void {
  // At the very top the page's head is the place.
  const place = scrollY > 0 ? placeOf(innerHeight * READING_LINE) : undefined;
  change();
  if (!place) return;
  const timers: ReturnType<typeof setTimeout>[] = [];
  const leave = () => {
    timers.forEach(clearTimeout);
    for (const event of ["wheel", "touchmove", "keydown", "pointerdown"]) removeEventListener(event, leave);
  };
  const back = () => goBack(place);
  requestAnimationFrame(back);
  for (const ms of LATER_MS) timers.push(setTimeout(back, ms));
  timers.push(setTimeout(leave, LATER_MS.at(-1)! + 1));
  // The reader who goes elsewhere has a new place.
  for (const event of ["wheel", "touchmove", "keydown", "pointerdown"])
    addEventListener(event, leave, { passive: true });
}
