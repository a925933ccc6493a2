import type { NextHeadOffice } from "@one-small-town/core/verify/roles/nextHeadOffice.ts";
import { Notice } from "../../components/Notice.tsx";
import { dateTime } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { nextHeadOfficeWords } from "../../content/words/nextHeadOffice.ts";

/** That head office is passing itself on: no check is broken by it, and everybody should know in time. */
export function NextHeadOfficeNotice({ next: { wallet, after } }: { next: NextHeadOffice }) {
  const say = useSay();
  const from = dateTime(after + 1);
  const isNobody = BigInt(wallet) === 0n;
  return (
    <Notice kind="warn" title={say(nextHeadOfficeWords.title)}>
      <p className="break-words">
        {say(isNobody ? nextHeadOfficeWords.toNobody(from) : nextHeadOfficeWords.to(wallet, from))}
      </p>
      <p>{say(nextHeadOfficeWords.help)}</p>
    </Notice>
  );
}
