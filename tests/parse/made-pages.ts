/** Made-up papers in the real shape of items and pages, as many as a test needs. */

const WORDS = 'sparse attention makes long context models faster while "quality" & recall stay, as we show on made-up data'.split(' ');

/** `count` words of filler, never the same sentence twice in a row. */
export function words(count: number, seed = 0): string {
  return Array.from({ length: count }, (_, index) => WORDS[(index * 7 + seed) % WORDS.length]).join(' ');
}

/** A made-up item, as the API and the hydration data have it. */
export function madeItem(index: number, abstractWords = 40): Record<string, unknown> {
  const id = `2601.${String(index + 1).padStart(5, '0')}`;
  return {
    paper: {
      id,
      authors: [{ _id: '0'.repeat(24), name: `Author ${index}`, hidden: false }],
      publishedAt: '2026-01-05T00:00:00.000Z',
      submittedOnDailyAt: '2026-01-07T00:00:00.000Z',
      title: `Made Paper ${index}`,
      summary: words(abstractWords, index),
      upvotes: index,
    },
    publishedAt: '2026-01-04T19:00:00.000Z',
    title: `Made Paper ${index}`,
    summary: words(abstractWords, index),
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${id}.png`,
    numComments: 2,
    submittedBy: { _id: '0'.repeat(24), name: 'someone', type: 'user' },
    isAuthorParticipating: false,
  };
}

/** A made-up card in the layout of 2026: one article, rendered for wide and for narrow screens. */
export function madeCard(index: number, filler = ''): string {
  const id = `2601.${String(index + 1).padStart(5, '0')}`;
  const half = (className: string): string => `<div class="${className}"><!--[-1--><a href="/papers/${id}" class="block"><img loading="lazy" src="x.png" onload="this.__e=event"/></a><!--]--> ${filler}
<h3 class="mb-1.5"><a href="/papers/${id}" class="line-clamp-2">Made <!---->Paper ${index}</a></h3> <div role="checkbox"><input disabled="" type="checkbox" class="peer hidden"/> <svg></svg><!----> Upvote <div class="font-semibold">${index === 0 ? '-' : index}</div><!----></div>
<a href="/papers/${id}#community"><svg></svg> 2</a></div>`;
  return `<!--[0--><article class="relative">${half('hidden h-40 md:flex')} ${half('flex flex-col md:hidden')}</article><!--]-->`;
}

/** Escapes `value` as the source does in `data-props`. */
export function attribute(value: unknown): string {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** A whole page around `props` and `cards`; without `props` the hydration element is missing. */
export function madePage(props: unknown, cards: readonly string[], title = 'Daily Papers - Hugging Face'): string {
  const hydrated = props === undefined ? '<div>' : `<div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${attribute(props)}">`;
  return `<!doctype html><html class=""><head><meta charset="utf-8" /><title>${title}</title></head><body class="flex flex-col">
<div class="SVELTE_HYDRATER contents" data-target="MainHeader" data-props="{&quot;dailyPapers&quot;:[]}"><header></header></div>
<main class="flex flex-1 flex-col"><!--[0-->${hydrated}<section>${cards.join('\n')}</section></div><!--]--></main>
<footer><a href="/huggingface">About</a></footer></body></html>`;
}
