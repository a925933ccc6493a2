import type { MessageDescriptor } from "@lingui/core";

/** What stands in the way of something that was to be sent, in words for the person. */
export class Obstacle extends Error {
  readonly words: MessageDescriptor;

  constructor(words: MessageDescriptor) {
    super("An obstacle that is said in words");
    this.words = words;
  }
}
