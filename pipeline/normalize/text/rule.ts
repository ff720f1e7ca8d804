/** A repair of text, as data: what it is called, what it looks like, and what it puts in the place. */
export interface Rule {
  readonly name: string;
  /** Before and after, as an example for people and as a test. */
  readonly example: readonly [before: string, after: string];
  /** The pattern can only match a text that holds one of these: a cheap look before the costly one. */
  readonly cues: readonly string[];
  /** Global, and linear in the length of any text. */
  readonly pattern: RegExp;
  readonly replacement: string | ((...groups: string[]) => string);
}
