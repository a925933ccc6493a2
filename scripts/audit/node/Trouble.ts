/** Why an answer cannot be used, in words: it is false or contested, there is none, or the chain answers with an error. */
export type Trouble = { kind: "false" | "missing" | "refused"; words: string };
