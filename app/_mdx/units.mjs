/**
 * Remark plugin: a number and its unit stay on one line, in the text of a lesson and in what its components are given
 * (questions, answers, explanations). Code and formulas keep theirs. What experiments compose has the same from
 * simulations/ui/ink/unbroken.ts.
 */
import { visit as visitExpression } from "estree-util-visit";
import { visit } from "unist-util-visit";

export const unbroken = (text) => text.replace(/(\d|thousand) (?=%|°C|€|ms\b|thousand\b|million\b)/g, "$1\u00a0");

/** The strings in an expression's syntax tree. */
function joinLiterals(program) {
  visitExpression(program, (node) => {
    if (node.type !== "Literal" || typeof node.value !== "string") return;
    node.value = unbroken(node.value);
    delete node.raw;
  });
}

export default function units() {
  return (tree) =>
    visit(tree, (node) => {
      if (node.type === "text") node.value = unbroken(node.value);
      for (const attribute of node.attributes ?? []) {
        const { value } = attribute;
        if (typeof value === "string") attribute.value = unbroken(value);
        else if (value?.data?.estree) joinLiterals(value.data.estree);
      }
    });
}
