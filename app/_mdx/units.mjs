/**
 * Remark plugin: a number and its unit stay on one line, in the text of a lesson and in what its components are given
 * (questions, answers, explanations). Code and formulas keep theirs. What experiments compose has the same from
 * simulations/ui/ink/unbroken.ts.
 */
export const unbroken = (text) => text.replace(/(\d|thousand) (?=%|°C|€|ms\b|thousand\b|million\b)/g, "$1\u00a0");

/** The strings in an expression's syntax tree. */
function joinLiterals(node) {
  if (Array.isArray(node)) node.forEach(joinLiterals);
  else if (node && typeof node === "object") {
    if (node.type === "Literal" && typeof node.value === "string") {
      node.value = unbroken(node.value);
      delete node.raw;
    } else Object.values(node).forEach(joinLiterals);
  }
}

export default function units() {
  return function visit(node) {
    if (node.type === "text") node.value = unbroken(node.value);
    for (const attribute of node.attributes ?? []) {
      if (typeof attribute.value === "string") attribute.value = unbroken(attribute.value);
      else joinLiterals(attribute.value?.data?.estree?.body);
    }
    for (const child of node.children ?? []) visit(child);
  };
}
