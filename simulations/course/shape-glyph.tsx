/** The shape of a change as a small picture: how much of the world is new, over time. */

const paths: Readonly<Record<string, string>> = {
  none: "M2 13 H42",
  sudden: "M2 15 H20 V3 H42",
  gradual: "M2 15 H12 C24 15 20 3 32 3 H42",
  incremental: "M2 15 H10 V12 H16 V9 H22 V6 H28 V3 H42",
  recurring: "M2 15 H10 V3 H18 V15 H26 V3 H34 V15 H42",
};

export function ShapeGlyph({ shape }: { readonly shape: string }) {
  const path = paths[shape];
  return (
    path && (
      <svg width={44} height={18} viewBox="0 0 44 18" aria-hidden="true" focusable="false">
        <path d={path} fill="none" stroke="currentcolor" strokeWidth={1.6} strokeLinejoin="round" />
      </svg>
    )
  );
}
