import { type Address, concatHex, encodePacked, type Hex, size, stringToHex } from "viem";

type Identity = { business: bigint; currency: Address; name: string; symbol: string };

/** The code of a business's token: a minimal proxy (ERC-1167) of the implementation, and behind it what is the token's own. */
export function cloneCode(implementation: Address, { business, currency, name, symbol }: Identity): Hex {
  const nameLength = size(stringToHex(name));
  return concatHex([
    ...(["0x363d3d373d3d3d363d73", implementation, "0x5af43d82803e903d91602b57fd5bf3"] as const),
    encodePacked(["uint64", "address", "uint8", "string", "string"], [business, currency, nameLength, name, symbol]),
  ]).toLowerCase() as Hex;
}
