import type { Address, Hex } from "viem";
import { bytesOf, digitsOf } from "../../hex.ts";
import { roleIds } from "../../roles/roleIds.ts";
import { encodeParams } from "../../views/encodeParams.ts";
import { keccak256 } from "../../views/keccak256.ts";
import type { Param } from "../../views/words.ts";
import { eventsOf } from "../eventsOf.ts";
import type { MakeRules } from "./Telling.ts";

/** What was proposed has the id that its content gives it, and what is said of it later is about it, by who may. */
export const successionsTold: MakeRules = () => {
  const proposals = new Map<Hex, { wallet: Address; proposer: Address; isSecond: boolean }>();
  const latest = new Map<Address, Hex>();
  const words = new Map<string, number>();
  const ends = (wallet: Address, id: Hex) => {
    const isIt = latest.get(wallet) === id;
    latest.delete(wallet);
    return isIt;
  };
  return {
    SuccessionProposed: ({ id, wallet, proposal }, { time }) => {
      const { proposer, isSecond, proposedAt } = proposal;
      proposals.set(id, { wallet, proposer, isSecond });
      latest.set(wallet, id);
      const isTimely = time === null || proposedAt === time;
      return (
        isTimely &&
        proposal.wallet === wallet &&
        id === hashOf("Succession", "SuccessionProposed", "proposal", proposal)
      );
    },
    SuccessionConfirmed: ({ id, by }, { world }) => {
      const proposal = proposals.get(id);
      const said = (words.get(`${id} ${by}`) ?? 0) + 1;
      words.set(`${id} ${by}`, said);
      const isKey = world.roles.keysOf(by, world.now).length > 0;
      // Head office lets a second begin, and may confirm it besides.
      return proposal !== undefined && isKey && said <= (proposal.isSecond ? 2 : 1);
    },
    SuccessionObjected: ({ id, wallet }) => ends(wallet, id),
    SuccessionRefused: ({ id, wallet, by }, { world }) => {
      const isKey = world.roles.keysOf(by, world.now).some((role) => !isOfTown(role));
      return ends(wallet, id) && (by === proposals.get(id)?.proposer || isKey);
    },
    SuccessionCompleted: ({ id, wallet }) => ends(wallet, id),
  };
};

const [REGISTRAR, COORDINATOR] = [roleIds.registrar(0), roleIds.coordinator(0)].map((role) => role.slice(0, 4));

/** Registrars and coordinators refuse nothing but what they proposed. */
function isOfTown(role: Hex): boolean {
  return [REGISTRAR, COORDINATOR].includes(role.slice(0, 4));
}

/** The hash of a tuple of an event, as a contract encodes it. */
export function hashOf(contract: "Succession" | "ShareOffering", event: string, name: string, value: unknown): Hex {
  const events: readonly { name: string; inputs: readonly Param[] }[] = eventsOf(contract);
  const param = events.find((one) => one.name === event)?.inputs.find((input) => input.name === name);
  if (param === undefined) throw new Error(`${event} has no ${name}`);
  return `0x${digitsOf(keccak256(bytesOf(encodeParams([param], [value]))))}`;
}
