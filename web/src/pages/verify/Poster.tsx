import { worstOf } from "@one-small-town/core/verify/Finding.ts";
import { linkTo, type VerifyRoute } from "@one-small-town/core/verify/VerifyRoute.ts";
import { useEffect } from "react";
import type { Checked } from "../../chain/verify/CheckMessages.ts";
import { Button } from "../../components/Button.tsx";
import { date } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { commonWords } from "../../content/words/common.ts";
import { posterWords } from "../../content/words/poster.ts";
import { QrCode } from "../../components/qr/QrCode.tsx";

const SAID = { holds: posterWords.held, broken: posterWords.broke, unavailable: posterWords.unsure };
const SIGNS = { holds: "✔", broken: "✘", unavailable: "?" };

/**
 * A page for the door of a shop: whose books can be checked, a code that opens the check of the town's newest block, and
 * what the check of this block found.
 */
export function Poster({ checked, route }: { checked: Checked; route: VerifyRoute }) {
  const say = useSay();
  const { block, findings, subjects } = checked;
  const subject = subjects.find(({ town, business }) =>
    route.poster === "town" ? town === route.town && business === null : business === route.poster,
  );
  const name = subject?.name ?? say(commonWords.name);
  const worst = worstOf(findings.map(({ outcome }) => outcome));
  const told = SAID[worst](
    findings.filter(({ outcome }) => outcome === worst).length,
    String(block.number),
    date(block.timestamp),
  );
  const link = linkTo(location.href, { block: null, town: subject?.town ?? null, poster: null });
  useEffect(() => {
    document.title = say(commonWords.pageTitle(say(posterWords.posterTitle(name))));
  }, [name, say]);
  return (
    <div>
      <div className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
        <Button onClick={() => print()}>{say(posterWords.print)}</Button>
        <a href={linkTo("", { ...route, poster: null }) || "#"} className="py-2">
          {say(posterWords.back)}
        </a>
      </div>
      <article className="mx-auto flex max-w-xl flex-col gap-8 text-center print:h-[265mm] print:max-w-none print:justify-between print:gap-4">
        <div className="plaque px-8 py-10 print:py-14">
          <p className="mb-2 text-lg font-medium">{say(commonWords.name)}</p>
          <h1 className="text-3xl print:text-[40pt]">{name}</h1>
        </div>
        <p className="font-sign text-2xl font-bold text-balance print:text-[28pt]">{say(posterWords.child(name))}</p>
        <QrCode text={link} name={say(posterWords.code)} />
        <div className="space-y-2">
          <p className="font-sign text-xl font-bold print:text-[22pt]">{say(posterWords.believe)}</p>
          <p className="mx-auto max-w-prose text-balance print:text-[14pt]">{say(posterWords.point)}</p>
        </div>
        <footer className="text-sm print:text-[11pt]">
          <p>
            <span aria-hidden="true">{SIGNS[worst]} </span>
            {say(told)}
          </p>
          <p className="text-soft break-all" dir="ltr">
            {link}
          </p>
        </footer>
      </article>
    </div>
  );
}
