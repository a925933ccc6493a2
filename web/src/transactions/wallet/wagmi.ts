import { type Config, type CreateConnectorFn, createConfig, createStorage, custom } from "wagmi";
import { disconnect, getConnection, reconnect, watchConnection } from "wagmi/actions";
import { deviceStorage } from "../../config/deviceStorage.ts";
import type { System } from "../../chain/System.ts";
import { setWalletState } from "./walletStore.ts";

const configs = new WeakMap<System, Config>();

/** wagmi over this deployment's chain: wallets announce themselves (EIP-6963). Made once for a page. */
export function wagmiOf(system: System): Config {
  return configs.get(system) ?? makeConfig(system);
}

function makeConfig(system: System): Config {
  const { chain } = system.client;
  const config: Config = createConfig({
    chains: [chain],
    transports: { [chain.id]: custom(system.client, { retryCount: 0 }) },
    multiInjectedProviderDiscovery: true,
    syncConnectedChain: false,
    storage: createStorage({ storage: deviceStorage, key: `wallet.${system.deployment.startBlockHash}` }),
  });
  configs.set(system, config);
  watchConnection(config, { onChange: () => publish(config) });
  return config;
}

function publish(config: Config): void {
  const { address, chainId, connector, status } = getConnection(config);
  const isThere = status === "connected" && address !== undefined && chainId !== undefined;
  setWalletState({
    wallet: isThere ? { address, chainId, name: connector?.name ?? "" } : null,
    ...(isThere ? { isChoosing: false } : {}),
  });
}

/** Takes up the wallet of the last visit, if it still allows it. `more` do not announce themselves. */
export async function restoreWallet(system: System, more: readonly CreateConnectorFn[] = []): Promise<void> {
  const config = wagmiOf(system);
  await reconnect(config, { connectors: [...config.connectors, ...more] });
}

export async function forgetWallet(system: System): Promise<void> {
  await disconnect(wagmiOf(system));
}
