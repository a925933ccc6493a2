import { useQuery } from "@tanstack/react-query";
import { blockQuery } from "../chain/blockQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { Notice } from "../components/Notice.tsx";
import { useSay } from "../content/useSay.ts";
import { blockWords } from "../content/words/block.ts";

/** A node that is older than this is said to lag: the figures may be old. */
const LAG = 180;

/** Which block the page shows, and whether the node is behind. */
export function BlockLine() {
  const say = useSay();
  const system = useSystem();
  const { data, dataUpdatedAt, isError } = useQuery(blockQuery(system));
  const behind = data === undefined ? 0 : Math.floor(dataUpdatedAt / 1000) - data.timestamp;
  return (
    <footer className="border-line text-soft space-y-3 border-t py-4 text-sm print:hidden">
      {behind > LAG && <Notice kind="warn">{say(blockWords.behind(Math.floor(behind / 60)))}</Notice>}
      <p className="figures">
        {isError && say(blockWords.unavailable)}
        {data !== undefined && say(blockWords.block(String(data.number), system.settings.network.name))}
      </p>
      <p>{say(blockWords.noServer)}</p>
      <p>
        <a href="./licences.txt" className="inline-block py-2">
          {say(blockWords.licences)}
        </a>
      </p>
    </footer>
  );
}
