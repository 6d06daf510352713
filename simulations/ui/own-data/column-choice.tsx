/** One of a file's columns, or of a column's values. What stands in the file is shown as text and nothing else. */
import { useId } from "react";

interface ColumnChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChoose: (value: Value) => void;
}

const longest = 60;
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

export function ColumnChoice<Value extends string | number>(props: ColumnChoiceProps<Value>) {
  const { label, value, options, onChoose } = props;
  const id = useId();
  return (
    <div className="dl-own-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={options.findIndex((option) => option.value === value)}
        onChange={(event) => {
          const chosen = options[Number(event.target.value)];
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option, i) => (
          // The place, because a value may be any text.
          <option key={String(option.value)} value={i}>
            {cut(option.text)}
          </option>
        ))}
      </select>
    </div>
  );
}
