import { type EIP1193RequestFn, numberToHex, UserRejectedRequestError, UnsupportedProviderMethodError } from "viem";
import { type CreateConnectorFn, createConnector } from "wagmi";
import type { System } from "../../chain/System.ts";
import type { DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";
import { askPerson } from "./askPerson.tsx";
import { forgetPerson, readPerson, savePerson } from "./savedPerson.ts";

/** What a wallet asks its owner before it does it. The local chain signs: its accounts are open to everybody. */
const ASKED = ["eth_sendTransaction", "eth_signTypedData_v4"];

/** A wallet of the demo: acts as one person of the town on a chain of one's own computer. */
export function demoConnector(system: System, person: Pick<DemoPerson, "address" | "name">): CreateConnectorFn {
  const { chainId } = system.deployment;
  const accounts = [person.address] as const;

  const request = async ({ method, params }: { method: string; params?: unknown }): Promise<unknown> => {
    if (method === "eth_accounts" || method === "eth_requestAccounts") return accounts;
    if (method === "eth_chainId") return numberToHex(chainId);
    if (method.startsWith("wallet_")) throw new UnsupportedProviderMethodError(new Error(method));
    if (ASKED.includes(method) && !(await askPerson(system, person.name, { method, params }))) {
      throw new UserRejectedRequestError(new Error("Rejected in the demo wallet"));
    }
    return system.client.request({ method, params } as never);
  };

  return createConnector((config) => ({
    id: "demo",
    name: `Demo: ${person.name}`,
    type: "demo",
    async connect() {
      savePerson(system, person);
      return { accounts: accounts as never, chainId };
    },
    async disconnect() {
      forgetPerson(system);
    },
    getAccounts: async () => accounts,
    getChainId: async () => chainId,
    isAuthorized: async () => readPerson(system)?.address === person.address,
    getProvider: async () => ({ request: request as EIP1193RequestFn }),
    onAccountsChanged: () => {},
    onChainChanged: () => {},
    onDisconnect: () => config.emitter.emit("disconnect"),
  }));
}
