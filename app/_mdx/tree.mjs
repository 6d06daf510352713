/** Small words for working on the syntax tree of a lesson (mdast with MDX's nodes). */
import { valueToEstree } from "estree-util-value-to-estree";

export const isElement = (node, name) => node.type === "mdxJsxFlowElement" && node.name === name;

export const textOf = (node) => ("value" in node ? String(node.value) : (node.children ?? []).map(textOf).join(""));

export const attribute = (name, value) => ({ type: "mdxJsxAttribute", name, value: String(value) });

const found = (node, name) => node.attributes?.find((each) => each.type === "mdxJsxAttribute" && each.name === name);

/** The text that an attribute gives; undefined where there is none, or an expression. */
export const attributeOf = (node, name) => {
  const value = found(node, name)?.value;
  return typeof value === "string" ? value : undefined;
};

/** What an expression of literals says; undefined for any other expression. */
function literalOf(node) {
  if (node?.type === "Literal") return node.value;
  if (node?.type === "UnaryExpression" && node.operator === "-") return -literalOf(node.argument);
  if (node?.type !== "ObjectExpression") return undefined;
  return Object.fromEntries(
    node.properties.map(({ key, value }) => [key.type === "Identifier" ? key.name : key.value, literalOf(value)]),
  );
}

/** The object that an attribute in braces gives. */
export const objectOf = (node, name) => literalOf(found(node, name)?.value?.data?.estree?.body?.[0]?.expression) ?? {};

/** An element of its own, between paragraphs. */
export const flow = (name, attributes, children = []) => ({
  type: "mdxJsxFlowElement",
  name,
  attributes: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
  children,
});

/** `export const name = value`. */
export const exportConst = (name, value) => ({
  type: "mdxjsEsm",
  value: "",
  data: {
    estree: {
      type: "Program",
      sourceType: "module",
      body: [
        {
          type: "ExportNamedDeclaration",
          specifiers: [],
          attributes: [],
          source: null,
          declaration: {
            type: "VariableDeclaration",
            kind: "const",
            declarations: [
              { type: "VariableDeclarator", id: { type: "Identifier", name }, init: valueToEstree(value) },
            ],
          },
        },
      ],
    },
  },
});

export const counter = () => {
  let count = 0;
  return () => ++count;
};
