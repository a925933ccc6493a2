import type { MessageDescriptor } from "@lingui/core";
import { benefitsViews } from "@one-small-town/core/abis/benefitsViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import {
  type Benefit,
  fetchingKey,
  reasonAgainst,
  type Redemption,
  unitsFor,
} from "@one-small-town/core/hours/benefits.ts";
import { redemptionToSign } from "@one-small-town/core/hours/signedWords.ts";
import { type QrContent, readQr } from "@one-small-town/core/qr/QrContent.ts";
import { type Address, isAddressEqual, type Hex } from "viem";
import { isSignedBy, signerOf } from "../../../chain/hours/isSignedBy.ts";
import { type Kitchen, quartersIn } from "../../../chain/hours/Kitchen.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { readNow } from "../../../chain/readNow.ts";
import type { System } from "../../../chain/System.ts";
import { qrWords } from "../../../content/words/qr.ts";
import { serveWords } from "../../../content/words/serve.ts";
import { hadOf, type Serving } from "../../../transactions/servings.ts";
import { sayProblem } from "./sayProblem.ts";

/** A code that is good: what may be handed out for it. */
export type Judged = {
  redemption: Redemption & { signature: Hex };
  /** The wallet that signed. */
  wallet: Address;
  benefit: Benefit;
  /** Units fetched before, and that the week gives in all. */
  had: number;
  all: number;
};

/** A code of a redemption, or what else was held before the camera, in words. */
export function readCode(
  text: string,
  { deployment }: System,
): { code: QrContent<"redemption"> } | { words: MessageDescriptor } {
  const read = readQr(text);
  if ("problem" in read) return { words: qrWords.problems[read.problem] };
  if (read.content.kind !== "redemption") return { words: serveWords.notThis };
  if (read.content.chainId !== deployment.chainId) return { words: serveWords.otherChain };
  return { code: read.content };
}

type Known = { town: Town; kitchen: Kitchen; servings: readonly Serving[]; now: number };

/** Holds a code against all that is known here, and against the chain where it answers soon. */
export async function judgeCode(
  system: System,
  code: QrContent<"redemption">,
  { town, kitchen, servings, now }: Known,
): Promise<Judged | { words: MessageDescriptor }> {
  const { weekIndex, number, cumulativeUnits, signature } = code;
  const redemption = { benefit: code.benefit, weekIndex, number, cumulativeUnits, signature };
  const benefit = kitchen.benefits.find(({ id }) => id === redemption.benefit);
  if (benefit === undefined) return { words: serveWords.otherTown(town.name) };
  const present = await soon(readPresent(system, town.id, redemption));
  const quarters = quartersIn(kitchen, weekIndex, number);
  const had = hadOf(servings, redemption, present?.redeemed ?? kitchen.redeemed[fetchingKey(redemption)] ?? 0);
  const problem = reasonAgainst(benefit, redemption, { quarters, had, now });
  if (problem?.name === "BenefitsRedeemedAlready") return { words: serveWords.used(had) };
  if (problem !== null) return { words: sayProblem(problem) };

  const wallet = present?.wallet ?? kitchen.wallets[number];
  if (wallet === undefined) return { words: serveWords.notSigned };
  const against = await signatureProblem(system, wallet, redemption);
  if (against !== null) return { words: against };
  return { redemption, wallet, benefit, had, all: unitsFor(benefit, quarters ?? 0) };
}

async function signatureProblem(
  system: System,
  wallet: Address,
  redemption: Judged["redemption"],
): Promise<MessageDescriptor | null> {
  const words = redemptionToSign(system.deployment, { ...redemption, benefit: BigInt(redemption.benefit) });
  const signed = await isSignedBy(system, wallet, words, redemption.signature);
  if (signed === "yes") return null;
  const signer = await signerOf(words, redemption.signature);
  if (signer !== null && (await soon(hasMovedTo(system, signer, wallet))) === true) return serveWords.moved;
  return signed === "no" ? serveWords.notSigned : serveWords.cannotCheck;
}

async function hasMovedTo(system: System, old: Address, wallet: Address): Promise<boolean> {
  const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const view = { ...registry, functionName: "successorOf", args: [old] } as const;
  return isAddressEqual((await readNow(system, [view]))[0], wallet);
}

async function readPresent(system: System, town: number, { benefit, weekIndex, number }: Redemption) {
  const { Benefits, MemberRegistry } = system.deployment.addresses;
  const ids = [BigInt(benefit), BigInt(weekIndex), BigInt(number)] as const;
  const [redeemed, [wallet]] = await readNow(system, [
    { address: Benefits, abi: benefitsViews, functionName: "redeemedOf", args: ids },
    { address: MemberRegistry, abi: memberRegistryViews, functionName: "memberAt", args: [town, BigInt(number)] },
  ]);
  return { redeemed, wallet };
}

/** People wait in a row: what does not come at once is done without. */
const SOON = 2_500;

async function soon<answer>(asked: Promise<answer>): Promise<answer | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, SOON, null));
  return Promise.race([asked.catch(() => null), late]);
}
