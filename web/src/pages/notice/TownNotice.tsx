import type { Benefit } from "@one-small-town/core/hours/benefits.ts";
import { totalQuarters } from "@one-small-town/core/hours/timesheet.ts";
import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { isOnSale, phaseEnd } from "@one-small-town/core/shares/phases.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { blockQuery } from "../../chain/blockQuery.ts";
import { combined } from "../../chain/combined.ts";
import { benefitsQuery } from "../../chain/hours/benefitsQuery.ts";
import { timesheetBytesQuery } from "../../chain/hours/timesheetBytesQuery.ts";
import type { Week } from "../../chain/hours/readWeek.ts";
import type { Town } from "../../chain/members/Town.ts";
import { type Board, boardQuery } from "../../chain/members/boardQuery.ts";
import { type OpenSpending, spendingsQuery } from "../../chain/profit/spendingsQuery.ts";
import { offeringQuery } from "../../chain/shares/offeringQuery.ts";
import { salesQuery } from "../../chain/shares/salesQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Button } from "../../components/Button.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { count, dateTime, hoursOf, money } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { weekRange } from "../../content/weeks.ts";
import { commonWords } from "../../content/words/common.ts";
import { projectWords } from "../../content/words/projects.ts";
import { townNoticeWords } from "../../content/words/townNotice.ts";
import { QrCode } from "../../components/qr/QrCode.tsx";

/** So many lines of each kind fit on the sheet. */
const MOST = 4;

/** One sheet, A4 or Letter: the last counted week, what members get, what is on sale, and what is to be decided. */
export function TownNotice({ town }: { town: Town }) {
  const say = useSay();
  const title = say(townNoticeWords.title(town.name));
  const system = useSystem();
  const read = combined([
    useQuery(blockQuery(system)),
    useQuery(boardQuery(system, town.id)),
    useQuery(benefitsQuery(system, town.id)),
    useQuery(spendingsQuery(system, town)),
    useQuery(salesQuery(system)),
  ]);
  const own = read.data?.[4].filter((sale) => sale.town === town.id && isOnSale(sale.phase)) ?? [];
  useEffect(() => {
    document.title = say(commonWords.pageTitle(title));
  }, [title, say]);
  return (
    <div>
      <div className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
        <Button onClick={() => print()}>{say(townNoticeWords.print)}</Button>
        <Link to="/town/$town" params={{ town: String(town.id) }} className="py-2">
          {say(townNoticeWords.back)}
        </Link>
      </div>
      <Loaded query={read} lines={16}>
        {([block, { week, pending }, benefits, spendings]) => (
          <article className="mx-auto max-w-2xl space-y-6 print:max-w-none print:space-y-4 print:text-[11pt]">
            <div className="plaque px-6 py-6 text-center print:py-5">
              <h1 className="text-2xl print:text-[26pt]">{title}</h1>
            </div>
            <LastWeek town={town} week={week ?? undefined} pending={pending} now={block.timestamp} />
            <BenefitLines benefits={benefits} now={block.timestamp} />
            <SaleLines town={town} offerings={own.map(({ offering }) => offering)} />
            <DecisionLines town={town} spendings={spendings} now={block.timestamp} />
            <Footer town={town} when={dateTime(block.timestamp)} block={String(block.number)} />
          </article>
        )}
      </Loaded>
    </div>
  );
}

type WeekProps = { town: Town; week: Week | undefined; pending: Board["pending"]; now: number };

