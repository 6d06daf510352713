/**
 * A piece of text that changes while the page lives, beside other pieces. A browser that translates a page replaces text
 * nodes by elements of its own; React would go on changing the nodes that were replaced, or fail to take them away. Here the
 * text is all there is in one element, and another text is another element: whatever was put into it goes with it.
 *
 * Inside one element, text that changes stands alone (`{`${done} of ${all}`}`), or in this beside others.
 */
export function Said({ text }: { readonly text: string }) {
  return <span key={text}>{text}</span>;
}
