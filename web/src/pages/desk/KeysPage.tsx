import { useQuery } from "@tanstack/react-query";
import { zeroAddress } from "viem";
import { useBlockTime } from "../../chain/blockQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { officesQuery } from "../../chain/roles/officesQuery.ts";
import { proposalsQuery } from "../../chain/roles/proposalsQuery.ts";
import { townWorkQuery } from "../../chain/roles/townWorkQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { Page } from "../../components/Page.tsx";
import { proposalWords } from "../../content/words/proposals.ts";
import { useSay } from "../../content/useSay.ts";
import { ConcernedPeople } from "../../features/members/desk/ConcernedPeople.tsx";
import { ProposalList } from "../../features/roles/proposals/ProposalList.tsx";
import { useWallet } from "../../transactions/wallet/walletStore.ts";
import { actsIn } from "./actsIn.ts";

/** All of a town that one office asks for and another has to agree to; people's own matters stand below it. */
export function KeysPage({ town }: { town: Town }) {
  const say = useSay();
  const system = useSystem();
  const you = useWallet()?.address ?? zeroAddress;
  const now = useBlockTime();
  const query = useQuery(proposalsQuery(system, town));
  const { data: all = [] } = useQuery(officesQuery(system, you));
  const { data: work } = useQuery(townWorkQuery(system, town.id));
  const offices = all.filter((office) => actsIn(office, town)).map(({ kind }) => kind);
  return (
    <Page title={say(proposalWords.titleOf(town.name))}>
      <p className="max-w-prose">{say(proposalWords.help)}</p>
      <Loaded query={{ ...query, data: now === undefined ? undefined : query.data }} lines={8}>
        {({ proposals, holders }) => {
          const open = proposals.filter(({ until }) => (now ?? 0) < until);
          return open.length === 0 && work?.concerned.length === 0 ? (
            <Card title={say(proposalWords.nothing)}>
              <p className="max-w-prose">{say(proposalWords.nothingHelp)}</p>
            </Card>
          ) : (
            <ProposalList town={town} open={open} holders={holders} you={you} now={now ?? 0} />
          );
        }}
      </Loaded>
      <ConcernedPeople town={town} offices={offices} />
    </Page>
  );
}
