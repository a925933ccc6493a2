import type { Address } from "viem";

type Props = { address: Address; explorer: string | null };

/** An address in full, so that it can be compared; a link where the network has an explorer. */
export function AddressText({ address, explorer }: Props) {
  const text = <span className="figures text-sm break-all">{address}</span>;
  if (explorer === null) return text;
  return (
    <a href={`${explorer}/address/${address}`} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
