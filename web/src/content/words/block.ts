import { msg } from "@lingui/core/macro";

export const blockWords = {
  block: (block: string, network: string) => msg`Read from ${network}, block ${block}.`,
  unavailable: msg`The chain does not answer now.`,
  behind: (minutes: number) =>
    msg`The node that this page reads from is ${minutes} minutes behind. Figures may be old. Wait before you buy or send.`,
  licences: msg`Licences of the software in this page`,
  noServer: msg`No server of ours stands between you and the chain. Anyone can check every figure.`,
};
