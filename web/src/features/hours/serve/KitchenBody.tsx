import type { MessageDescriptor } from "@lingui/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { zeroAddress } from "viem";
import { useBlockTime } from "../../../chain/blockQuery.ts";
import { keptKitchen, type Kitchen } from "../../../chain/hours/Kitchen.ts";
import { kitchenQuery } from "../../../chain/hours/kitchenQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { officesQuery } from "../../../chain/roles/officesQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { dateTime } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { serveWords } from "../../../content/words/serve.ts";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";
import { forgetServings } from "../../../transactions/servings.ts";
import { useServings } from "../../../transactions/useServings.ts";
import { BenefitList } from "./BenefitList.tsx";
import { ScanPart } from "./ScanPart.tsx";
import { standingOf } from "./standingOf.ts";
import { WaitingCard } from "./WaitingCard.tsx";

/** A steward's day: what may be handed out, what was, and what waits to be sent. It needs a connection before and after. */
export function KitchenBody({ town }: { town: Town }) {
  const say = useSay();
  const system = useSystem();
  const read = useQuery(kitchenQuery(system, town));
  const [kept] = useState(() => keptKitchen(system, town.id));
  const kitchen = read.data ?? kept;
  const { servings, isKept } = useServings(system, town.id);
  const now = useKitchenTime(kitchen);

  const fresh = read.data;
  useEffect(() => {
    if (fresh === undefined) return;
    const done = servings.filter((serving) => standingOf(serving, fresh, fresh.block.time).at === "done");
    forgetServings(system, town.id, done);
  }, [fresh, servings, system, town.id]);

  return (
    <>
      <OfficeNotice town={town} />
      {!isKept && servings.length > 0 && <Notice kind="bad">{say(serveWords.notKept)}</Notice>}
      <ReadLine kitchen={kitchen} read={read} />
      {kitchen !== null && (
        <>
          <ScanPart known={{ town, kitchen, servings, now }} />
          <WaitingCard town={town} kitchen={kitchen} servings={servings} now={now} />
          <BenefitList town={town} kitchen={kitchen} now={now} />
        </>
      )}
    </>
  );
}

/** The role may have gone since the page was opened, or another wallet is connected. */
function OfficeNotice({ town }: { town: Town }) {
  const say = useSay();
  const system = useSystem();
  const wallet = useWallet();
  const { data } = useQuery({ ...officesQuery(system, wallet?.address ?? zeroAddress), enabled: wallet !== null });
  const isSteward = data?.some(({ kind, scope }) => kind === "steward" && scope === town.id) ?? true;
  return isSteward ? null : <Notice kind="warn">{say(serveWords.notSteward(town.name))}</Notice>;
}

type Read = { isFetching: boolean; isError: boolean; fetchStatus: string; refetch: () => unknown };

/** How old is what the page goes by, and a button that reads it again. */
function ReadLine({ kitchen, read }: { kitchen: Kitchen | null; read: Read }) {
  const say = useSay();
  const words: MessageDescriptor[] = [];
  const isAway = read.isError || read.fetchStatus === "paused";
  if (kitchen === null) words.push(isAway ? serveWords.never : serveWords.reading);
  else {
    if (isAway) words.push(serveWords.stale);
    words.push(serveWords.ready(dateTime(kitchen.block.time)));
  }
  return (
    <Notice
      kind={isAway ? "warn" : "info"}
      isLive
      action={
        <Button look="second" isBusy={read.isFetching} onClick={() => void read.refetch()}>
          {say(serveWords.readAgain)}
        </Button>
      }
    >
      {words.map(say).join(" ")}
    </Notice>
  );
}

/**
 * The chain's time. Without a connection it is reckoned from the last time that was read, and this device's clock only
 * says how long ago that was: whether it goes right does not matter.
 */
function useKitchenTime(kitchen: Kitchen | null): number {
  const known = useBlockTime();
  const [clock, setClock] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setClock(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  if (known !== undefined) return known;
  const { time, readAt } = kitchen?.block ?? { time: 0, readAt: 0 };
  return time + Math.max(0, Math.floor((clock - readAt) / 1000));
}
