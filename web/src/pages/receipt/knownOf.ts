import { type Address, isAddressEqual, zeroAddress } from "viem";
import { count, money, type Unit } from "../../content/format.ts";
import { i18n } from "../../content/i18n.ts";
import type { Known } from "../../content/receipts/Sentence.ts";
import { receiptWords } from "../../content/words/receipts.ts";
import type { Town } from "../../chain/members/Town.ts";
import type { ShareToken } from "../../chain/shares/shareTokensQuery.ts";
import type { ContractName, Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { shortAddress } from "@one-small-town/core/text.ts";

type Names = { addresses: Deployment["addresses"]; towns: readonly Town[]; tokens: readonly ShareToken[] };

/** What a receipt names, from what the chain says of towns and sales. */
export function knownOf({ addresses, towns, tokens }: Names): Known {
  const townAt = (id: number) => towns.find((town) => town.id === id);
  const saleAt = (offering: bigint) => tokens.find((token) => token.offering === offering);
  const tokenAt = (address: Address) => tokens.find((token) => isAddressEqual(token.address, address));
  const townName = (id: number) =>
    townAt(id)?.name ?? i18n._(id === 0 ? receiptWords.noTown : receiptWords.someTown(id));
  return {
    who: (wallet) => whoAt(wallet, { addresses, towns, tokens }),
    town: townName,
    project(id) {
      const number = String(BigInt.asUintN(32, id));
      const sold = tokens.findLast(({ business }) => business === id);
      return sold?.name ?? i18n._(receiptWords.someProject(number, townName(townOfProject(id))));
    },
    sale: (offering) => saleAt(offering)?.name ?? i18n._(receiptWords.someSale(String(offering))),
    shares: (token) => tokenAt(token)?.name ?? i18n._(receiptWords.someShares),
    inTown: (town, amount) => moneyIn(townAt(town)?.currency, amount),
    inSale: (offering, amount) => moneyIn(saleAt(offering)?.currency, amount),
    inShares: (token, amount) => moneyIn(tokenAt(token)?.currency, amount),
    inCurrency: (currency, amount) => moneyIn(currencyAt(currency, towns), amount),
    priceOf: (offering, shares) => moneyIn(saleAt(offering)?.currency, shares * (saleAt(offering)?.price ?? 0n)),
  };
}

function whoAt(wallet: Address, { addresses, towns, tokens }: Names): string {
  if (isAddressEqual(wallet, zeroAddress)) return i18n._(receiptWords.nobody);
  const named = Object.entries(addresses).find(([, address]) => isAddressEqual(address, wallet));
  if (named !== undefined) return i18n._(receiptWords.contracts[named[0] as ContractName]);
  const token = tokens.find(({ address }) => isAddressEqual(address, wallet));
  if (token !== undefined) return i18n._(receiptWords.sharesOf(token.name));
  const currency = currencyAt(wallet, towns);
  return currency === undefined ? shortAddress(wallet) : i18n._(receiptWords.currency(currency.symbol));
}

function currencyAt(address: Address, towns: readonly Town[]): Unit | undefined {
  return towns.find(({ currency }) => isAddressEqual(currency.address, address))?.currency;
}

function moneyIn(currency: Unit | undefined, amount: bigint): string {
  return currency === undefined ? i18n._(receiptWords.units(count(amount))) : money(amount, currency);
}
