/**
 * The icons of the site, once in every page, so that no script of the first screen carries a picture: components name them
 * (icon.tsx). Read from lucide's files while the pages are made; imported the usual way its client part would load with them.
 */
import { createElement } from "react";
import type { IconName } from "./icon";

/** Our names and lucide's. */
const files: Readonly<Record<IconName, string>> = {
  "arrow-right": "arrow-right",
  check: "check",
  "chevron-down": "chevron-down",
  cross: "x",
  eraser: "eraser",
  list: "list",
  pause: "pause",
  play: "play",
  presentation: "presentation",
  restart: "rotate-ccw",
  theme: "sun-moon",
  warning: "triangle-exclamation-point",
};

interface IconFile {
  readonly __iconData: { readonly node: readonly (readonly [string, Readonly<Record<string, string>>])[] };
}

const read = async (file: string): Promise<IconFile["__iconData"]> => {
  const name = `lucide-react/icons/${file}`;
  return ((await import(/* turbopackIgnore: true */ name)) as IconFile).__iconData;
};

export async function IconSprite() {
  const icons = await Promise.all(
    Object.entries(files).map(async ([name, file]) => ({ name, node: (await read(file)).node })),
  );
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
      {icons.map(({ name, node }) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          {node.map(([tag, { key, ...attributes }]) => createElement(tag, { ...attributes, key }))}
        </symbol>
      ))}
    </svg>
  );
}
