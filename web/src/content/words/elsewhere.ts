import { msg } from "@lingui/core/macro";

export const elsewhereWords = {
  title: msg`What you earned elsewhere`,
};
