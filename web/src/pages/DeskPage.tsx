import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { keptKitchen } from "../chain/hours/Kitchen.ts";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { Loaded } from "../components/Loaded.tsx";
import { NothingHere } from "../components/NothingHere.tsx";
import { Page } from "../components/Page.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { commonWords } from "../content/words/common.ts";
import { deskWords } from "../content/words/desk.ts";
import { townWords } from "../content/words/towns.ts";
import { useSay } from "../content/useSay.ts";
import { ConnectFirst } from "../transactions/wallet/ConnectFirst.tsx";
import { useWalletState } from "../transactions/wallet/walletStore.ts";
import { deskPages, openPages } from "./desk/deskPages.ts";
import { OfficeList } from "./desk/OfficeList.tsx";

const PAGES = new Map(
  Object.entries(deskPages).map(([name, load]) => [name, lazy(async () => ({ default: await load() }))] as const),
);

/** The desk of the connected person, or one of its pages. One route for all, as public pages carry no more. */
export function DeskPage() {
  const say = useSay();
  const { page, town } = useParams({ from: "/desk/{-$page}/{-$town}" });
  const { wallet, isRestoring } = useWalletState();
  if (page !== undefined && !PAGES.has(page))
    return <NothingHere title={say(commonWords.notFound)} help={say(commonWords.notFoundHelp)} />;
  const isOpen = page !== undefined && openPages.has(page);
  if (page !== undefined && (wallet !== null || isOpen))
    return <PageOfTown key={isOpen ? "" : wallet?.address} page={page} town={town ?? ""} />;
  return (
    <Page title={say(deskWords.title)}>
      {wallet !== null && <OfficeList key={wallet.address} wallet={wallet.address} />}
      {wallet === null && isRestoring && <Skeleton lines={4} />}
      {wallet === null && !isRestoring && (
        <ConnectFirst title={say(deskWords.connectTitle)} help={say(deskWords.connectHelp)} />
      )}
    </Page>
  );
}

function PageOfTown({ page, town: id }: { page: string; town: string }) {
  const say = useSay();
  const system = useSystem();
  const query = useQuery(townsQuery(system));
  const Shown = PAGES.get(page);
  const kept = keptKitchen(system, Number(id))?.town; // a steward works on where the chain does not answer
  const known = query.data ?? (kept && [kept]);
  return (
    <Loaded query={known === undefined ? query : { ...query, data: known, isError: false }} lines={8}>
      {(towns) => {
        const town = towns.find((each) => String(each.id) === id);
        if (town === undefined || Shown === undefined)
          return <NothingHere title={say(townWords.noTown)} help={say(townWords.noTownHelp)} />;
        return (
          <Suspense fallback={<Skeleton lines={8} />}>
            <Shown key={town.id} town={town} />
          </Suspense>
        );
      }}
    </Loaded>
  );
}