function LastWeek({ town, week, pending, now }: WeekProps) {
  const say = useSay();
  const { data: sheet } = useQuery({
    ...timesheetBytesQuery(useSystem(), week?.pointer ?? "0x"),
    enabled: week !== undefined,
  });
  const figures = week && [
    { name: townNoticeWords.hours, value: sheet === undefined ? "–" : hoursOf(totalQuarters(sheet)) },
    { name: townNoticeWords.active, value: count(week.active) },
    { name: townNoticeWords.cash, value: money(week.cashPerActive, town.currency) },
  ];
  return (
    <section className="space-y-3 text-center">
      <p>{say(week === undefined ? townNoticeWords.noWeek : townNoticeWords.counted(weekRange(week.weekIndex)))}</p>
      {figures && (
        <dl className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-4">
          {figures.map(({ name, value }) => (
            <div key={name.id} className="flex flex-col-reverse">
              <dt>{say(name)}</dt>
              <dd className="font-sign figures text-2xl font-bold print:text-[26pt]">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {pending !== null && pending.reviewEnds > now && (
        <p>{say(townNoticeWords.review(weekRange(pending.weekIndex), dateTime(pending.reviewEnds)))}</p>
      )}
    </section>
  );
}

function BenefitLines({ benefits, now }: { benefits: readonly Benefit[]; now: number }) {
  const say = useSay();
  const listed = benefits.filter(({ lastWeekIndex }) => lastWeekIndex >= weekIndexOf(now));
  if (listed.length === 0) return null;
  return (
    <Part title={say(townNoticeWords.benefitsTitle)} all={listed.length} none="">
      {listed.slice(0, MOST).map(({ id, kind, units, perShift }) => {
        const what = say(townNoticeWords.benefit[kind](units));
        return <li key={id}>{say(perShift ? townNoticeWords.perShift(what) : townNoticeWords.perWeek(what))}</li>;
      })}
    </Part>
  );
}

function SaleLines({ town, offerings }: { town: Town; offerings: readonly bigint[] }) {
  const say = useSay();
  return (
    <Part title={say(townNoticeWords.salesTitle)} all={offerings.length} none={say(townNoticeWords.noSales)}>
      {offerings.slice(0, MOST).map((id) => (
        <SaleLine key={id} town={town} offering={id} />
      ))}
    </Part>
  );
}

function SaleLine({ town, offering }: { town: Town; offering: bigint }) {
  const say = useSay();
  const { data: sale } = useQuery(offeringQuery(useSystem(), offering));
  if (sale == null) return <li>–</li>;
  return (
    <li>
      <b>{say(townNoticeWords.sale(sale.name, money(sale.price, town.currency)))}</b>
      <span className="block">
        {say(townNoticeWords.saleUntil(count(sale.sold), count(sale.goal), dateTime(phaseEnd(sale) ?? 0)))}
      </span>
    </li>
  );
}

type DecisionProps = { town: Town; spendings: readonly OpenSpending[]; now: number };

function DecisionLines({ town, spendings, now }: DecisionProps) {
  const say = useSay();
  return (
    <Part title={say(townNoticeWords.decisionsTitle)} all={spendings.length} none={say(townNoticeWords.noDecisions)}>
      {spendings.slice(0, MOST).map((spending) => (
        <li key={spending.id}>
          <b>{say(whatOf(spending))}</b>
          <span className="block">{say(standingOf(spending))}</span>
        </li>
      ))}
    </Part>
  );

  function whatOf({ amount, fromOffice, project: { metadata, number } }: OpenSpending) {
    const name = metadata?.title ?? say(projectWords.untitled(number));
    return (fromOffice ? townNoticeWords.fromOffice : townNoticeWords.spending)(money(amount, town.currency), name);
  }

  function standingOf({ payableFrom, vote }: OpenSpending) {
    if (payableFrom === null) return townNoticeWords.waits;
    if (payableFrom <= now || vote === null) return townNoticeWords.isPayable;
    return townNoticeWords.objectUntil(dateTime(payableFrom), count(vote.objections), count(vote.needed));
  }
}

type PartProps = { title: string; all: number; none: string; children: ReactNode };

/** A heading with its lines; the board says how many there was no room for. */
function Part({ title, all, none, children }: PartProps) {
  const say = useSay();
  return (
    <section>
      <h2 className="border-line mb-2 border-b-2 print:text-[15pt]">{title}</h2>
      {all === 0 && <p>{none}</p>}
      <ul className="figures space-y-1.5">{children}</ul>
      {all > MOST && <p className="text-soft mt-1">{say(townNoticeWords.more(all - MOST))}</p>}
    </section>
  );
}

function Footer({ town, when, block }: { town: Town; when: string; block: string }) {
  const say = useSay();
  const link = `${location.href.split("#", 1)[0]}#/town/${town.id}`;
  return (
    <footer className="border-line grid items-center gap-4 border-t-2 pt-4 sm:grid-cols-[10rem_1fr] print:grid-cols-[38mm_1fr] print:pt-3">
      <QrCode text={link} name={say(townNoticeWords.code)} />
      <div className="space-y-2">
        <p className="font-sign text-lg font-bold">{say(townNoticeWords.scan)}</p>
        <p className="text-soft text-sm break-all" dir="ltr">
          {link}
        </p>
        <p className="text-soft text-sm">{say(townNoticeWords.asOf(when, block))}</p>
      </div>
    </footer>
  );
}
