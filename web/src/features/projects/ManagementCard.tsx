import { zeroAddress } from "viem";
import { AddressText } from "../../components/AddressText.tsx";
import { Card } from "../../components/Card.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import type { Project } from "../../chain/projects/readProject.ts";
import { useSystem } from "../../chain/useSystem.ts";

/** Who runs a business, and which wallet the money of its sale goes to. */
export function ManagementCard({ project: { manager, payout } }: { project: Project }) {
  const say = useSay();
  const { explorer } = useSystem().settings.network;
  const wallets = [
    { name: say(projectWords.manager), address: manager },
    { name: say(projectWords.payout), address: payout },
  ];
  return (
    <Card title={say(projectWords.people)}>
      {manager === zeroAddress ? (
        <p className="text-soft">{say(projectWords.noManager)}</p>
      ) : (
        <dl className="space-y-3">
          {wallets.map(({ name, address }) => (
            <div key={name}>
              <dt className="text-soft text-sm">{name}</dt>
              <dd>
                <AddressText address={address} explorer={explorer} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
