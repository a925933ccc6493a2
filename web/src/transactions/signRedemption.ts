import type { MessageDescriptor } from "@lingui/core";
import type { Redemption } from "@one-small-town/core/hours/benefits.ts";
import { redemptionToSign } from "@one-small-town/core/hours/signedWords.ts";
import { MOST_SIGNATURE } from "@one-small-town/core/qr/QrContent.ts";
import { type Address, size } from "viem";
import { isSignedBy } from "../chain/hours/isSignedBy.ts";
import type { System } from "../chain/System.ts";
import { benefitWords } from "../content/words/benefits.ts";
import { noteSignature } from "./codes.ts";
import { Obstacle } from "./Obstacle.ts";
import { signWords } from "./wallet/signWords.ts";

/** A member signs for units of a benefit; the signature stays on this device. What went wrong, in words; else null. */
export async function signRedemption(
  system: System,
  wallet: Address,
  redemption: Redemption,
): Promise<MessageDescriptor | null> {
  try {
    const words = redemptionToSign(system.deployment, { ...redemption, benefit: BigInt(redemption.benefit) });
    const signature = await signWords(system, wallet, words);
    if (signature === null) return benefitWords.noSignature;
    if (size(signature) > MOST_SIGNATURE) return benefitWords.tooLong;
    if ((await isSignedBy(system, wallet, words, signature)) === "no") return benefitWords.wrongSigner;
    noteSignature(system, wallet, redemption, signature);
    return null;
  } catch (error) {
    if (error instanceof Obstacle) return error.words;
    const { describeError } = await import("../content/errors/describeError.ts");
    return describeError(error);
  }
}
