import { linkTo } from "@one-small-town/core/verify/VerifyRoute.ts";
import { townWords } from "../content/words/towns.ts";
import { useSay } from "../content/useSay.ts";

/** The way to the page that adds up the books: of one town, or of all. */
export function VerifyInvite({ town = null }: { town?: number | null }) {
  const say = useSay();
  return (
    <section className="border-link rounded-xl border-2 border-dashed p-5 sm:flex sm:items-center sm:justify-between sm:gap-8 sm:p-6">
      <div>
        <h2>{say(townWords.invite)}</h2>
        <p className="text-soft mt-1 max-w-prose">{say(townWords.inviteHelp)}</p>
      </div>
      <a
        href={linkTo("./verify.html", { block: null, town, poster: null })}
        className="bg-sun text-on-sun border-sun mt-4 inline-flex min-h-12 shrink-0 items-center rounded-lg border-2 px-5 py-2 font-semibold no-underline hover:brightness-105 sm:mt-0"
      >
        {say(townWords.checkLink)}
      </a>
    </section>
  );
}
