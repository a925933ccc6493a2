import { Suspense, useEffect } from "react";
import { Card } from "../../components/Card.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useSay } from "../../content/useSay.ts";
import { commonWords } from "../../content/words/common.ts";
import { proofWords } from "../../content/words/proof.ts";
import { verifyWords } from "../../content/words/verify.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import { findingKeys } from "@one-small-town/core/verify/Finding.ts";
import { type Check, useCheck } from "./useCheck.ts";
import { useVerifyRoute } from "./useVerifyRoute.ts";
import { Verdict } from "./Verdict.tsx";
import { whenLoaded } from "./whenLoaded.tsx";

// The verdict comes first on a slow line.
const Findings = whenLoaded(() => import("./Findings.tsx").then((file) => file.Findings));
const Sources = whenLoaded(() => import("./Sources.tsx").then((file) => file.Sources));
const TakeAway = whenLoaded(() => import("./TakeAway.tsx").then((file) => file.TakeAway));
const HistoryLine = whenLoaded(() => import("./HistoryLine.tsx").then((file) => file.HistoryLine));
const Poster = whenLoaded(() => import("./Poster.tsx").then((file) => file.Poster));

/** Whether the books are right: checked anew on the device of whoever asks. */
export function VerifyPage({ settings }: { settings: Settings }) {
  const say = useSay();
  const route = useVerifyRoute();
  const { check, history, isSlow, makeTable, again } = useCheck(settings, route);
  const town = nameOf(check, route.town);
  const isPoster = route.poster !== null;
  useEffect(() => {
    if (isPoster) return; // which has a title of its own
    const title = town === null ? verifyWords.page : proofWords.pageOf(town);
    document.title = say(commonWords.pageTitle(say(title)));
  }, [town, isPoster, say]);
  if (isPoster && check.state === "done" && !check.checked.isLooking) {
    return (
      <Suspense fallback={<Skeleton lines={8} />}>
        <Poster checked={check.checked} route={route} />
      </Suspense>
    );
  }
  return (
    <div className="space-y-4">
      <Verdict
        check={check}
        route={route}
        town={town}
        again={again}
        network={settings.network}
        hasHistory={history?.state === "told"}
      />
      <p className="max-w-prose">{say(verifyWords.intro)}</p>
      {settings.history !== undefined && (
        <div className="min-h-[3lh] sm:min-h-[2lh]">
          <Suspense>{history && <HistoryLine history={history} />}</Suspense>
        </div>
      )}
      {isSlow && <Notice kind="info">{say(proofWords.inPage)}</Notice>}
      {check.state === "reading" && <Places />}
      {check.state === "done" && (
        <>
          <Suspense fallback={<Places />}>
            <Findings checked={check.checked} />
          </Suspense>
          <Suspense fallback={<Skeleton lines={8} />}>
            <TakeAway
              checked={check.checked}
              route={route}
              settings={settings}
              makeTable={(wanted) => makeTable.current(wanted)}
            />
          </Suspense>
        </>
      )}
      <Suspense fallback={<Skeleton lines={4} />}>
        <Sources settings={settings} />
      </Suspense>
    </div>
  );
}

/** Room for a card of each check. */
function Places() {
  return findingKeys.map((key) => (
    <Card key={key} className="min-h-28 sm:min-h-24">
      <Skeleton lines={1} />
    </Card>
  ));
}

/** The town that the link is about, once it is known. */
function nameOf(check: Check, town: number | null): string | null {
  if (town === null || check.state !== "done") return null;
  return check.checked.subjects.find((subject) => subject.town === town)?.name ?? null;
}
