import { CatchBoundary, Link, Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";
import { useFreshReads } from "../chain/useFreshReads.ts";
import { useSystem } from "../chain/useSystem.ts";
import { useLeftWords } from "../transactions/attention.ts";
import { useJournal } from "../transactions/journal.ts";
import { useWalletState } from "../transactions/wallet/walletStore.ts";
import { AccountButton } from "./AccountButton.tsx";
import { BlockLine } from "./BlockLine.tsx";
import { Logo } from "./Logo.tsx";
import { OfThisChain } from "./OfThisChain.tsx";
import { SheetTrouble } from "./NotLoaded.tsx";
import { useRestoredWallet } from "./useRestoredWallet.ts";

const ConnectSheet = lazy(async () => ({ default: (await import("./ConnectSheet.tsx")).ConnectSheet }));
const SentList = lazy(async () => ({ default: (await import("./SentList.tsx")).SentList }));

/** Around every page: the way to the other pages, the wallet, and what is under way. */
export function Layout() {
  const say = useSay();
  const main = useFocusOnNewPage();
  const { isChoosing } = useWalletState();
  const sent = useJournal(useSystem());
  const left = useLeftWords();
  useRestoredWallet();
  useFreshReads();
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col px-4 pb-24 sm:px-6 sm:pb-6">
      <a
        href="#main"
        className="skip-link bg-card z-30 rounded p-3"
        onClick={(event) => focusInstead(event, main.current)}
      >
        {say(commonWords.skip)}
      </a>
      <header className="flex flex-wrap items-center justify-between gap-3 py-3 sm:py-4">
        <Link
          to="/"
          className="text-ink flex min-h-11 min-w-0 grow basis-28 sm:grow-0 sm:basis-auto items-center gap-2.5 no-underline"
        >
          <Logo />
          <span className="font-sign text-lg leading-5 font-bold">{say(commonWords.name)}</span>
        </Link>
        <AccountButton />
      </header>
      <PageLinks />
      <main ref={main} id="main" tabIndex={-1} className="min-h-dvh flex-1 space-y-5 pb-8 outline-none">
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

const LINKS = [
  { to: "/", words: commonWords.home, short: commonWords.home, sign: "M3 11 12 4l9 7v9h-6v-6H9v6H3z" },
  {
    to: "/shares",
    words: commonWords.shares,
    short: commonWords.sharesTab,
    sign: "M4 20V10h4v10zm6 0V4h4v16zm6 0v-7h4v7z",
  },
  { to: "/weeks", words: commonWords.weeks, short: commonWords.weeksTab, sign: "M5 5h14v15H5zM5 10h14M9 3v4M15 3v4" },
  { to: "/activity", words: commonWords.activity, short: commonWords.activityTab, sign: "M4 7h16M4 12h16M4 17h10" },
] as const;

/** Along the lower edge on a phone, where a thumb reaches; below the header on a wide screen. */
function PageLinks() {
  const say = useSay();
  return (
    <nav
      aria-label={say(commonWords.menu)}
      className="bg-card border-line fixed inset-x-0 bottom-0 z-20 border-t sm:static sm:mb-5 sm:rounded-xl sm:border"
    >
      <ul className="mx-auto flex max-w-5xl justify-around sm:justify-start sm:gap-2 sm:px-3">
        {LINKS.map(({ to, words, short, sign }) => (
          <li key={to} className="min-w-0 flex-1 sm:flex-none">
            <Link
              to={to}
              activeOptions={{ exact: true }}
              className="text-soft aria-[current=page]:text-link aria-[current=page]:border-link flex min-h-14 flex-col items-center justify-center gap-0.5 border-t-3 border-transparent px-0.5 text-[min(0.8125rem,4.6vw)] no-underline sm:min-h-12 sm:flex-row sm:gap-2 sm:border-t-0 sm:border-b-3 sm:px-3 sm:text-sm"
            >
              <NavSign path={sign} />
              <span className="sm:hidden">{say(short)}</span>
              <span className="max-sm:hidden">{say(words)}</span>
            </Link>
          </li>
        ))}
        <li className="min-w-0 flex-1 sm:flex-none">
          <a
            href="./verify.html"
            className="text-soft flex min-h-14 flex-col items-center justify-center gap-0.5 border-t-3 border-transparent px-0.5 text-[min(0.8125rem,4.6vw)] no-underline sm:min-h-12 sm:flex-row sm:gap-2 sm:border-t-0 sm:border-b-3 sm:px-3 sm:text-sm"
          >
            <NavSign path="m4 12 5 6L20 6" />
            {say(commonWords.verify)}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function NavSign({ path }: { path: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5 fill-none stroke-current stroke-2">
      <path d={path} strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
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
