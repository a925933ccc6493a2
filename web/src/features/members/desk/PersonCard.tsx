import { writeQr } from "@one-small-town/core/qr/QrContent.ts";
import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { useBlockTime } from "../../../chain/blockQuery.ts";
import { type PersonCase, personCaseQuery } from "../../../chain/members/personCaseQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import type { OfficeKind } from "../../../chain/roles/officesQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { AddressText } from "../../../components/AddressText.tsx";
import { Card } from "../../../components/Card.tsx";
import { CopyButton } from "../../../components/CopyButton.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { QrCode } from "../../../components/qr/QrCode.tsx";
import { date } from "../../../content/format.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";
import { LostWallet } from "./LostWallet.tsx";
import { SuspensionPart } from "./SuspensionPart.tsx";

type Props = { town: Town; wallet: Address; offices: readonly OfficeKind[]; name: string | undefined };

/** A person: who they are to the town, their code, and what those with an office can do. */
export function PersonCard({ town, wallet, offices, name }: Props) {
  const say = useSay();
  const { deployment, settings } = useSystem();
  const query = useQuery(personCaseQuery(useSystem(), town.id, wallet));
  const code = writeQr({ kind: "person", chainId: deployment.chainId, wallet });
  return (
    <Card title={name ?? say(peopleWords.person)}>
      <div className="space-y-5">
        <p>
          <AddressText address={wallet} explorer={settings.network.explorer} />{" "}
          <CopyButton text={wallet} name={say(peopleWords.wallet)} />
        </p>
        <Loaded query={query}>
          {(person) => (
            <>
              <Facts person={person} town={town} />
              {person.town === town.id && (
                <>
                  <SuspensionPart person={person} offices={offices} />
                  <LostWallet person={person} offices={offices} />
                </>
              )}
            </>
          )}
        </Loaded>
        <details>
          <summary className="cursor-pointer font-semibold">{say(peopleWords.personCode)}</summary>
          <QrCode text={code} name={say(peopleWords.personCode)} className="mt-3 max-w-56" />
        </details>
      </div>
    </Card>
  );
}

function Facts({ person, town }: { person: PersonCase; town: Town }) {
  const say = useSay();
  const now = useBlockTime();
  const lines = [
    ...standingOf(person).map(say),
    ...(person.town === town.id && person.country !== 0
      ? [
          say(
            (now ?? 0) < person.residentUntil
              ? peopleWords.livesUntil(date(person.residentUntil))
              : peopleWords.lapsed(date(person.residentUntil)),
          ),
        ]
      : []),
    ...(person.country !== 0 && person.town === 0 ? [say(peopleWords.noTown)] : []),
    ...(person.town !== 0 && person.town !== town.id ? [say(peopleWords.elsewhere(person.town))] : []),
  ];
  return (
    <div className="space-y-1">
      <ul className="list-disc ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {person.successor !== null && (
        <p>
          {say(peopleWords.movedTo)} <span className="figures text-sm break-all">{person.successor}</span>
        </p>
      )}
    </div>
  );
}

function standingOf({ country, number, left, suspended, successor }: PersonCase) {
  if (country === 0) return successor === null ? [peopleWords.nobody] : [];
  const standing = number === 0 ? peopleWords.notMember : peopleWords.memberNumber(number);
  return [standing, ...(left ? [peopleWords.former] : []), ...(suspended ? [peopleWords.suspended] : [])];
}
