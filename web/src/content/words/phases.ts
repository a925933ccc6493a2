import { msg } from "@lingui/core/macro";
import type { Phase } from "@one-small-town/core/rules/enumerations.ts";

/** Where a sale stands. Apart from the other words of shares, so that a page that only names it stays small. */
export const phaseWords: Record<Phase, ReturnType<typeof msg>> = {
  none: msg`No sale`,
  local: msg`Town’s turn`,
  country: msg`Country’s turn`,
  world: msg`World’s turn`,
  succeeded: msg`Sale succeeded`,
  failed: msg`Sale failed`,
  settled: msg`Shares unlocked`,
};
