import { Signature, type Signer, type TypedDataDomain } from "ethers";
import { ethers } from "../fixture/connection.ts";

/** EIP-712 types of the standards, as the standards write them. */
const STRUCTS = {
  Permit: "address owner,address spender,uint256 value,uint256 nonce,uint256 deadline",
  TransferWithAuthorization:
    "address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce",
  ReceiveWithAuthorization:
    "address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce",
  CancelAuthorization: "address authorizer,bytes32 nonce",
} as const;

/** The domain of a token, on the chain of the tests. */
export async function domainOf(token: { getAddress: () => Promise<string> }, name: string): Promise<TypedDataDomain> {
  const { chainId } = await ethers.provider.getNetwork();
  return { name, version: "1", chainId, verifyingContract: await token.getAddress() };
}

/** What a wallet signs of a standard's message. */
export async function signMessage(
  signer: Pick<Signer, "signTypedData">,
  domain: TypedDataDomain,
  struct: keyof typeof STRUCTS,
  message: object,
): Promise<Signature> {
  const fields = STRUCTS[struct].split(",").map((field) => {
    const [type = "", name = ""] = field.split(" ");
    return { type, name };
  });
  return Signature.from(await signer.signTypedData(domain, { [struct]: fields }, message));
}
