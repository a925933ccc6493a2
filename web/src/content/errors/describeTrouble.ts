import type { MessageDescriptor } from "@lingui/core";
import { type Piece, piecesOf } from "./piecesOf.ts";
import { refusal, type Trouble, troubles } from "./troubles.ts";

/** Says what is known to go wrong outside the contracts; undefined for what is not. */
export function describeTrouble(pieces: Piece[]): MessageDescriptor | undefined {
  return [refusal, ...troubles].find((trouble) => pieces.some((piece) => isOf(trouble, piece)))?.words;
}

/** Whether a wallet's owner said no, in whatever words, and under whatever code, the wallet tells it. */
export function isRefusal(error: unknown): boolean {
  return piecesOf(error).some((piece) => isOf(refusal, piece));
}

function isOf({ names = [], codes = [], statuses = [], text }: Trouble, piece: Piece): boolean {
  return (
    names.includes(piece.name) ||
    codes.includes(piece.code) ||
    statuses.some((status) => status === piece.status) ||
    (text?.test(piece.text) ?? false)
  );
}
