import Link from "./intent-link";

/** A model that ran level, a change, and two ways on: the course in one mark. */
export function Wordmark() {
  return (
    <Link href="/" className="wordmark" aria-label="Driftlab, course map">
      <svg width="31" height="17" viewBox="0 0 31 17" aria-hidden="true">
        <path d="M1 14.5h29" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
        <circle cx="10.5" cy="14" r="2.9" fill="currentColor" />
        {[0, 1, 2, 3, 4].map((i) => (
          <circle key={i} cx={13.4 + i * 3} cy={10.6 - i * 2.3} r="1.15" fill="currentColor" />
        ))}
      </svg>
      <span>Driftlab</span>
    </Link>
  );
}
