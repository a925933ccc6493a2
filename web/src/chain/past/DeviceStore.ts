/** What was read once, kept on this device. Everything in it is judged again when it is taken out. */
export type DeviceStore = {
  /** What is kept under a key; undefined where there is nothing, or it cannot be read in time. */
  get: (key: string) => Promise<unknown>;
  /** Keeps something, if it can be kept. */
  put: (key: string, value: unknown) => Promise<void>;
};
