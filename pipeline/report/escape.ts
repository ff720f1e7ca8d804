/** Text of abstracts and titles is anyone's: nothing of it reaches a page but as text. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Control characters, and signs that turn the direction of the text around them; joiners of emoji stay. */
const INVISIBLE = /(?![\n\t\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** `text` as HTML text or attribute value; what would hide or turn the text beside it is shown as �. */
export function escapeHtml(text: string): string {
  return text.replace(INVISIBLE, '�').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A link to `url` that shows `label`; the label alone where the address is no http address. */
export function linkTo(url: string | null, label: string): string {
  const shown = escapeHtml(label);
  return url !== null && /^https?:\/\//.test(url) ? `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${shown}</a>` : shown;
}
