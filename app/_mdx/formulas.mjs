/** Rehype plugin: a formula on a line of its own scrolls inside itself on a narrow page, so the keyboard must reach it. */
import { visit } from "unist-util-visit";

const isDisplayed = (node) => [node.properties?.className ?? []].flat().includes("katex-display");

export default function reachableFormulas() {
  return (tree) =>
    visit(tree, isDisplayed, (node) => {
      node.properties.tabIndex = 0;
    });
}
