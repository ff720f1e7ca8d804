/** A number where it stands, and what a reason to set it aside is. */
import type { DatasetMention } from '../dataset-mentions.ts';
import type { Mention } from '../mentions.ts';
import type { Name } from '../names.ts';
import type { NumberToken } from '../numbers.ts';

/** A number with what stands around it in its sentence. */
export interface Placed {
  readonly number: NumberToken;
  readonly sentence: string;
  /** Up to 80 characters before the number, and as many behind its unit. */
  readonly before: string;
  readonly after: string;
  readonly metrics: readonly Mention[];
  readonly datasets: readonly DatasetMention[];
  readonly names: readonly Name[];
  /** Names of the paper's own systems. */
  readonly systems: readonly string[];
}

/** Why a number is no result. */
export interface Reason {
  readonly name: string;
  fits(placed: Placed): boolean;
}

/** Whether a number stands alone, without a unit. */
export function isBare({ number }: Placed): boolean {
  return number.unit === null;
}

/** Whether a number is a bare whole one: most settings and counts are. */
export function isBareInteger({ number }: Placed): boolean {
  return number.unit === null && number.isInteger;
}
