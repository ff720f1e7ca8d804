/** The hydration data of a list page: the attribute from which the page's own script takes what it shows. */
import type { CheerioAPI } from 'cheerio/slim';
import { z } from 'zod';
import { quote } from '../shared/errors.ts';
import { describeValue } from './issue.ts';

/** The element is found by its target: others with `data-props` come before it, and its place in the page has moved. */
export const HYDRATION_SELECTOR = '[data-target="DailyPapers"]';

const items = z.array(z.unknown()).nullish().catch(null);
const fact = z.string().max(200).nullish().catch(null);
const unread = z.unknown().optional();

/** What is read of the hydration data, and the names of what is known; a fact of another type is taken as absent. */
export const propsSchema = z.object({
  dailyPapers: items,
  /** What a search found; `dailyPapers` is then the day's list all the same. */
  searchResults: items,
  query: z.object({ q: fact }).nullish().catch(null),
  /** Day of the list until 2024 or 2025, as a moment. */
  date: fact,
  /** Day, week or month of the list since. */
  dateString: fact,
  periodType: fact,
  isTrending: z.boolean().nullish().catch(null),
  acceptLanguages: unread,
  canSubmit: unread,
  nextDate: unread,
  prevDate: unread,
  publisher: unread,
});

export type Props = z.infer<typeof propsSchema>;

/** The hydration data as parsed and as read, or why there is none. */
export type Hydration =
  | { readonly props: Props; readonly raw: unknown }
  | { readonly props: null; readonly fault: string };

/** Reads the hydration data of `page`. Entities are decoded once, by the HTML parser; what they then spell is data. */
export function readHydration(page: CheerioAPI): Hydration {
  const element = page(HYDRATION_SELECTOR).first();
  if (element.length === 0) return { props: null, fault: `no element ${HYDRATION_SELECTOR}` };
  const json = element.attr('data-props');
  if (json === undefined) return { props: null, fault: `an element ${HYDRATION_SELECTOR} without data-props` };
  return readProps(json);
}

function readProps(json: string): Hydration {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (cause) {
    return { props: null, fault: `data-props that are not JSON (${cause instanceof Error ? quote(cause.message) : 'unreadable'})` };
  }
  const read = propsSchema.safeParse(raw);
  return read.success ? { props: read.data, raw } : { props: null, fault: `data-props that hold ${describeValue(raw)}` };
}

/** What the page was asked to search for, or null where it is no answer to a search. */
export function searchedFor(props: Props): string | null {
  return props.query?.q?.trim() || null;
}
