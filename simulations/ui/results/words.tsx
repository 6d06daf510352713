/** In words, last, so that it confirms what was seen; announced politely once it has stopped changing. */
import { TextAlignStart } from "lucide-react";
import { Announce } from "../ink/announce";
import { Said } from "../ink/said";
import { unbroken } from "../ink/unbroken";

export function Words({ text, quiet }: { readonly text: string | undefined; readonly quiet: boolean }) {
  return (
    <>
      {text && (
        <div className="dl-part dl-words">
          <TextAlignStart aria-hidden="true" />
          <p>
            <strong>In words.</strong> <Said text={unbroken(text)} />
          </p>
        </div>
      )}
      <Announce text={text} quiet={quiet} />
    </>
  );
}
