/** What a fetched or saved page says of itself: whether it is the list that was asked for, or no list at all. */
import type { CheerioAPI } from 'cheerio/slim';
import { CARD_SELECTOR } from './cards.ts';
import { readHydration, searchedFor, type Props } from './hydration.ts';
import { loadPage } from './page.ts';

/** Facts of a page; null where the page does not say. */
export interface PageFacts {
  readonly title: string;
  /** Day, week or month of the list, as the page writes it: `2026-03-09`, `2026-W11`, `2026-03`. */
  readonly period: string | null;
  /** `day`, `week` or `month`; the page of 2024, which knew only days, does not say. */
  readonly periodType: string | null;
  /** What was searched for. */
  readonly query: string | null;
  readonly isTrending: boolean;
  /** Whether the page has hydration data or cards of a list. */
  readonly isList: boolean;
  /** Whether the page asks to prove that a person reads it, in place of a list. */
  readonly isChallenge: boolean;
}

const CHALLENGE_TITLE = /^(?:just a moment|human verification|attention required|access denied|verify(?:ing)? )/i;
const CHALLENGE_ELEMENTS = '#challenge-container, #challenge-form, #captcha-container, script[src*="captcha.js"]';
const CHALLENGE_SCRIPTS = /\b(?:AwsWafIntegration|gokuProps|_cf_chl_opt)\b/;

/**
 * Reads the facts of a page. `where` names it in errors.
 * @throws DataError when it is empty, too large, not UTF-8, or nested too deep.
 */
export function readPageFacts(content: Uint8Array, where: string): PageFacts {
  const page = loadPage(content, where);
  const { props } = readHydration(page);
  const title = page('title').first().text().trim();
  const isList = props !== null || page(CARD_SELECTOR).length > 0;
  return {
    title,
    period: (props === null ? null : periodOf(props)) ?? dayInHeader(page),
    periodType: props?.periodType ?? null,
    query: props === null ? null : searchedFor(props),
    isTrending: props?.isTrending === true || title.startsWith('Trending Papers'),
    isList,
    // List pages load the challenge's script too: only what it shows, on a page without a list, tells.
    isChallenge: !isList && showsChallenge(page, title),
  };
}

function periodOf({ dateString, date }: Props): string | null {
  return dateString ?? date?.slice(0, 'YYYY-MM-DD'.length) ?? null;
}

/** The day in the head of the list: the one `time` at midnight that is no part of a card. */
function dayInHeader(page: CheerioAPI): string | null {
  const moment = page('main time[datetime$="T00:00:00.000Z"]').not('article time').first().attr('datetime');
  return moment?.slice(0, 'YYYY-MM-DD'.length) ?? null;
}

function showsChallenge(page: CheerioAPI, title: string): boolean {
  if (CHALLENGE_TITLE.test(title) || page(CHALLENGE_ELEMENTS).length > 0) return true;
  return page('script').toArray().some((script) => CHALLENGE_SCRIPTS.test(page(script).text()));
}
