import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { withdrawVoice as withdrawStep } from "@one-small-town/core/shares/steps.ts";
import { readNow } from "../chain/readNow.ts";
import type { ShareToken } from "../chain/shares/shareTokensQuery.ts";
import { decisionWords } from "../content/words/decisions.ts";
import type { Transaction } from "./Transaction.ts";

/** An owner takes back all that their shares say, and can send them again. */
export const withdrawVoice: Transaction<ShareToken> = {
  title: ({ name }) => decisionWords.takeBackTitle(name),
  done: ({ name }) => decisionWords.takenBack(name),

  async check({ system, address }, { business }) {
    const releases = { address: system.deployment.addresses.Releases, abi: releasesViews } as const;
    const [isHeld] = await readNow(system, [{ ...releases, functionName: "isHeld", args: [business, address] }]);
    return isHeld ? null : decisionWords.nothingToTakeBack;
  },

  steps: ({ system }, { offering, name }) =>
    Promise.resolve([{ label: decisionWords.takeBackTitle(name), step: withdrawStep(system.deployment, offering) }]),

  /** Votes count no more, and the shares are free. */
  after: ["releases", "shares"],
};
