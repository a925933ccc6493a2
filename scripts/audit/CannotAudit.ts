import { Mistake } from "../commands/Mistake.mjs";

/** Why nothing can be checked, in a sentence for whoever asked. */
export class CannotAudit extends Mistake {}
