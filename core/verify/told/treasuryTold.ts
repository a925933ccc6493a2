import type { Address } from "viem";
import { isSameAddress } from "../../hex.ts";
import { townOfProject } from "../../projects/projects.ts";
import { isBeside, type MakeRules, type Moment } from "./Telling.ts";

/** Who objected has the number; what blocked a spending is what was counted; who takes one back may. */
export const treasuryTold: MakeRules = () => {
  const spendings = new Map<bigint, { project: bigint; fromOffice: boolean }>();
  const electors = new Map<string, number>();
  const ended = new Set<bigint>();
  const approved = new Set<bigint>();
  let count = 0n;
  const end = (spending: bigint) => {
    const isFirst = spendings.has(spending) && !ended.has(spending);
    ended.add(spending);
    return isFirst;
  };
  const divisions = new Map<bigint, number>();
  const isTheirs = ({ town, number, wallet }: { town: number; number: number; wallet: Address }, { world }: Moment) =>
    world.persons.numbers.get(town)?.get(number)?.wallet === wallet;
  const isPart = (
    { division, number, wallet }: { division: bigint; number: number; wallet: Address },
    moment: Moment,
  ) => isTheirs({ town: divisions.get(division) ?? 0, number, wallet }, moment);
  return {
    TreasuryFunded: ({ town, country, currency }, { world }) =>
      country === world.countryOf(town) && isSameAddress(currency, world.currencyOf(town)),
    SpendingProposed: ({ spending, project, fromOffice }) => {
      spendings.set(spending, { project, fromOffice });
      return spending === ++count;
    },
    SpendingApproved: ({ spending }) => {
      const isFirst = !approved.has(spending) && !ended.has(spending);
      approved.add(spending);
      return isFirst && spendings.has(spending);
    },
    ElectorsFixed: ({ spending, town, electors: many }) => {
      electors.set(`${spending}/${town}`, many);
      return spendings.has(spending);
    },
    SpendingObjected: isTheirs,
    SpendingBlocked: ({ spending, town, objections, electors: many }, moment) =>
      end(spending) &&
      electors.get(`${spending}/${town}`) === many &&
      isBeside(moment, "SpendingObjected", (args) => {
        return args.spending === spending && args.town === town && args.objections === objections;
      }),
    SpendingExecuted: ({ spending }) => end(spending),
    SpendingCancelled: ({ spending, by }, { world }) => {
      const { project = 0n, fromOffice = false } = spendings.get(spending) ?? {};
      const town = townOfProject(project);
      return end(spending) && by === (fromOffice ? world.countryKey(town) : world.townKey(town));
    },
    TownDivided: ({ division, town }) => {
      divisions.set(division, town);
      return Number(division) === divisions.size;
    },
    PartClaimed: isPart,
    PartKept: isPart,
    KeptPartsPaid: isTheirs,
  };
};
