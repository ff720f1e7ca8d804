/** What an address leads to, by its host and path and by the words before it. */
import type { Link } from '../../../schemas/types.ts';
import { parseRepository } from './repository.ts';

interface HostRule {
  readonly kind: Link['kind'];
  readonly host: RegExp;
  readonly path?: RegExp;
}

/** The first rule that fits decides; an address that none fits is `other`. */
const HOST_RULES: readonly HostRule[] = [
  { kind: 'dataset', host: /^(?:huggingface\.co|hf\.co)$/, path: /^\/datasets\// },
  { kind: 'demo', host: /^(?:huggingface\.co|hf\.co)$/, path: /^\/spaces\// },
  { kind: 'paper', host: /^(?:huggingface\.co|hf\.co)$/, path: /^\/papers\// },
  { kind: 'model', host: /^(?:huggingface\.co|hf\.co)$/, path: /^\/(?!collections\/)[^/]{1,100}\/[^/]{1,100}/ },
  { kind: 'dataset', host: /^(?:zenodo\.org|www\.kaggle\.com|kaggle\.com|physionet\.org)$/ },
  { kind: 'paper', host: /^(?:arxiv\.org|doi\.org|dx\.doi\.org|openreview\.net|aclanthology\.org)$/ },
  { kind: 'demo', host: /^(?:youtu\.be|www\.youtube\.com|youtube\.com|colab\.research\.google\.com|replicate\.com)$/ },
  { kind: 'project_page', host: /\.(?:github|gitlab)\.io$|^sites\.google\.com$|\.(?:vercel|netlify)\.app$|\.pages\.dev$/ },
];

const DEMO_WORDS = /\b(?:demos?|audio samples?|samples|video results?|play(?:able)? online)\b/i;
const PAGE_WORDS = /\b(?:project|page|website|homepage|webpage|web site|site|blog|leaderboard)\b/i;

/** Kind of the address `url`; `before` is the text of its sentence up to it. */
export function kindOfUrl(url: string, before: string): Link['kind'] {
  if (parseRepository(url) !== null) return 'repo';
  const { hostname, pathname } = new URL(url);
  const byHost = HOST_RULES.find((rule) => rule.host.test(hostname) && (rule.path?.test(pathname) ?? true))?.kind;
  if (byHost === 'project_page' && DEMO_WORDS.test(before) && !PAGE_WORDS.test(before) && !/\b(?:code|codes|models?)\b/i.test(before) && /\bsamples?\b/i.test(before)) return 'demo';
  if (byHost !== undefined) return byHost;
  if (/^(?:www\.)?github\.com$/.test(hostname)) return 'other';
  if (DEMO_WORDS.test(before)) return 'demo';
  return PAGE_WORDS.test(before) || pathname === '/' || pathname.split('/').length <= 3 ? 'project_page' : 'other';
}
