import { CatchBoundary, Link, Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";
import { useFreshReads } from "../chain/useFreshReads.ts";
import { useSystem } from "../chain/useSystem.ts";
import { useLeftWords } from "../transactions/attention.ts";
import { useJournal } from "../transactions/journal.ts";
import { useWalletState, type Wallet } from "../transactions/wallet/walletStore.ts";
import { AccountButton } from "./AccountButton.tsx";
import { BlockLine } from "./BlockLine.tsx";
import { Logo } from "./Logo.tsx";
import { MENU, MenuFrame, menuLook, MenuSign, VerifyLink } from "./menu.tsx";
import { OfThisChain } from "./OfThisChain.tsx";
import { SheetTrouble } from "./NotLoaded.tsx";
import { useRestoredWallet } from "./useRestoredWallet.ts";

const ConnectSheet = lazy(async () => ({ default: (await import("./ConnectSheet.tsx")).ConnectSheet }));
const OwnEntries = lazy(() => import("./OwnEntries.tsx").then((code) => ({ default: code.OwnEntries }), nothing));
const SentList = lazy(async () => ({ default: (await import("./SentList.tsx")).SentList }));

/** Around every page: the way to the other pages, the wallet, and what is under way. */
export function Layout() {
  const say = useSay();
  const main = useFocusOnNewPage();
  const { isChoosing, wallet } = useWalletState();
  const sent = useJournal(useSystem());
  const left = useLeftWords();
  useRestoredWallet();
  useFreshReads();
  return (
    <div className="mx-auto flex min-h-dvh print:min-h-0 print:!pb-0 max-w-5xl flex-col px-4 pb-24 sm:px-6 sm:pb-6">
      <a
        href="#main"
        className="skip-link bg-card z-30 rounded p-3"
        onClick={(event) => focusInstead(event, main.current)}
      >
        {say(commonWords.skip)}
      </a>
      <header className="print:hidden flex flex-wrap items-center justify-between gap-3 py-3 sm:py-4">
        <Link
          to="/"
          className="text-ink flex min-h-11 min-w-0 grow basis-28 sm:grow-0 sm:basis-auto items-center gap-2.5 no-underline"
        >
          <Logo />
          <span className="font-sign text-lg leading-5 font-bold">{say(commonWords.name)}</span>
        </Link>
        <AccountButton />
      </header>
      <PageLinks wallet={wallet} />
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className="min-h-dvh print:min-h-0 print:pb-0 flex-1 space-y-5 pb-8 outline-none"
      >
        <CatchBoundary getResetKey={() => sent.length + left.length} errorComponent={() => null}>
          <Suspense>{sent.length + left.length > 0 && <SentList />}</Suspense>
        </CatchBoundary>
        <OfThisChain>
          <Suspense>
            <Outlet />
          </Suspense>
        </OfThisChain>
      </main>
      <BlockLine />
      {isChoosing && (
        <CatchBoundary getResetKey={() => 0} errorComponent={SheetTrouble}>
          <Suspense>
            <ConnectSheet />
          </Suspense>
        </CatchBoundary>
      )}
    </div>
  );
}

/** The links to the pages, within this page. */
function PageLinks({ wallet }: { wallet: Wallet | null }) {
  const say = useSay();
  return (
    <MenuFrame>
      {MENU.map(({ to, words, short, sign }) => (
        <li key={to} className="min-w-0 flex-1 sm:flex-none">
          <Link to={to} activeOptions={{ exact: true }} className={menuLook}>
            <MenuSign path={sign} />
            <span className="sm:hidden">{say(short)}</span>
            <span className="max-sm:hidden">{say(words)}</span>
          </Link>
        </li>
      ))}
      <VerifyLink />
      <Suspense>{wallet !== null && <OwnEntries wallet={wallet.address} />}</Suspense>
    </MenuFrame>
  );
}

/** Most have no office and nothing to decide; the others find what did not load with the next page. */
function nothing() {
  return { default: (): ReactNode => null };
}

/** A hash names a page here, so a link to a part of one moves the focus itself. */
function focusInstead(event: React.MouseEvent, target: HTMLElement | null): void {
  event.preventDefault();
  target?.focus();
}

/** After a change of page, a screen reader goes on at its beginning. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const first = useRef(path);
  useEffect(() => {
    if (first.current !== path) main.current?.focus({ preventScroll: true });
    first.current = "";
  }, [path]);
  return main;
}
