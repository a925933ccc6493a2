import { useEffect } from "react";
import { useSystem } from "../contracts/useSystem.ts";

/** Takes up the wallet of the last visit, once the page stands; wagmi is loaded only for those who had one. */
export function useRestoredWallet(): void {
  const system = useSystem();
  useEffect(() => {
    if (localStorage.getItem(`wallet.${system.deployment.startBlockHash}.recentConnectorId`) === null) return;
    void import("../transactions/wallet/wagmi.ts").then(({ restoreWallet }) => restoreWallet(system));
  }, [system]);
}
