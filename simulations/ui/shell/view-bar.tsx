/** The charts by their names: the one chosen stands in the main place, beside the knobs; or all of them, one under another. */
import { Rows3 } from "lucide-react";
import type { View } from "./views";

interface ViewBarProps {
  readonly views: readonly View[];
  readonly shown: string | undefined;
  readonly onShow: (id: string) => void;
  readonly allOpen: boolean;
  readonly onAll: () => void;
}

export function ViewBar({ views, shown, onShow, allOpen, onAll }: ViewBarProps) {
  if (views.length < 2) return null;
  return (
    <fieldset className="dl-row dl-views">
      <legend className="dl-hidden">Chart shown beside the settings</legend>
      {views.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className="dl-view dl-small"
          aria-pressed={id === shown}
          onClick={() => onShow(id)}
        >
          <span data-text={title}>{title}</span>
        </button>
      ))}
      <button type="button" className="dl-quiet dl-view-all" aria-expanded={allOpen} onClick={onAll}>
        <Rows3 aria-hidden="true" /> <span>All charts</span>
      </button>
    </fieldset>
  );
}
