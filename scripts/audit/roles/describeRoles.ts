import type { Hex } from "viem";
import type { Said } from "@one-small-town/core/verify/Books.ts";
import { roleOfKey } from "@one-small-town/core/verify/roles/kindOfRole.ts";
import type { RoleProblem, RolesKnown } from "@one-small-town/core/verify/roles/roleProblems.ts";
import { whereOther } from "@one-small-town/core/verify/state/whereOther.ts";
import { roleName } from "./roleName.ts";

/** What is wrong with a role, in a sentence. */
export function describeProblem(problem: RoleProblem, known: RolesKnown): string {
  const nameOf = (role: Hex) => roleName(role, known) ?? role;
  if (problem.kind === "changedAdmin") return `Who may give the role ${problem.role} was changed, which nobody can.`;
  if (problem.kind === "heldByMany") {
    const wallets = problem.holders.map(({ account }) => account).join(" and ");
    return `${wallets} are ${nameOf(problem.role)} at once, but only one may be.`;
  }
  if (problem.kind === "twoKeys") {
    const { who, held } = problem;
    const names = held.map(({ role, account }) => `${nameOf(role)} (${account})`).join(" and ");
    return `${who.length === 42 ? "The wallet" : "The person"} ${who} holds two keys: ${names}.`;
  }
  const { role, account, sender } = problem.event.args;
  const block = problem.event.blockNumber;
  if (problem.kind === "unknownRole") return `${account} was given ${role} in block ${block}: no role of ours is that.`;
  if (problem.kind === "toDeployer") return `The deployer was made ${nameOf(role)} in block ${block}.`;
  if (problem.kind !== "byOther") throw new Error("No such problem is known");
  const right = problem.allowed.join(" or ") || "nobody";
  return `${account} was made ${nameOf(role)} in block ${block} by ${sender}, but only ${right} may.`;
}

/** Whether an answer is about who holds which role: the audit says it with the roles. */
export function isOfRoles({ view }: Pick<Said, "view">): boolean {
  return view === "hasRole" || view === "keyOf";
}

/** What the Authority says else of a role than follows from what happened, in a sentence; nothing where it does not. */
export function describeStated({ view, args, must, answer }: Said, known: RolesKnown): string[] {
  if (whereOther(answer, must) === null) return [];
  if (view === "keyOf") {
    const nameOf = (key: Hex) => {
      const role = roleOfKey(key);
      return role === null ? "none" : (roleName(role, known) ?? key);
    };
    const [stated, expected] = [answer, must].map((key) => nameOf(key as Hex));
    return [`The Authority says that the key of ${String(args[0])} is ${stated}; by the events it is ${expected}.`];
  }
  const [role, account] = args as [Hex, string];
  const name = roleName(role, known) ?? role;
  return answer === true
    ? [`The Authority says that ${account} is ${name}, but by the events nobody made them that.`]
    : [`The Authority says that ${account} is not ${name}, but by the events they are.`];
}
