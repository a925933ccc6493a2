import { useLayoutEffect } from "react";
import { deviceStorage } from "../config/deviceStorage.ts";
import type { System } from "../chain/System.ts";
import { useSystem } from "../chain/useSystem.ts";
import { markRestoring } from "../transactions/wallet/walletStore.ts";

/**
 * Takes up the wallet of the last visit, once the page stands, or the one whose app shows it; wagmi is loaded only for
 * those who have one.
 */
export function useRestoredWallet(): void {
  const system = useSystem();
  useLayoutEffect(() => {
    const { ethereum } = window as { ethereum?: { isMiniPay?: unknown } };
    const isKnown = deviceStorage.getItem(`wallet.${system.deployment.startBlockHash}.recentConnectorId`) !== null;
    if (!isKnown && ethereum?.isMiniPay !== true) return;
    markRestoring(true);
    restore(system)
      .catch(() => {}) // a wallet that cannot be taken up can be connected anew
      .finally(() => markRestoring(false));
  }, [system]);
}

async function restore(system: System): Promise<void> {
  const { restoreWallet } = await import("../transactions/wallet/wagmi.ts");
  await restoreWallet(system, await demoConnectors(system));
}

async function demoConnectors(system: System) {
  if (import.meta.env.MODE !== "demo") return [];
  const { savedConnectors } = await import("./demo/savedConnectors.ts");
  return savedConnectors(system);
}
