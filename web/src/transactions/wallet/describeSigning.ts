import type { MessageDescriptor } from "@lingui/core";
import { describeError } from "../../content/errors/describeError.ts";
import { Obstacle } from "../Obstacle.ts";

/** Why nothing was signed, in words. */
export function describeSigning(error: unknown): MessageDescriptor {
  return error instanceof Obstacle ? error.words : describeError(error);
}
