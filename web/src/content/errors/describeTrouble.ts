import type { MessageDescriptor } from "@lingui/core";
import type { Piece } from "./piecesOf.ts";
import { type Trouble, troubles } from "./troubles.ts";

/** Says what is known to go wrong outside the contracts; undefined for what is not. */
export function describeTrouble(pieces: Piece[]): MessageDescriptor | undefined {
  return troubles.find((trouble) => pieces.some((piece) => isOf(trouble, piece)))?.words;
}

function isOf({ names = [], codes = [], statuses = [], text }: Trouble, piece: Piece): boolean {
  return (
    names.includes(piece.name) ||
    codes.includes(piece.code) ||
    statuses.some((status) => status === piece.status) ||
    (text?.test(piece.text) ?? false)
  );
}
