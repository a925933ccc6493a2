import { getAddress } from "viem";
import { type Config, type CreateConnectorFn, createConfig, createStorage } from "wagmi";
import { connect, disconnect, getConnection, reconnect, watchConnection } from "wagmi/actions";
import { deviceStorage } from "../../config/deviceStorage.ts";
import type { System } from "../../chain/System.ts";
import { browserWallet } from "./browserWallet.ts";
import { findWallets, type FoundWallet, getFoundWallets, watchFoundWallets } from "./foundWallets.ts";
import { accountsIn, ask, type Provider } from "./Provider.ts";
import { MINI_PAY, setWalletState } from "./walletStore.ts";

const configs = new WeakMap<System, Config>();
const connectors = new WeakMap<Provider, CreateConnectorFn>();

/** The wallet that the person chose last, or had at the last visit: one that answers late must not take its place. */
let wanted: Provider | null = null;

/** wagmi over this deployment's chain. Made once for a page. */
export function wagmiOf(system: System): Config {
  return configs.get(system) ?? makeConfig(system);
}

function makeConfig(system: System): Config {
  const config: Config = createConfig({
    chains: [system.client.chain],
    client: () => system.client,
    multiInjectedProviderDiscovery: false, // foundWallets.ts knows more kinds
    syncConnectedChain: false,
    storage: createStorage({ storage: deviceStorage, key: `wallet.${system.deployment.startBlockHash}` }),
  });
  configs.set(system, config);
  watchConnection(config, { onChange: () => publish(system, config) });
  return config;
}

function publish({ settings }: System, config: Config): void {
  const { address, chainId, connector, status } = getConnection(config);
  if (status !== "connected" || address === undefined || chainId === undefined) return setWalletState({ wallet: null });
  const name = connector?.name ?? "";
  const wallet = { address: getAddress(address), chainId, name }; // however it writes its own
  const { feeCurrency = null } = settings.network;
  setWalletState({ wallet: name === MINI_PAY ? { ...wallet, feeCurrency } : wallet, isChoosing: false });
}

/** Asks a wallet for its accounts. Throws what it says; the one that was chosen last wins. */
export async function connectTo(system: System, found: FoundWallet): Promise<void> {
  const config = wagmiOf(system);
  wanted = found.provider;
  if ((await getConnection(config).connector?.getProvider()) === found.provider) return;
  await connect(config, { connector: connectorOf(system, found) });
}

function connectorOf(system: System, found: FoundWallet): CreateConnectorFn {
  const known = connectors.get(found.provider);
  if (known !== undefined) return known;
  const made = browserWallet(found, {
    isWanted: () => wanted === found.provider,
    onBack: () => void comeBack(system, found),
  });
  connectors.set(found.provider, made);
  return made;
}

/** How long a page waits for the wallet of the last visit before it offers to choose one. */
const PATIENCE = 3_000;

/**
 * Takes up the wallet of the last visit, if it still allows it, or the one whose app shows this page. No other is asked,
 * and none holds up the page: one that comes or answers late is taken up then. `more` do not announce themselves.
 */
export async function restoreWallet(system: System, more: readonly CreateConnectorFn[] = []): Promise<void> {
  const config = wagmiOf(system);
  if (more.length > 0) return void (await reconnect(config, { connectors: more }));
  const id = await config.storage?.getItem("recentConnectorId");

  findWallets();
  await new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE);
    const take = () => {
      const found = getFoundWallets().find((each) => each.id === id || each.name === MINI_PAY);
      if (found === undefined) return;
      unwatch();
      takeUp(system, found).then(resolve, () => resolve());
    };
    const unwatch = watchFoundWallets(take);
    take();
  });
}

async function takeUp(system: System, found: FoundWallet): Promise<void> {
  if (found.name === MINI_PAY) return connectTo(system, found);
  wanted ??= found.provider;
  connectorOf(system, found); // hears from now on when it is unlocked
  const accounts = accountsIn(await ask(found.provider, "eth_accounts"));
  if (accounts.length > 0) await comeBack(system, found);
}

async function comeBack(system: System, found: FoundWallet): Promise<void> {
  const config = wagmiOf(system);
  if (wanted === found.provider && getConnection(config).status === "disconnected") {
    await reconnect(config, { connectors: [connectorOf(system, found)] });
  }
}

/** The wallet is left where it is, and is not taken up at the next visit. */
export async function forgetWallet(system: System): Promise<void> {
  const config = wagmiOf(system);
  wanted = null;
  await disconnect(config);
  await config.storage?.removeItem("recentConnectorId");
}
