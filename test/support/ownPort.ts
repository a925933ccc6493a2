/** A port for this process alone: tests that run side by side would take each other's between looking and listening. */
export function ownPort(port: number): number {
  return port + 1_000 * Number(process.env.MOCHA_WORKER_ID ?? 0);
}
