import { setupI18n } from "@lingui/core";
import { compileMessage } from "./compileMessage.ts";

/** The one translator. English stands in the code; another language is a catalogue, loaded when it is chosen. */
export const i18n = setupI18n({ locale: "en", messages: { en: {} } });
i18n.setMessagesCompiler(compileMessage);
