import { describe, expect, it } from 'vitest';
import { planFrom, type PlanOptions } from '../../pipeline/fetch/plan.ts';
import { UsageError } from '../../pipeline/shared/errors.ts';

const NONE: PlanOptions = { date: null, from: null, to: null, week: null, month: null, trending: false, search: null, sinceLast: false };
const TODAY = '2026-01-10';

function plan(options: Partial<PlanOptions>, newest: string | null = null): readonly string[] {
  return planFrom({ ...NONE, ...options }, TODAY, newest).map(({ list, period }) => `${list} ${period}`);
}

describe('planFrom', () => {
  it.each([
    { title: 'a day', options: { date: '2026-01-09' }, expected: ['daily 2026-01-09'] },
    { title: 'today', options: { date: TODAY }, expected: ['daily 2026-01-10'] },
    { title: 'a range', options: { from: '2025-12-31', to: '2026-01-02' }, expected: ['daily 2025-12-31', 'daily 2026-01-01', 'daily 2026-01-02'] },
    { title: 'a range up to yesterday', options: { from: '2026-01-08' }, expected: ['daily 2026-01-08', 'daily 2026-01-09'] },
    { title: 'a week', options: { week: '2026-W01' }, expected: ['weekly 2026-W01'] },
    { title: 'a month that has begun', options: { month: '2026-01' }, expected: ['monthly 2026-01'] },
    { title: 'trending, under the day', options: { trending: true }, expected: ['trending 2026-01-10'] },
    { title: 'a search', options: { search: ' diffusion models ' }, expected: ['search diffusion models'] },
    { title: 'several at once, each once', options: { date: '2026-01-08', from: '2026-01-08', trending: true }, expected: ['daily 2026-01-08', 'daily 2026-01-09', 'trending 2026-01-10'] },
  ])('plans $title', ({ options, expected }) => {
    expect(plan(options)).toEqual(expected);
  });

  it.each([
    { title: 'from the newest day', newest: '2026-01-06', expected: ['daily 2026-01-06', 'daily 2026-01-07', 'daily 2026-01-08', 'daily 2026-01-09'] },
    { title: 'over the last days again, where the newest is later', newest: '2026-01-09', expected: ['daily 2026-01-08', 'daily 2026-01-09'] },
    { title: 'over the last days again, where the newest is today', newest: TODAY, expected: ['daily 2026-01-08', 'daily 2026-01-09'] },
  ])('goes on $title', ({ newest, expected }) => {
    expect(plan({ sinceLast: true }, newest)).toEqual(expected);
  });

  it.each([
    { title: 'nothing', options: {}, message: /nothing to fetch, expected --date/ },
    { title: 'a day outside the calendar', options: { date: '2025-02-30' }, message: /--date: found "2025-02-30", expected one of the calendar, such as 2025-03-17/ },
    { title: 'a day to come', options: { date: '2026-01-11' }, message: /after today \(2026-01-10 in UTC\)/ },
    { title: 'a week that the year has not', options: { week: '2025-W53' }, message: /--week: found "2025-W53"/ },
    { title: 'a week to come', options: { week: '2026-W53' }, message: /--week: found 2026-W53, which begins after today/ },
    { title: 'a day for a month', options: { month: '2025-03-17' }, message: /--month: found "2025-03-17"/ },
    { title: 'an end without a beginning', options: { to: '2025-03-17' }, message: /no --from beside it/ },
    { title: 'a range the wrong way round', options: { from: '2025-03-17', to: '2025-03-16' }, message: /2025-03-17 to 2025-03-16, 0 days/ },
    { title: 'a range of centuries', options: { from: '0001-01-01' }, message: /expected from 1 to 3660 days/ },
    { title: 'an empty search', options: { search: '  ' }, message: /--search: found 0 characters/ },
    { title: 'a search over two lines', options: { search: 'a\nb' }, message: /on one line/ },
    { title: 'to go on from nothing', options: { sinceLast: true }, message: /no daily list in raw\/ to go on from; give --from/ },
  ])('refuses $title', ({ options, message }) => {
    expect(() => plan(options)).toThrow(UsageError);
    expect(() => plan(options)).toThrow(message);
  });
});
