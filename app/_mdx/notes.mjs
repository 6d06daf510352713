/** `<Note>` in a sentence: its mark stays there, its text stands beside (wide) or under (narrow) the block. */
import { SKIP, visit } from "unist-util-visit";
import { attribute, counter, flow, isElement } from "./tree.mjs";

/** Takes every inline Note out of a block, leaves its mark, and returns the notes. */
function takeNotes(block, nextNumber) {
  const notes = [];
  visit(block, { type: "mdxJsxTextElement", name: "Note" }, (node, index, parent) => {
    const number = nextNumber();
    notes.push(flow("Note", { number }, [{ type: "paragraph", children: node.children }]));
    parent.children[index] = {
      type: "mdxJsxTextElement",
      name: "NoteMark",
      attributes: [attribute("number", number)],
      children: [],
    };
    return SKIP;
  });
  return notes;
}

/** A Note that stands alone under a paragraph belongs to that paragraph: as if written at its end. */
function joinLoneNotes(parent) {
  parent.children = parent.children.reduce((kept, child) => {
    const previous = kept.at(-1);
    if (isElement(child, "Note") && previous?.type === "paragraph") {
      const inline = child.children.flatMap((each) => (each.type === "paragraph" ? each.children : [each]));
      previous.children.push({ type: "mdxJsxTextElement", name: "Note", attributes: [], children: inline });
      return kept;
    }
    kept.push(child);
    return kept;
  }, []);
}

/** Puts the notes of each block beside it, in every place that holds blocks. A formula stays with the sentence it ends. */
export function placeNotes(parent, nextNumber = counter()) {
  joinLoneNotes(parent);
  const placed = [];
  for (let i = 0; i < parent.children.length; i++) {
    const block = parent.children[i];
    if (block.type === "mdxJsxFlowElement") {
      placeNotes(block, nextNumber);
      placed.push(block);
      continue;
    }
    const notes = takeNotes(block, nextNumber);
    if (notes.length === 0) {
      placed.push(block);
      continue;
    }
    const together = [block];
    if (parent.children[i + 1]?.type === "math") together.push(parent.children[++i]);
    placed.push(flow("div", { className: "noted" }, [...together, flow("div", { className: "notes" }, notes)]));
  }
  parent.children = placed;
}
