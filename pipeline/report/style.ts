/** How the report looks: system fonts, one accent, light and dark as the reader's system has it, and fit to print. */
export const STYLE = `
:root { color-scheme: light dark; --page: #fdfdfc; --text: #1c1d20; --soft: #5c6068; --line: #dcdee2; --accent: #2457a6; --bar: #7aa2dd; --mark: #ffe28a; --mark-text: #1c1d20; --low: #fff6e5; --worse: #a3341f; --better: #1f6b3a; }
@media (prefers-color-scheme: dark) { :root { --page: #16181c; --text: #e6e7ea; --soft: #a2a8b3; --line: #343841; --accent: #9cc0fa; --bar: #4a76b8; --mark: #f0c94a; --mark-text: #16181c; --low: #2b2618; --worse: #f0937f; --better: #84cf9d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 78rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.7rem; } h2 { margin: 2.5rem 0 .75rem; font-size: 1.2rem; } h3 { margin: 0; font-size: 1rem; font-weight: 600; }
p { margin: .4rem 0; max-width: 46rem; } .soft, figcaption, caption, dt, .kind { color: var(--soft); } a { color: var(--accent); }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1.2rem 0; padding: 0; list-style: none; }
.counts strong { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.5rem 3rem; align-items: start; } .grid.wide { grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); }
figure { margin: 0; } svg { display: block; inline-size: 100%; block-size: auto; overflow: visible; } rect { fill: var(--bar); } rect:hover { fill: var(--accent); } line { stroke: var(--line); } svg text { fill: var(--soft); font-size: 12px; }
table { border-collapse: collapse; inline-size: 100%; } caption { text-align: start; padding-block-end: .3rem; } th, td { padding: .18rem .6rem .18rem 0; text-align: start; vertical-align: top; }
.bars { table-layout: fixed; } .bars th { font-weight: 400; overflow-wrap: break-word; } .bars tfoot { color: var(--soft); } .number { text-align: end; font-variant-numeric: tabular-nums; } .bar { vertical-align: middle; } .bar span { display: block; block-size: .75rem; background: var(--bar); border-radius: 2px; min-inline-size: 1px; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
form { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin: 1rem 0; padding: .8rem 0; position: sticky; inset-block-start: 0; background: var(--page); border-block-end: 1px solid var(--line); z-index: 1; }
label { display: grid; gap: .1rem; font-size: .85rem; color: var(--soft); } input, select { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--soft); border-radius: 4px; padding: .3rem .5rem; max-inline-size: 100%; } :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; } output { color: var(--soft); padding-block-end: .35rem; }
article { padding: .9rem 0; border-block-end: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 11rem; }
article header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; } article table { margin-block-start: .3rem; }
.value { font-weight: 600; font-variant-numeric: tabular-nums; inline-size: 8rem; } article td:nth-child(2) { inline-size: 13rem; overflow-wrap: anywhere; } article td:nth-child(4) { inline-size: 17rem; font-size: .85rem; overflow-wrap: anywhere; } .kind { display: block; font-size: .85rem; } .worse { color: var(--worse); } .better { color: var(--better); }
mark { background: var(--mark); color: var(--mark-text); padding: 0 .15em; border-radius: 2px; } .low { background: var(--low); } code { font-size: .9em; } dl { margin: 0; } dl div { display: flex; gap: .4rem; } dt { flex: none; } dd { margin: 0; }
@media (max-width: 46rem) { article tr, article td { display: block; inline-size: auto !important; } article tr { padding: .4rem 0; } form { position: static; } }
@media print { form { display: none; } article { break-inside: avoid; content-visibility: visible; } }
`;

/** Filters the results by words, kind and metric; without it the page is whole all the same. */
export const SCRIPT = `
const form = document.querySelector('form');
const articles = [...document.querySelectorAll('article')].map((article) => ({ article, text: article.textContent.toLowerCase(), rows: [...article.querySelectorAll('tr')] }));
function filter() {
  const { words, kind, metric } = form.elements;
  const wanted = words.value.toLowerCase().split(' ').filter(Boolean);
  let shown = 0;
  for (const { article, text, rows } of articles) {
    const named = wanted.every((word) => text.includes(word));
    let some = false;
    for (const row of rows) {
      row.hidden = !named || (kind.value !== '' && row.dataset.kind !== kind.value) || (metric.value !== '' && row.dataset.metric !== metric.value);
      if (!row.hidden) { some = true; shown += 1; }
    }
    article.hidden = !some;
  }
  form.querySelector('output').value = shown + ' results';
}
form.hidden = false;
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
`;
