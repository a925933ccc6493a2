import type { Named } from "@one-small-town/core/shares/lookAlike.ts";
import { lazy, Suspense } from "react";

type Props = { token: Named };
type Loaded = { default: (props: Props) => React.JSX.Element };

// Nobody waits for it to buy or to claim, and without it the rest of the page stands.
const ShareOrigin = lazy(() =>
  import("./ShareOrigin.tsx").then(
    (file): Loaded => ({ default: file.ShareOrigin }),
    (): Loaded => ({ default: () => <Line /> }),
  ),
);

/** Of which project some shares are. Room for the line is kept. */
export function OriginLine({ token }: Props) {
  return (
    <Suspense fallback={<Line />}>
      <ShareOrigin token={token} />
    </Suspense>
  );
}

function Line() {
  return <p className="min-h-[2lh] text-sm sm:min-h-[1lh]" />;
}
