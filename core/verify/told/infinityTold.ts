import { isBeside, type MakeRules } from "./Telling.ts";

/** An authorisation is used up once, and what it allows is sent with it. */
export const infinityTold: MakeRules = () => {
  const used = new Set<string>();
  const use = (authorizer: string, nonce: string) => {
    const isFirst = !used.has(`${authorizer} ${nonce}`);
    used.add(`${authorizer} ${nonce}`);
    return isFirst;
  };
  return {
    AuthorizationUsed: ({ authorizer, nonce }, moment) =>
      use(authorizer, nonce) && isBeside(moment, "Transfer", ({ from }) => from === authorizer),
    AuthorizationCanceled: ({ authorizer, nonce }) => use(authorizer, nonce),
  };
};
