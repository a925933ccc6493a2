import type { MessageDescriptor } from "@lingui/core";
import { readAddress } from "@one-small-town/core/members/addresses.ts";
import { readQr } from "@one-small-town/core/qr/QrContent.ts";
import type { Address } from "viem";
import { inputWords } from "../../../content/words/inputs.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { qrWords } from "../../../content/words/qr.ts";

/** The wallet in a code: a person's of ours, on this chain, or the bare address that wallets show. */
export function readWallet(text: string, chainId: number): { address: Address } | { problem: MessageDescriptor } {
  const code = readQr(text);
  if ("content" in code) {
    if (code.content.kind !== "person") return { problem: peopleWords.notAPerson };
    return code.content.chainId === chainId ? { address: code.content.wallet } : { problem: peopleWords.otherChain };
  }
  if (code.problem !== "foreign") return { problem: qrWords.problems[code.problem] };
  const read = readAddress(text);
  return "address" in read ? read : { problem: inputWords.address[read.problem] };
}
