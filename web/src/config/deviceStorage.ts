const untilClosed = new Map<string, string>();

/**
 * What this device keeps of a visit. Where the browser keeps nothing (blocked cookies, no room) it lasts until the page
 * is closed: a transaction that was sent must never fail for want of a place to write it down.
 */
export const deviceStorage = {
  getItem(key: string): string | null {
    return untilClosed.get(key) ?? tryTo(() => localStorage.getItem(key)) ?? null;
  },

  setItem(key: string, value: string): void {
    untilClosed.set(key, value);
    tryTo(() => {
      localStorage.setItem(key, value);
      untilClosed.delete(key);
    });
  },

  removeItem(key: string): void {
    untilClosed.delete(key);
    tryTo(() => localStorage.removeItem(key));
  },
};

function tryTo<result>(access: () => result): result | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
