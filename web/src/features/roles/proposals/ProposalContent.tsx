import type { Document } from "@one-small-town/core/documents/Document.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import type { Address } from "viem";
import type { Town } from "../../../chain/members/Town.ts";
import { projectDocumentsQuery } from "../../../chain/projects/projectDocumentsQuery.ts";
import type { Project } from "../../../chain/projects/readProject.ts";
import type { Asked } from "../../../chain/roles/Proposal.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { AddressText } from "../../../components/AddressText.tsx";
import { DeedMeter } from "../../../components/DeedMeter.tsx";
import { projectName } from "../../../transactions/describeProposal.ts";
import { roleName } from "../../../content/errors/roleName.ts";
import { count, dateTime, money, percent } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { proposalWords } from "../../../content/words/proposals.ts";

// Not all that is asked for has a document, and it has much to check.
const DocumentText = lazy(async () => ({
  default: (await import("../../../components/DocumentText.tsx")).DocumentText,
}));

/** All that somebody agrees to: every figure, every wallet, and every document with its hash. */
export function ProposalContent({ town, asked }: { town: Town; asked: Asked }) {
  const say = useSay();
  switch (asked.kind) {
    case "key":
      return (
        <Facts>
          <Fact name={say(proposalWords.role)}>{roleName(asked.role)}</Fact>
          <WalletFact name={say(proposalWords.wallet)} address={asked.wallet} />
        </Facts>
      );
    case "limit":
      return (
        <Facts>
          <Fact name={say(proposalWords.limitNow)}>{count(asked.now)}</Fact>
          <Fact name={say(proposalWords.limitWanted)}>{count(asked.aWeek)}</Fact>
        </Facts>
      );
    case "management":
      return (
        <Facts project={asked.project}>
          <WalletFact name={say(proposalWords.manager)} address={asked.manager} />
          <WalletFact name={say(proposalWords.payout)} address={asked.payout} />
        </Facts>
      );
    case "deed":
      return (
        <div className="space-y-3">
          <Facts project={asked.project} />
          <h3>{say(proposalWords.deedNow)}</h3>
          <DeedMeter deed={asked.now} />
          <h3>{say(proposalWords.deedWanted)}</h3>
          <DeedMeter deed={asked.deed} />
        </div>
      );
    case "offering":
      return <OfferingTerms town={town} asked={asked} />;
    case "release":
      return (
        <Facts project={asked.project} document={asked.evidence} title={say(proposalWords.evidence)}>
          <Fact name={say(proposalWords.amount)}>{money(asked.amount, town.currency)}</Fact>
          <WalletFact name={say(proposalWords.payee)} address={asked.payout} />
        </Facts>
      );
    case "callOff":
      return (
        <div className="space-y-3">
          <p>{say(proposalWords.callOffHelp)}</p>
          <Facts project={asked.project} />
        </div>
      );
    case "windUp":
      return (
        <div className="space-y-3">
          <p>{say(proposalWords.windUpHelp)}</p>
          <Facts project={asked.project}>
            <Fact name={say(proposalWords.left)}>{money(asked.left, town.currency)}</Fact>
          </Facts>
        </div>
      );
  }
  return (
    <Facts project={asked.project} document={asked.document} title={say(proposalWords.document)}>
      <Fact name={say(proposalWords.amount)}>{money(asked.amount, town.currency)}</Fact>
      <WalletFact name={say(proposalWords.payee)} address={asked.payee} />
      <Fact name={say(proposalWords.from)}>
        {say(asked.fromOffice ? proposalWords.fundOffice : proposalWords.fundTown)}
      </Fact>
    </Facts>
  );
}

function OfferingTerms({ town, asked }: { town: Town; asked: Extract<Asked, { kind: "offering" }> }) {
  const say = useSay();
  const { terms, project } = asked;
  const words = proposalWords.terms;
  const { data } = useQuery(projectDocumentsQuery(useSystem(), project.id));
  const documents = (["plan", "pack"] as const).map((part) => {
    const known = data?.[part];
    return [say(words[part]), known?.hash === terms[part] ? known : { hash: terms[part], uri: "" }] as const;
  });
  const end = (moment: number) => (moment === 0 ? say(words.absent) : dateTime(moment));
  return (
    <div className="space-y-3">
      <Facts project={project}>
        <Fact name={say(words.name)}>
          {plainText(terms.name)} ({plainText(terms.symbol)})
        </Fact>
        <Fact name={say(words.price)}>{money(terms.price, town.currency)}</Fact>
        <Fact name={say(words.goal)}>{count(terms.goal)}</Fact>
        <Fact name={say(words.cap)}>{count(terms.cap)}</Fact>
        <Fact name={say(words.limitLocal)}>{count(terms.limitLocal)}</Fact>
        <Fact name={say(words.limitLater)}>{count(terms.limitLater)}</Fact>
        <Fact name={say(words.opens)}>{dateTime(terms.opens)}</Fact>
        <Fact name={say(words.localEnds)}>{end(terms.localEnds)}</Fact>
        <Fact name={say(words.countryEnds)}>{end(terms.countryEnds)}</Fact>
        <Fact name={say(words.worldEnds)}>{end(terms.worldEnds)}</Fact>
        <Fact name={say(words.tranches)}>{terms.tranches.map(percent).join(" + ")}</Fact>
      </Facts>
      {documents.map(([title, document]) => (
        <Written key={title} title={title} document={document} />
      ))}
      <h3>{say(words.deed)}</h3>
      <DeedMeter deed={terms.deed} />
    </div>
  );
}

type FactsProps = { project?: Project; document?: Document; title?: string; children?: ReactNode };

/** Facts in a list, below the project that they are about, and above the document that goes with them. */
function Facts({ project, document, title = "", children }: FactsProps) {
  return (
    <div className="space-y-3">
      {project !== undefined && (
        <p>
          <Link to="/project/$project" params={{ project: String(project.id) }}>
            {projectName(project)}
          </Link>
        </p>
      )}
      {children !== undefined && <dl className="grid gap-3 sm:grid-cols-2">{children}</dl>}
      {document !== undefined && <Written title={title} document={document} />}
    </div>
  );
}

/** A document, and its hash, which is what the agreement names. */
function Written({ title, document }: { title: string; document: Document }) {
  const say = useSay();
  const { ipfsGateways = [] } = useSystem().settings;
  return (
    <div className="space-y-3">
      <Suspense>
        <DocumentText
          key={`${document.hash} ${document.uri}`}
          title={title}
          document={document}
          gateways={ipfsGateways}
        />
      </Suspense>
      <p className="text-soft text-sm">
        {say(proposalWords.mark)}: <span className="figures break-all">{document.hash}</span>
      </p>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-soft text-sm">{name}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}

function WalletFact({ name, address }: { name: string; address: Address }) {
  return (
    <Fact name={name}>
      <AddressText address={address} explorer={useSystem().settings.network.explorer} />
    </Fact>
  );
}
