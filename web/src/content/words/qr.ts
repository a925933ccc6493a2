import { msg } from "@lingui/core/macro";
import type { QrProblem } from "@one-small-town/core/qr/QrContent.ts";

/** Reading a code with the camera, or without. */
export const qrWords = {
  view: msg`What the camera sees`,
  states: {
    asking: msg`Waiting for the camera. Your browser may ask you first.`,
    seeing: msg`Hold the code in front of the camera.`,
    refused: msg`This page may not use the camera. You can allow it in your browser, or choose one of the ways below.`,
    absent: msg`No camera was found. Choose one of the ways below.`,
    busy: msg`Something else uses the camera. Close it and try again, or choose one of the ways below.`,
    broken: msg`The camera does not work here. Choose one of the ways below.`,
  },
  picture: msg`A picture of the code`,
  noPicture: msg`This file could not be read as a picture. Choose another one.`,
  noCode: msg`There is no code to be seen in this picture. Come closer, with more light, and hold still.`,
  paste: msg`The text of the code`,
  read: msg`Read it`,
  problems: {
    empty: msg`There is nothing to read.`,
    foreign: msg`This code does not belong to One Small Town.`,
    newer: msg`This code is newer than the page that reads it. Load the page again.`,
    damaged: msg`A part of this code is missing or wrong. Ask for it again.`,
  } satisfies Record<QrProblem, ReturnType<typeof msg>>,
};
