/** Whether a holder votes with their shares, which then cannot be sent. */
export function hasVoted({ objecting, windingUp }: { objecting: number; windingUp: number }): boolean {
  return objecting > 0 || windingUp > 0;
}
