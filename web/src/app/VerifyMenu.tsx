import { useSay } from "../content/useSay.ts";
import { MENU, MenuFrame, menuLook, MenuSign, VerifyLink } from "./menu.tsx";

/** The links to the pages from Verify, which no router leads to or from. */
export function VerifyMenu() {
  const say = useSay();
  return (
    <MenuFrame>
      {MENU.map(({ to, words, short, sign }) => (
        <li key={to} className="min-w-0 flex-1 sm:flex-none">
          <a href={`./index.html#${to}`} className={menuLook}>
            <MenuSign path={sign} />
            <span className="sm:hidden">{say(short)}</span>
            <span className="max-sm:hidden">{say(words)}</span>
          </a>
        </li>
      ))}
      <VerifyLink isHere />
    </MenuFrame>
  );
}
