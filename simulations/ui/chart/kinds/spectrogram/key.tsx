import { formatNumber } from "../../../ink/format";
import type { KeyProps } from "../../kind";
import type { SpectrogramChart } from "./model";
import { opacityOf, shadeCount } from "./shades";

/** The scale of tones, with what its ends stand for. */
export function ShadeKey({ chart: { shades, digits } }: KeyProps<SpectrogramChart>) {
  const text = (value: number) => `${formatNumber(value, Number.isInteger(value) ? 0 : digits)} ${shades.unit}`;
  const step = 9;
  return (
    <ul className="dl-key dl-key-flow" aria-hidden="true">
      <li>
        <span>{`${text(shades.min)} or less`}</span>
        <svg width={shadeCount * step + 1} height={13} aria-hidden="true">
          {Array.from({ length: shadeCount }, (_, shade) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a tone is its place
              key={shade}
              x={shade * step + 0.5}
              y={0.5}
              width={step}
              height={12}
              fill="var(--ink)"
              fillOpacity={opacityOf(shade)}
            />
          ))}
          <rect x={0.5} y={0.5} width={shadeCount * step} height={12} fill="none" stroke="var(--ink-3)" />
        </svg>
        <span>{`${text(shades.max)} or more`}</span>
      </li>
    </ul>
  );
}
