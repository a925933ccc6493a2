import { useEffect, useState } from "react";
import type { Hex } from "viem";
import { hashOf } from "../../../components/documents/hashOf.ts";

type Hashed = { bytes: Uint8Array; hash: Hex };

/** The SHA-256 of some bytes; null until it is worked out. */
export function useHash(bytes: Uint8Array<ArrayBuffer>): Hex | null {
  const [hashed, setHashed] = useState<Hashed | null>(null);
  useEffect(() => {
    let isWanted = true;
    void hashOf(bytes).then((hash) => isWanted && setHashed({ bytes, hash }));
    return () => {
      isWanted = false;
    };
  }, [bytes]);
  return hashed?.bytes === bytes ? hashed.hash : null;
}
