import type { Signable } from "@one-small-town/core/Signable.ts";
import {
  type Address,
  concatHex,
  getTypesForEIP712Domain,
  type Hex,
  isHex,
  numberToHex,
  serializeTypedData,
  size,
  slice,
  type TypedDataDefinition,
} from "viem";
import type { System } from "../../chain/System.ts";
import { ask } from "./Provider.ts";
import { ensureNetwork, expectAccount, providerOf } from "./sendStep.ts";

const KEY_SIGNATURE = 65;

/**
 * Asks the wallet to sign words (EIP-712): costs nothing, and sends nothing. Null where it gives no signature; throws
 * what the wallet says, or an obstacle.
 */
export async function signWords(system: System, signer: Address, words: Signable): Promise<Hex | null> {
  const provider = await providerOf(system);
  await expectAccount(provider, signer);
  await ensureNetwork(system, () => undefined); // wallets refuse words for another network than theirs
  const { domain, primaryType, message } = words;
  const types = { EIP712Domain: getTypesForEIP712Domain({ domain }), ...words.types };
  const typed: TypedDataDefinition = { domain, primaryType, message, types };
  const answer = await ask(provider, "eth_signTypedData_v4", [signer, serializeTypedData(typed)]);
  return isHex(answer) && size(answer) > 0 ? usual(answer) : null;
}

/** Some hardware counts the last byte from 0, where contracts count from 27. */
function usual(signature: Hex): Hex {
  if (size(signature) !== KEY_SIGNATURE) return signature;
  const last = Number(slice(signature, KEY_SIGNATURE - 1));
  return last > 1
    ? signature
    : concatHex([slice(signature, 0, KEY_SIGNATURE - 1), numberToHex(last + 27, { size: 1 })]);
}
