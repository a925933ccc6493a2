import { Link } from "@tanstack/react-router";
import { commonWords } from "../content/words/common.ts";
import { useSay } from "../content/useSay.ts";

/** The way to what a business promised and did. */
export function AccountabilityLink({ business, className = "" }: { business: bigint; className?: string }) {
  const say = useSay();
  return (
    <Link
      to="/project/$project/accounts"
      params={{ project: String(business) }}
      className={`inline-block py-1 ${className}`}
    >
      {say(commonWords.toAccountability)}
    </Link>
  );
}
