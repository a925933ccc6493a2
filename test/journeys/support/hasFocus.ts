/** Runs in the page: whether an element has the focus. */
export function hasFocus(element: unknown): boolean {
  return (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement === element;
}
