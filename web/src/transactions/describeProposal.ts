import type { MessageDescriptor } from "@lingui/core";
import { shortAddress } from "@one-small-town/core/text.ts";
import type { Town } from "../chain/members/Town.ts";
import type { Project } from "../chain/projects/readProject.ts";
import type { Proposal } from "../chain/roles/Proposal.ts";
import { roleName } from "../content/errors/roleName.ts";
import { count, money } from "../content/format.ts";
import { i18n } from "../content/i18n.ts";
import { projectWords } from "../content/words/projects.ts";
import { proposalWords } from "../content/words/proposals.ts";

/** What is asked for, in a line. */
export function describeProposal({ asked }: Proposal, { currency }: Pick<Town, "currency">): MessageDescriptor {
  switch (asked.kind) {
    case "key":
      return proposalWords.key(roleName(asked.role), shortAddress(asked.wallet));
    case "limit":
      return proposalWords[asked.scope === "town" ? "limitTown" : "limitCountry"](count(asked.aWeek));
    case "release": {
      const amount = money(asked.amount, currency);
      return proposalWords.release(amount, count(asked.tranche + 1), projectName(asked.project));
    }
    case "spending":
      return proposalWords.spending(money(asked.amount, currency), projectName(asked.project));
    default:
      return proposalWords[asked.kind](projectName(asked.project));
  }
}

/** A project by its title, or its number where that is not known. */
export function projectName({ metadata, number }: Pick<Project, "metadata" | "number">): string {
  return metadata?.title ?? i18n._(projectWords.untitled(number));
}
