import type { InfinityToken } from "../../types/ethers-contracts/index.js";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";

/** Amina has earned five INFINITY. */
async function infinity() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { contributions, infinityToken, town, weekIndex } = before;
  await finaliseWeek(before, weekIndex, [0, 0, 0, 60]);
  await contributions.claim(town, [4], 1);
  return { ...before, token: infinityToken };
}

/** Amina holds shares of a bakery whose sale is settled. What of them is like INFINITY is called by its interface. */
async function shares() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const token: InfinityToken = await ethers.getContractAt("InfinityToken", await before.token.getAddress());
  return { ...before, token };
}

/** amina holds some; ben is allowed to spend; carla, who may hold some, has none. */
async function peopleOf({ token, amina, ben, carla, stranger }: Awaited<ReturnType<typeof infinity | typeof shares>>) {
  const balance = await token.balanceOf(amina.address);
  return { token, holder: amina, spender: ben, receiver: carla, stranger, balance };
}

const infinitySubject = async () => peopleOf(await networkHelpers.loadFixture(infinity));

const sharesSubject = async () => peopleOf(await networkHelpers.loadFixture(shares));

/** The tokens of the system, each with a holder, one who spends for them, and one who receives. */
export const subjects = {
  InfinityToken: {
    open: infinitySubject,
    domainName: "INFINITY",
    permitErrors: { expired: "ERC2612ExpiredSignature", signer: "ERC2612InvalidSigner" },
  },
  InvestorToken: {
    open: sharesSubject,
    domainName: "Willowmere Bakery",
    permitErrors: { expired: "InvestorTokenPermitExpired", signer: "InvestorTokenPermitSigner" },
  },
} as const;
