import { Card } from "../../components/Card.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useSay } from "../../content/useSay.ts";
import { verifyWords } from "../../content/words/verify.ts";
import type { System } from "../../contracts/System.ts";
import { findingKeys } from "../../lib/verify/Finding.ts";
import { FindingCard } from "./FindingCard.tsx";
import { Sources } from "./Sources.tsx";
import { useCheck } from "./useCheck.ts";
import { Verdict } from "./Verdict.tsx";

/** Whether the books are right: checked anew on the device of whoever asks. */
export function VerifyPage({ system }: { system: System }) {
  const say = useSay();
  const { check, again } = useCheck(system);
  return (
    <div className="space-y-5">
      <Verdict check={check} again={again} network={system.settings.network.name} />
      <p className="max-w-prose">{say(verifyWords.intro)}</p>
      {check.state === "reading" &&
        findingKeys.map((key) => (
          <Card key={key}>
            <Skeleton lines={4} />
          </Card>
        ))}
      {check.state !== "reading" &&
        check.findings.map((finding) => (
          <FindingCard
            key={finding.key}
            finding={finding}
            currencies={check.state === "done" ? check.reading.currencies : []}
          />
        ))}
      <Sources system={system} />
    </div>
  );
}
