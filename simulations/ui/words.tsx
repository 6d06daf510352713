/** In words, last, so that it confirms what was seen; announced politely once it has stopped changing. */
import { TextAlignStart } from "lucide-react";
import { useSettled } from "./hooks";
import { Said } from "./said";

/** Nothing is announced while a run plays or a slider moves. */
const SETTLE_MS = 900;

export function Words({ text, quiet }: { readonly text: string | undefined; readonly quiet: boolean }) {
  const settled = useSettled(quiet ? "" : (text ?? ""), SETTLE_MS);
  return (
    <>
      {text && (
        <div className="dl-words">
          <TextAlignStart aria-hidden="true" />
          <p>
            <strong>In words.</strong> <Said text={text} />
          </p>
        </div>
      )}
      <div className="dl-hidden" role="status" aria-live="polite">
        {settled}
      </div>
    </>
  );
}
