import type { Document } from "@one-small-town/core/documents/Document.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { proposeProject } from "@one-small-town/core/projects/steps.ts";
import { type ProjectKind, projectKinds } from "@one-small-town/core/rules/enumerations.ts";
import type { Town } from "../chain/members/Town.ts";
import { readNow } from "../chain/readNow.ts";
import { ideasWords } from "../content/words/ideas.ts";
import type { Transaction } from "./Transaction.ts";

/** An idea: its title, and all its words as a document. */
export type NewIdea = { town: Town; kind: ProjectKind; title: string; words: Document };

/** A member proposes a project to their town. */
export const proposeIdea: Transaction<NewIdea> = {
  title: ({ title, town }) => ideasWords.proposeTitle(title, town.name),
  done: ({ title }) => ideasWords.proposed(title),

  async check({ system, address }, { town }) {
    const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
    const [isMember] = await readNow(system, [{ ...registry, functionName: "isMember", args: [address, town.id] }]);
    return isMember ? null : ideasWords.notMember(town.name);
  },

  steps: ({ system }, { town, kind, title, words }) =>
    Promise.resolve([
      {
        label: ideasWords.proposeTitle(title, town.name),
        step: proposeProject(system.deployment, town.id, projectKinds.indexOf(kind), words),
      },
    ]),
  after: ["projects"],
};
