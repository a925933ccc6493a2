/** Something that whoever gave the command can mend: the message says what, where, and what to do. */
export class Mistake extends Error {}
