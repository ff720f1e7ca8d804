/** Links that lost their markup, or still have it: the address stays whole, and so do words that say more than "here". */
import type { Rule } from './rule.ts';

/** Words that say nothing of where a link leads. */
const IDLE_WORDS = /^(?:this https? url|here|link|url)$/i;

/** `words (address)`, as a sentence would have it; the address alone where the words only repeat it or say nothing. */
function linked(words: string, address: string): string {
  return IDLE_WORDS.test(words) || bare(words) === bare(address) ? address : `${words} (${address})`;
}

function bare(address: string): string {
  return address.replaceAll('\\', '').replace(/^https?:\/\//, '').replace(/\/$/, '');
}

export const LINK_RULES: readonly Rule[] = [
  {
    name: 'href',
    example: ['see \\href{https://a.org/b}{our page}.', 'see our page (https://a.org/b).'],
    cues: ['\\href{'],
    pattern: /\\href\{(https?:\/\/[^\s{}]{1,500})\} ?\{([^{}]{1,200})\}/g,
    replacement: (_found, address = '', words = '') => linked(words, address),
  },
  {
    name: 'url-command',
    example: ['at \\url{https://a.org/b}.', 'at https://a.org/b.'],
    cues: ['\\url{', '\\href{'],
    pattern: /\\(?:url|href)\{(https?:\/\/[^\s{}]{1,500})\}(?! ?\{)/g,
    replacement: '$1',
  },
  {
    name: 'link-words',
    example: ['at https://a.org/b.md{this https URL}, our https://a.org/c{Demo}', 'at https://a.org/b.md, our Demo (https://a.org/c)'],
    cues: ['://'],
    pattern: /(?<!\S)([([:]?)(https?:\/\/[^\s{}<>"]{1,500})\{([^{}]{1,200})\}/g,
    replacement: (_found, before = '', address = '', words = '') => before + linked(words, address),
    inAddresses: true,
  },
  {
    name: 'link-repeated',
    example: ['at https://a.org/b/ {https://a.org/b}', 'at https://a.org/b/'],
    cues: [' {http'],
    pattern: /(?<!\S)(https?:\/\/[^\s{}<>"]{1,500}) \{(https?:\/\/[^\s{}]{1,500})\}/g,
    replacement: (_found, address = '', words = '') => linked(words, address),
    inAddresses: true,
  },
  {
    name: 'markdown-link',
    example: ['See [the code](https://a.org/b).', 'See the code (https://a.org/b).'],
    cues: ['](http'],
    pattern: /\[([^[\]]{1,200})\]\((https?:\/\/[^\s()]{1,500})\)/g,
    replacement: (_found, words = '', address = '') => linked(words, address),
  },
];
