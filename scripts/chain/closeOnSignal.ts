const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Closes what was opened, then ends this process, as soon as somebody asks it to end. */
export function closeOnSignal(close: () => Promise<void>): void {
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      void close().finally(() => process.exit(0));
    });
  }
}
