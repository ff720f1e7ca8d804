/** Charts as pictures and tables at once: each number can be read, not only seen. */
import { escapeHtml } from './escape.ts';
import type { Figure } from './figures.ts';

const HEIGHT = 120;
const WIDTH = 480;
/** Space for the labels below the columns and for the largest value above them. */
const LABELS = 18;
const TOP = 14;
/** More rows than this say nothing more. */
const MOST_BARS = 15;

/** A table whose rows carry a bar as long as their value; the rest beyond fifteen rows is summed up below. */
export function barTable(caption: string, heading: string, figures: readonly Figure[]): string {
  const largest = Math.max(1, ...figures.map(({ value }) => value));
  const rows = figures.slice(0, MOST_BARS).map(({ name, value }) => {
    const share = ((100 * value) / largest).toFixed(1);
    return `<tr><th scope="row">${escapeHtml(name)}</th><td class="number">${value}</td><td class="bar"><span style="inline-size:${share}%"></span></td></tr>`;
  });
  const rest = figures.slice(MOST_BARS);
  const foot = rest.length === 0 ? '' : `<tfoot><tr><th scope="row">${rest.length} others</th><td class="number">${rest.reduce((sum, { value }) => sum + value, 0)}</td><td></td></tr></tfoot>`;
  return `<table class="bars"><caption>${escapeHtml(caption)}</caption><colgroup><col style="inline-size:46%"><col style="inline-size:4rem"><col></colgroup><thead class="unseen"><tr><th scope="col">${escapeHtml(heading)}</th><th scope="col">number</th><th></th></tr></thead><tbody>${rows.join('')}</tbody>${foot}</table>`;
}

/** Columns over time, each with its name and value for who points at it; years are written below. */
export function columnChart(caption: string, figures: readonly Figure[]): string {
  const largest = Math.max(1, ...figures.map(({ value }) => value));
  const step = WIDTH / Math.max(1, figures.length);
  const columns = figures.map(({ name, value }, index) => {
    const height = (value / largest) * (HEIGHT - TOP);
    const place = `x="${(index * step).toFixed(2)}" y="${(HEIGHT - height).toFixed(2)}" width="${Math.max(0.5, step * 0.82).toFixed(2)}" height="${height.toFixed(2)}"`;
    return `<rect ${place}><title>${escapeHtml(name)}: ${value}</title></rect>`;
  });
  const summary = `${caption}: ${figures.map(({ name, value }) => `${name} ${value}`).join(', ')}`;
  return `<figure><figcaption>${escapeHtml(caption)}</figcaption><svg viewBox="0 0 ${WIDTH} ${HEIGHT + LABELS}" role="img" aria-label="${escapeHtml(summary)}"><text x="0" y="10" class="scale">${largest}</text><line x1="0" x2="${WIDTH}" y1="${HEIGHT}" y2="${HEIGHT}"/>${columns.join('')}${yearLabels(figures, step).join('')}</svg></figure>`;
}

/** The first month of each year, or every month where there are few; labels that would touch are left out. */
function yearLabels(figures: readonly Figure[], step: number): readonly string[] {
  const isShort = figures.length <= 12;
  const labels: string[] = [];
  let free = 0;
  for (const [index, { name }] of figures.entries()) {
    const x = index * step;
    if (x < free || !(isShort || name.endsWith('-01') || index === 0)) continue;
    const label = isShort ? name : name.slice(0, 4);
    labels.push(`<text x="${x.toFixed(1)}" y="${HEIGHT + LABELS - 4}">${escapeHtml(label)}</text>`);
    free = x + label.length * 8 + 8;
  }
  return labels;
}
