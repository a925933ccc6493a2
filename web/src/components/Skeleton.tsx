import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";

/** Grey lines where figures will be, tall enough that nothing moves when they come. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const say = useSay();
  return (
    <div role="status" className="space-y-3">
      <span className="sr-only">{say(commonWords.loading)}</span>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className="bg-sunken h-6 animate-pulse rounded" style={{ width: `${90 - ((i * 23) % 50)}%` }} />
      ))}
    </div>
  );
}
