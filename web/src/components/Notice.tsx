import type { ReactNode } from "react";

type Kind = "good" | "bad" | "warn" | "info";
type Props = { kind: Kind; title?: ReactNode; children?: ReactNode; action?: ReactNode; isLive?: boolean };

const LOOKS: Record<Kind, { box: string; sign: string; ink: string }> = {
  good: { box: "bg-good-soft border-good", sign: "✔", ink: "text-good" },
  bad: { box: "bg-bad-soft border-bad", sign: "✘", ink: "text-bad" },
  warn: { box: "bg-warn-soft border-warn", sign: "!", ink: "text-warn" },
  info: { box: "bg-info-soft border-link", sign: "i", ink: "text-link" },
};

/** A sentence that somebody should not miss. A live one is read out when it appears. */
export function Notice({ kind, title, children, action, isLive = false }: Props) {
  const { box, sign, ink } = LOOKS[kind];
  const live = isLive ? { role: kind === "bad" ? "alert" : "status" } : {};
  return (
    <div className={`flex gap-3 rounded-lg border-s-4 p-4 ${box}`} {...live}>
      <span aria-hidden="true" className={`font-sign text-lg leading-6 font-bold ${ink}`}>
        {sign}
      </span>
      <div className="min-w-0 flex-1 space-y-2">
        {title !== undefined && <p className={`font-semibold ${ink}`}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {action}
      </div>
    </div>
  );
}
