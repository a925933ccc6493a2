import { isOnSale } from "@one-small-town/core/shares/phases.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { offeringQuery } from "../../chain/shares/offeringQuery.ts";
import { salesQuery } from "../../chain/shares/salesQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { useSay } from "../../content/useSay.ts";
import { homeWords } from "../../content/words/home.ts";
import { townWords } from "../../content/words/towns.ts";

/** The three things a person can do here, each with its way in. */
export function ThreeDoors() {
  const say = useSay();
  return (
    <section aria-labelledby="doors">
      <h2 id="doors" className="sr-only">
        {say(homeWords.whatYouCanDo)}
      </h2>
      <ol className="grid gap-3 md:grid-cols-3">
        <Door number={1} title={say(homeWords.buy)} help={say(homeWords.buyHelp)}>
          <WayToBuy />
        </Door>
        <Door number={2} title={say(homeWords.claim)} help={say(homeWords.claimHelp)}>
          <Link to="/weeks">{say(homeWords.claimLink)}</Link>
        </Door>
        <Door number={3} title={say(homeWords.check)} help={say(homeWords.checkHelp)}>
          <a href="./verify.html">{say(townWords.checkLink)}</a>
        </Door>
      </ol>
    </section>
  );
}

function Door({ number, title, help, children }: { number: number; title: string; help: string; children: ReactNode }) {
  return (
    <li className="bg-card border-line flex flex-wrap gap-4 rounded-xl border p-4 sm:p-5">
      <HouseNumber number={number} />
      <div className="min-w-0 flex-1 basis-36">
        <h3>{title}</h3>
        <p className="text-soft text-sm">{help}</p>
        <div className="flex min-h-11 items-center font-semibold">{children}</div>
      </div>
    </li>
  );
}

/** Straight to the sale where there is one; several of one town are on its page. */
function WayToBuy() {
  const say = useSay();
  const { data } = useQuery(salesQuery(useSystem()));
  const open = data?.filter(({ phase }) => isOnSale(phase)) ?? [];
  const [first] = open;
  if (data === undefined) return null;
  if (first === undefined) return <p className="text-soft text-sm font-normal">{say(homeWords.buyNone)}</p>;
  if (open.some(({ town }) => town !== first.town))
    return <p className="text-sm">{say(homeWords.buyMany(open.length))}</p>;
  if (open.length > 1)
    return (
      <Link to="/town/$town" params={{ town: String(first.town) }}>
        {say(homeWords.buyInTown(open.length))}
      </Link>
    );
  return <LinkToSale offering={first.offering} />;
}

function LinkToSale({ offering }: { offering: bigint }) {
  const say = useSay();
  const { data } = useQuery(offeringQuery(useSystem(), offering));
  return (
    <Link to="/offering/$offering" params={{ offering: String(offering) }}>
      {data == null ? say(townWords.seeSale) : say(homeWords.buyLink(data.name))}
    </Link>
  );
}

/** A small enamel plate with a number, as beside a door. */
function HouseNumber({ number }: { number: number }) {
  return (
    <span
      aria-hidden="true"
      className="bg-enamel font-sign text-on-enamel inline-flex size-11 shrink-0 items-center justify-center rounded-md text-xl font-bold outline-2 -outline-offset-4 outline-white/90"
    >
      {number}
    </span>
  );
}
