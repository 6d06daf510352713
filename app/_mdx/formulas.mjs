/** Rehype plugin: a formula on a line of its own scrolls inside itself on a narrow page, so the keyboard must reach it. */
const isDisplayed = (node) => [node.properties?.className ?? []].flat().includes("katex-display");

export default function reachableFormulas() {
  const visit = (node) => {
    if (isDisplayed(node)) node.properties.tabIndex = 0;
    for (const child of node.children ?? []) visit(child);
  };
  return visit;
}
