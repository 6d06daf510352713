/** The four shapes of change as small pictures: how much of the world is new, over time. */

const WIDTH = 132;
const HEIGHT = 34;
const TOP = 5;
const BASE = HEIGHT;
const ONSET = 44;

const steps = Array.from({ length: 6 }, (_, i) => `H${ONSET + i * 9} V${BASE - ((i + 1) * (BASE - TOP)) / 6}`).join(
  " ",
);

const shapes = [
  {
    name: "Sudden.",
    text: "The change is complete from one day to the next. Examples: a new law, a new sensor.",
    path: `M0 ${BASE} H${ONSET} V${TOP} H${WIDTH}`,
  },
  {
    name: "Gradual.",
    text: "Old and new examples exist side by side, and the share of the new ones grows. Example: customers move to another product one by one.",
    path: `M0 ${BASE} H${ONSET} C${ONSET + 22} ${BASE} ${ONSET + 22} ${TOP} ${ONSET + 52} ${TOP} H${WIDTH}`,
  },
  {
    name: "Incremental.",
    text: "Every example moves, in small steps. Examples: inflation, a machine that wears out.",
    path: `M0 ${BASE} ${steps} H${WIDTH}`,
  },
  {
    name: "Recurring.",
    text: "The old world comes back, then the new one again. Examples: seasons, weekends, sales.",
    path: `M0 ${BASE} H${ONSET} V${TOP} h22 V${BASE} h22 V${TOP} h22 V${BASE} H${WIDTH}`,
  },
];

export function Shapes() {
  return (
    <ul className="memories">
      {shapes.map(({ name, text, path }) => (
        <li key={name}>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 2}`} aria-hidden="true" focusable="false">
            <path d={path} fill="none" stroke="var(--ink)" strokeWidth={1.6} strokeLinejoin="round" />
            <line x1={0} x2={WIDTH} y1={BASE + 1} y2={BASE + 1} stroke="var(--ink-3)" strokeWidth={0.7} />
          </svg>
          <p>
            <strong>{name}</strong> {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
