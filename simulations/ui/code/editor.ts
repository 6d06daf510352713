/**
 * The editor: CodeMirror with line numbers, undo, brackets and highlighting in ink. Tab leaves it, as everywhere on the page;
 * Shift+Enter runs. Its parts have class names and take their colours from code.css.
 */
import { history, redo, undo } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { minimalSetup } from "codemirror";

export interface Editor {
  readonly text: () => string;
  /** Puts another text in the place of this one; undo brings it back. */
  readonly replace: (text: string) => void;
  /** Marks a line, counted from 1; undefined marks none. */
  readonly mark: (line: number | undefined) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly focus: () => void;
  readonly destroy: () => void;
}

interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /** Id of the element that says what to press. */
  readonly describedBy: string;
}

const marked = StateEffect.define<number | undefined>();
const wrongLine = Decoration.line({ class: "dl-wrong-line" });

/** The line that is wrong; an edit takes the mark away. */
const markedLine = StateField.define({
  create: () => Decoration.none,
  update(before, { docChanged, effects, state }) {
    const effect = effects.find((each) => each.is(marked));
    if (!effect) return docChanged ? Decoration.none : before;
    const line = effect.value as number | undefined;
    if (line === undefined || line < 1 || line > state.doc.lines) return Decoration.none;
    return Decoration.set(wrongLine.range(state.doc.line(line).from));
  },
  provide: (field) => EditorView.decorations.from(field),
});

export function createEditor({ parent, text, onChange, onRun, describedBy }: EditorOptions): Editor {
  const run = () => {
    onRun();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([{ key: "Shift-Enter", run }]),
        lineNumbers(),
        history(),
        minimalSetup,
        bracketMatching(),
        javascript(),
        syntaxHighlighting(classHighlighter),
        EditorView.lineWrapping,
        markedLine,
        EditorView.contentAttributes.of({ "aria-label": "Code", "aria-describedby": describedBy, translate: "no" }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (next) => {
      if (next !== view.state.doc.toString())
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    mark: (line) => view.dispatch({ effects: marked.of(line) }),
    undo: () => undo(view),
    redo: () => redo(view),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
