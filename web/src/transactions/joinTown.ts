import { joinTown as joinStep } from "@one-small-town/core/members/steps.ts";
import type { QrContent } from "@one-small-town/core/qr/QrContent.ts";
import { peopleWords } from "../content/words/people.ts";
import type { Transaction } from "./Transaction.ts";

/** Lets a person join with what a registrar signed; anybody may send it. What stands against it the trial on the chain says. */
export const joinTown: Transaction<{ name: string; admission: QrContent<"admission"> }> = {
  title: ({ name }) => peopleWords.join(name),
  done: () => peopleWords.joinDone,
  check: () => Promise.resolve(null),
  steps: ({ system }, { name, admission }) => {
    const { town, wallet, personId, residentUntil, registrar, signature } = admission;
    const [nonce, deadline] = [BigInt(admission.nonce), BigInt(admission.deadline)];
    const signed = { town, wallet, personId, residentUntil, nonce, deadline };
    const step = joinStep(system.deployment, signed, registrar, signature);
    return Promise.resolve([{ label: peopleWords.join(name), step }]);
  },

  /** One more person and member, who may buy from now on. */
  after: ["persons"],
};
