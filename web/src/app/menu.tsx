import type { ReactNode } from "react";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";

/** The pages in the menu, beside Verify, which is a page of its own. */
export const MENU = [
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

export const menuLook =
  "text-soft aria-[current=page]:text-link aria-[current=page]:border-link flex min-h-14 flex-col items-center justify-center gap-0.5 border-t-3 border-transparent px-0.5 text-[min(0.8125rem,4.6vw)] no-underline sm:min-h-12 sm:flex-row sm:gap-2 sm:border-t-0 sm:border-b-3 sm:px-3 sm:text-sm";

/** Along the lower edge on a phone, where a thumb reaches; below the header on a wide screen. */
export function MenuFrame({ children }: { children: ReactNode }) {
  const say = useSay();
  return (
    <nav
      aria-label={say(commonWords.menu)}
      className="bg-card border-line fixed inset-x-0 bottom-0 z-20 border-t sm:static sm:mb-5 sm:rounded-xl sm:border print:hidden"
    >
      <ul className="mx-auto flex max-w-5xl justify-around sm:justify-start sm:gap-2 sm:px-3">{children}</ul>
    </nav>
  );
}

export function MenuSign({ path }: { path: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5 fill-none stroke-current stroke-2">
      <path d={path} strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}

export function VerifyLink({ isHere = false }: { isHere?: boolean }) {
  const say = useSay();
  return (
    <li className="min-w-0 flex-1 sm:flex-none">
      <a href="./verify.html" className={menuLook} {...(isHere && { "aria-current": "page" })}>
        <MenuSign path="m4 12 5 6L20 6" />
        {say(commonWords.verify)}
      </a>
    </li>
  );
}
