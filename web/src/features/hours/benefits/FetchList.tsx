import { fetchUntil } from "@one-small-town/core/hours/benefits.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Membership } from "../../../chain/hours/memberHoursQuery.ts";
import { type Fetchable, fetchableQuery } from "../../../chain/hours/fetchableQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { dateTime } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { weekRange } from "../../../content/weeks.ts";
import { benefitWords } from "../../../content/words/benefits.ts";
import { useCodes } from "../../../transactions/codes.ts";
import { CodePart } from "./CodePart.tsx";
import { leftOf } from "./leftOf.ts";
import { nameOfBenefit } from "./nameOfBenefit.ts";
import { VoucherCard } from "./VoucherCard.tsx";

type Props = { town: Town; member: Membership };

/** All that a member may fetch, by benefit and week, with the codes that they show for it. */
export function FetchList({ town, member }: Props) {
  const say = useSay();
  const system = useSystem();
  const query = useQuery(fetchableQuery(system, town.id, member.number));
  const [card, setCard] = useState<string | null>(null);
  return (
    <Loaded query={query} lines={6}>
      {(all) => {
        const shown = all.find((one) => keyOf(one) === card);
        if (shown !== undefined)
          return <VoucherCard town={town} member={member} fetchable={shown} onClose={() => setCard(null)} />;
        if (all.length === 0)
          return (
            <Card title={say(benefitWords.nothing)}>
              <p>{say(benefitWords.nothingHelp)}</p>
            </Card>
          );
        return [...new Set(all.map(({ benefit }) => benefit.id))].map((id) => (
          <BenefitCard
            key={id}
            rows={all.filter(({ benefit }) => benefit.id === id)}
            member={member}
            toCard={(row) => setCard(keyOf(row))}
          />
        ));
      }}
    </Loaded>
  );
}

function keyOf({ benefit, weekIndex }: Fetchable): string {
  return `${benefit.id} ${weekIndex}`;
}

type CardProps = { rows: readonly Fetchable[]; member: Membership; toCard: (row: Fetchable) => void };

function BenefitCard({ rows, member, toCard }: CardProps) {
  const say = useSay();
  const [first] = rows;
  if (first === undefined) return null;
  const { kind, words } = first.benefit;
  return (
    <Card
      title={nameOfBenefit(first.benefit, say)}
      aside={<span className="text-soft text-sm">{say(benefitWords.kinds[kind])}</span>}
    >
      {words !== null && (
        <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {[
            [benefitWords.where, words.place] as const,
            ...(words.times === "" ? [] : [[benefitWords.when, words.times] as const]),
          ].map(([name, value]) => (
            <div key={value} className="contents">
              <dt className="text-soft">{say(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <ul className="divide-line divide-y">
        {rows.map((row) => (
          <WeekRow key={row.weekIndex} row={row} member={member} toCard={toCard} />
        ))}
      </ul>
    </Card>
  );
}

function WeekRow({ row, member, toCard }: { row: Fetchable; member: Membership; toCard: CardProps["toCard"] }) {
  const say = useSay();
  const codes = useCodes(useSystem(), member.wallet);
  const { benefit, weekIndex, entitled } = row;
  const { left } = leftOf(row, member.number, codes);
  return (
    <li className="space-y-3 py-4">
      <div>
        <p className="font-semibold">
          {say(left === 0 ? benefitWords.allFetched(entitled) : benefitWords.left(left, entitled))}
        </p>
        <p className="text-soft text-sm">
          {say(benefitWords.ofWeek(weekRange(weekIndex)))}.{" "}
          {left > 0 && say(benefitWords.until(dateTime(fetchUntil(benefit, weekIndex))))}
        </p>
      </div>
      {left > 0 && <CodePart row={row} member={member} toCard={() => toCard(row)} />}
    </li>
  );
}
