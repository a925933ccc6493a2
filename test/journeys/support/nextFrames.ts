/** The browser has drawn the page anew. */
export function nextFrames(): Promise<void> {
  const { requestAnimationFrame: draw } = globalThis as unknown as {
    requestAnimationFrame: (callback: () => void) => void;
  };
  return new Promise((resolve) => draw(() => draw(resolve)));
}
