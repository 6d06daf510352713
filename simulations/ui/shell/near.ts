/** When the reader comes near: what is far down a lesson loads its code only then. */

/** How far from the screen a part starts to load. */
const NEAR = "800px";

/** Calls `enter` whenever the element comes near the screen. Returns the way to stop watching. */
export function whenNear(element: Element | null, enter: () => void): () => void {
  const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && enter(), {
    rootMargin: NEAR,
  });
  if (element) observer.observe(element);
  return () => observer.disconnect();
}
