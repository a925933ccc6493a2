import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { Card } from "../../components/Card.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { countryName, date } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { notMemberWords } from "../../content/words/notMember.ts";
import type { Person } from "../../chain/members/personQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { useBlockTime } from "../../chain/blockQuery.ts";
import { StandingNotice } from "./StandingNotice.tsx";

type Props = { person: Person; wallet: Address; town: Town | null };

/** Why a wallet has no weeks, and what its person can do about it. */
export function NotMember({ person, wallet, town }: Props) {
  if (person.successor !== null) return <Superseded successor={person.successor} />;
  if (person.country === 0) return <Stranger wallet={wallet} />;
  if (person.suspended && town !== null) return <StandingNotice person={person} town={town} />;
  if (town === null) return <Outsider country={person.country} />;
  return <Resident person={person} wallet={wallet} town={town} />;
}

function Superseded({ successor }: { successor: Address }) {
  const say = useSay();
  return (
    <Card title={say(notMemberWords.supersededTitle)}>
      <p className="break-words">{say(notMemberWords.supersededHelp(successor))}</p>
    </Card>
  );
}

function Stranger({ wallet }: { wallet: Address }) {
  const say = useSay();
  return (
    <Card title={say(notMemberWords.strangerTitle)}>
      <p>{say(notMemberWords.strangerHelp)}</p>
      <ol className="my-3 list-decimal space-y-1 ps-6">
        {notMemberWords.strangerSteps.map((step) => (
          <li key={step.id}>{say(step)}</li>
        ))}
      </ol>
      <WalletLine wallet={wallet} />
      <ToTowns />
    </Card>
  );
}

function Resident({ person, wallet, town }: { person: Person; wallet: Address; town: Town }) {
  const say = useSay();
  const now = useBlockTime();
  return (
    <Card title={say(notMemberWords.residentTitle(town.name))}>
      <div className="space-y-3">
        <p>{say(notMemberWords.residentHelp(town.name))}</p>
        <p>{say(notMemberWords.residentStep)}</p>
        {now !== undefined && now > person.residentUntil && (
          <p>{say(notMemberWords.lapsedHelp(date(person.residentUntil)))}</p>
        )}
        <WalletLine wallet={wallet} />
      </div>
    </Card>
  );
}

function Outsider({ country }: { country: number }) {
  const say = useSay();
  return (
    <Card title={say(notMemberWords.outsiderTitle)}>
      <div className="space-y-3">
        <p>{say(notMemberWords.outsiderHelp(countryName(country)))}</p>
        <p>{say(notMemberWords.outsiderMove)}</p>
        <ToTowns />
      </div>
    </Card>
  );
}

function ToTowns() {
  const say = useSay();
  return (
    <p className="mt-3">
      <Link to="/">{say(notMemberWords.toTowns)}</Link>
    </p>
  );
}

function WalletLine({ wallet }: { wallet: Address }) {
  const say = useSay();
  const name = say(notMemberWords.yourAddress);
  return (
    <div className="bg-sunken rounded-lg px-4 py-2">
      <p className="text-soft text-sm">{name}</p>
      <p className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="figures min-w-0 text-sm break-all">{wallet}</span>
        <CopyButton text={wallet} name={name} />
      </p>
    </div>
  );
}
