import type { Obstacle } from "../../chain/verify/CheckMessages.ts";
import { obstacleWords } from "../../content/words/obstacles.ts";
import { useSay } from "../../content/useSay.ts";

/** Why there is nothing to show, or what to do about it. */
export function ObstacleWords({ obstacle, part }: { obstacle: Obstacle; part: "title" | "help" }) {
  const say = useSay();
  return say(obstacleWords[obstacle][part]);
}
