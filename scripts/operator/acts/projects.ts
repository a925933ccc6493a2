import { encode } from "@one-small-town/core/enumerations.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import {
  approveManagement,
  closeProject,
  fundProject,
  operateProject,
  planProject,
  proposeManagement,
  proposeProject,
  withdrawManagement,
} from "@one-small-town/core/projects/steps.ts";
import { projectKinds } from "@one-small-town/core/rules/enumerations.ts";
import { ZeroAddress } from "ethers";
import type { Address } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import { type Act, sends } from "./Act.ts";
import { document, oneOf, project, town, uri, wallet, writtenProject } from "./arguments.ts";
import { missing } from "./offices.ts";

export const projectsActs = {
  "propose-project": sends({
    does: "Proposes a project of the town: an idea, with a file that describes it.",
    who: "any member of the town",
    sends: "ProjectRegistry.propose",
    takes: {
      town: town(),
      kind: oneOf("what it is", projectKinds),
      metadata: document("its description"),
      uri,
    },
    example: "propose-project --town 3 --kind garden --metadata garden.json --uri ipfs://…",
    isRepeatable: true,
    steps: ({ deployment }, { town: of, kind, metadata, uri: place = "" }) => ({
      steps: [proposeProject(deployment, of, encode(projectKinds, kind), { hash: metadata, uri: place })],
    }),
  }),
  "plan-project": sends({
    does: "Plans a project, with its business plan.",
    who: "the Town Ambassador",
    sends: "ProjectRegistry.plan",
    takes: { project: project(), plan: document("the business plan"), uri },
    example: "plan-project --project 3/12 --plan plan.json --uri ipfs://…",
    isRepeatable: true,
    steps: ({ deployment }, { project: of, plan, uri: place = "" }) => ({
      steps: [planProject(deployment, of, { hash: plan, uri: place })],
    }),
  }),
  "fund-project": sends({
    does: "Lets a business look for funds, with its investor pack.",
    who: "the Town Ambassador",
    sends: "ProjectRegistry.fund",
    takes: { project: project(), pack: document("the investor pack"), uri },
    example: "fund-project --project 3/12 --pack pack.pdf --uri ipfs://…",
    isRepeatable: true,
    steps: ({ deployment }, { project: of, pack, uri: place = "" }) => ({
      steps: [fundProject(deployment, of, { hash: pack, uri: place })],
    }),
  }),
  "operate-project": sends({
    does: "Lets a project operate.",
    who: "the Town Ambassador",
    sends: "ProjectRegistry.operate",
    takes: { project: project() },
    example: "operate-project --project 3/12",
    steps: ({ deployment }, { project: of }) => ({ steps: [operateProject(deployment, of)] }),
  }),
  "close-project": sends({
    does: "Closes a project, for good.",
    who: "the Town Ambassador",
    sends: "ProjectRegistry.close",
    takes: { project: project() },
    example: "close-project --project 3/12",
    steps: ({ deployment }, { project: of }) => ({ steps: [closeProject(deployment, of)] }),
  }),
  "propose-management": sends({
    does: "Proposes who runs a business, and the wallet that is paid for it.",
    who: "the Town Ambassador",
    sends: "ProjectRegistry.proposeManagement",
    takes: {
      project: project("the business: its town's number and its own, as 3/12"),
      manager: wallet("who runs it: a project manager of the town"),
      payout: wallet("the wallet that gets its money"),
    },
    example: "propose-management --project 3/12 --manager 0x… --payout 0x…",
    steps: ({ deployment }, { project: of, manager, payout }) => ({
      steps: [proposeManagement(deployment, of, manager, payout)],
    }),
    missing: async (context, { project: of }) => [
      await missing(context, "Country Ambassador", { town: townOfProject(of) }, [
        "approve-management",
        { project: writtenProject(of) },
      ]),
    ],
  }),
  "approve-management": sends({
    does: "Approves exactly the management that was proposed.",
    who: "the Country Ambassador",
    sends: "ProjectRegistry.approveManagement",
    takes: { project: project("the business: its town's number and its own, as 3/12") },
    example: "approve-management --project 3/12",
    steps: async ({ deployment, contracts }, { project: of }) => {
      const { manager, payout, proposer } = await contracts.projectRegistry.managementProposalOf(of);
      if (proposer === ZeroAddress) throw new Mistake(`No management is proposed for ${writtenProject(of)}.`);
      const notes = [`${proposer} proposes that ${manager} runs it, and that ${payout} gets its money.`];
      return { steps: [approveManagement(deployment, of, manager as Address, payout as Address)], notes };
    },
  }),
  "withdraw-management": sends({
    does: "Takes back a management that waits for the Country Ambassador.",
    who: "the Town Ambassador",
    sends: "ProjectRegistry.withdrawManagement",
    takes: { project: project("the business: its town's number and its own, as 3/12") },
    example: "withdraw-management --project 3/12",
    steps: ({ deployment }, { project: of }) => ({ steps: [withdrawManagement(deployment, of)] }),
  }),
} satisfies Record<string, Act>;
