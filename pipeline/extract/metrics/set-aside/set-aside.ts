/** Which numbers are no results, and why. */
import { REASONS_OF_BARE_NUMBERS } from './bare.ts';
import { REASONS_OF_NAMES } from './names.ts';
import type { Placed } from './placed.ts';
import { REASONS_OF_SETTINGS } from './settings.ts';
import { REASONS_OF_SIZES } from './sizes.ts';

const REASONS = [...REASONS_OF_NAMES, ...REASONS_OF_SIZES, ...REASONS_OF_SETTINGS, ...REASONS_OF_BARE_NUMBERS];

/** The first reason that fits; null where nothing speaks against the number. */
export function reasonToSetAside(placed: Placed): string | null {
  return REASONS.find((reason) => reason.fits(placed))?.name ?? null;
}
