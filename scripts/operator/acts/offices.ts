import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { ZeroAddress } from "ethers";
import type { Hex } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import type { Missing, Options } from "./Act.ts";
import type { Context } from "./Context.ts";

type Office = "head office" | "Country Ambassador" | "Town Ambassador";

/** Who holds an ambassador's office; null where nobody does. */
async function holderOf({ contracts }: Context, role: Hex): Promise<string | null> {
  const { holder } = await contracts.authority.ambassadorOf(role);
  return holder === ZeroAddress ? null : holder;
}

/** That the word of a town's or country's office is missing, and what gives it. */
export async function missing(
  context: Context,
  office: Office,
  { town = 0, country }: { town?: number; country?: number },
  [verb, options]: readonly [verb: string, options: Options],
): Promise<Missing> {
  return { who: `the ${office}`.replace("the head", "head"), wallet: await walletOf(), verb, options };

  async function walletOf(): Promise<string | null> {
    if (office === "head office") return context.contracts.authority.headOffice();
    if (office === "Town Ambassador") return holderOf(context, roleIds.townAmbassador(town));
    return holderOf(context, roleIds.countryAmbassador(country ?? (await countryOf(context, town))));
  }
}

/** Whichever of a town's ambassadors has not spoken yet. */
export async function missingAmbassador(
  context: Context,
  town: number,
  what: readonly [verb: string, options: Options],
): Promise<Missing> {
  const isTowns = await context.contracts.townRegistry.isTownAmbassador(town, context.sender());
  return missing(context, isTowns ? "Country Ambassador" : "Town Ambassador", { town }, what);
}

export async function countryOf({ contracts }: Context, town: number): Promise<number> {
  const country = Number(await contracts.townRegistry.countryOf(town));
  if (country === 0) throw new Mistake(`There is no town ${town}.`);
  return country;
}

/** The role of a town's or a country's ambassador: the one whose limit it is, or whose appointment. */
export function officeOf({ town, country }: { town: number | undefined; country: number | undefined }): Hex {
  if (town !== undefined && country === undefined) return roleIds.townAmbassador(town);
  if (country !== undefined && town === undefined) return roleIds.countryAmbassador(country);
  throw new Mistake("Say either --town N or --country CODE.");
}
