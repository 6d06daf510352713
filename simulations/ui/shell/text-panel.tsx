/** A button that opens a text to be copied, such as a file for another program. Written when somebody asks for it. */
import { Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { PanelButton } from "../controls/panel-button";
import { CopyButton } from "./copy-button";
import "./text-panel.css";

interface TextPanelProps {
  /** Name of the button and title of the panel. */
  readonly title: string;
  readonly about: string;
  /** What the text is: "Manifest, YAML". */
  readonly label: string;
  /** On the button that copies: "Copy manifest". */
  readonly copy: string;
  /** Changes with the text. */
  readonly of: unknown;
  readonly write: () => string | Promise<string>;
}

/** The text; empty while its writer is loading. */
function useWritten(of: unknown, write: TextPanelProps["write"]): string {
  const [written, setWritten] = useState("");
  const writer = useRef(write);
  writer.current = write;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says when the text is another one.
  useEffect(() => {
    let wanted = true;
    Promise.resolve(writer.current()).then((text) => {
      if (wanted) setWritten(text);
    });
    return () => {
      wanted = false;
    };
  }, [of]);
  return written;
}

function Panel({ title, about, label, copy, of, write }: TextPanelProps) {
  const text = useWritten(of, write);
  return (
    <>
      <p className="dl-panel-title">{title}</p>
      <p className="dl-small">{about}</p>
      <textarea
        className="dl-manifest"
        aria-label={label}
        readOnly
        spellCheck={false}
        wrap="off"
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <CopyButton label={copy} text={text} otherwise="Select the text and copy it." />
    </>
  );
}

export const TextPanel = (props: TextPanelProps) => (
  <PanelButton
    label={props.title}
    wide
    button={
      <>
        <Copy aria-hidden="true" /> <span>{props.title}</span>
      </>
    }
  >
    {() => <Panel {...props} />}
  </PanelButton>
);
