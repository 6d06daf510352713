/**
 * The four strategies side by side: one bar a month, its height the weight of that month's sales, 24 months after release. A test holds
 * the weights against those of the experiment.
 */

const MONTHS = 24;
const ONSET = 12;
const HALF_LIFE = 3;
const WINDOW = 3;
const BEFORE = 3;

const months = Array.from({ length: MONTHS + BEFORE }, (_, i) => i - BEFORE);

export const memories = [
  {
    role: "never",
    colour: "grey",
    name: "Never retrained.",
    text: "The model of the first day stays in use. It is the strategy to compare with.",
    weight: (month: number) => (month < 0 ? 1 : 0),
  },
  {
    role: "all",
    colour: "blue",
    name: "All data.",
    text: "Every sale has the same weight, old or new. The model is stable, and it adapts slowly to a change.",
    weight: () => 1,
  },
  {
    role: "weighted",
    colour: "amber",
    name: "Weighted.",
    text: "All sales are used, but newer sales have more weight. A sale loses half of its weight in one half-life, here 3 months. After a year a sale has a sixteenth of its weight.",
    weight: (month: number) => 0.5 ** ((MONTHS - 1 - month) / HALF_LIFE),
  },
  {
    role: "window",
    colour: "green",
    name: "Recent window.",
    text: "Only the last 3 months are used. The model adapts quickly, and it has few examples to learn from.",
    weight: (month: number) => (month >= MONTHS - WINDOW ? 1 : 0),
  },
] as const;

const BAR = 3.6;
const STEP = 5;
const HEIGHT = 34;
const WIDTH = (MONTHS + BEFORE) * STEP;

export function Memories() {
  return (
    <ul className="memories">
      {memories.map(({ role, colour, name, text, weight }) => (
        <li key={role}>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 6}`} aria-hidden="true" focusable="false">
            <line x1={0} x2={WIDTH} y1={HEIGHT + 5.5} y2={HEIGHT + 5.5} stroke="var(--ink-3)" strokeWidth={0.7} />
            {months.map((month) => {
              const height = weight(month) * HEIGHT;
              return (
                height > 0.2 && (
                  <rect
                    key={month}
                    x={(month + BEFORE) * STEP + 0.7}
                    y={HEIGHT + 5 - height}
                    width={BAR}
                    height={height}
                    fill={`var(--${colour})`}
                  />
                )
              );
            })}
            <line
              x1={(ONSET + BEFORE) * STEP}
              x2={(ONSET + BEFORE) * STEP}
              y1={0}
              y2={HEIGHT + 6}
              stroke="var(--ink)"
              strokeWidth={1}
            />
          </svg>
          <p>
            <strong style={{ color: `var(--${colour}-text)` }}>{name}</strong> {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
