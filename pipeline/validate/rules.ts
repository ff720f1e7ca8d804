/** What must hold of a paper beyond the shape that its schema gives it: one rule a fact, each told apart by its name. */
import { beginsWithNumberWord } from '../shared/number-words.ts';
import type { Metric, Paper } from '../../schemas/types.ts';

/** What a rule found wrong in a paper. */
export interface Finding {
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}

export interface Rule {
  readonly name: string;
  readonly description: string;
  check(paper: Paper): readonly Finding[];
}

const metricOffsets: Rule = {
  name: 'metric-offsets',
  description: 'start and end of a metric lie inside the abstract, and what they hold has a number or a number word.',
  check(paper) {
    return paper.metrics.flatMap((metric, index) => {
      const inside = metric.start < metric.end && metric.end <= (paper.abstract?.length ?? 0);
      if (inside && (paper.abstract ?? '').slice(metric.start, metric.end).trim() !== '') return [];
      return [{ field: `metrics.${index}.start`, found: `${metric.start} to ${metric.end}`, expected: 'offsets of the number in abstract' }];
    });
  },
};

const metricNumber: Rule = {
  name: 'metric-number',
  description: 'The value of a metric is the number at its offsets.',
  check(paper) {
    return paper.metrics.flatMap(({ start, end, value }, index) => {
      const written = (paper.abstract ?? '').slice(start, end);
      const stated = /^\d[\d,]*(?:\.\d+)?/.exec(written)?.[0].replaceAll(',', '');
      if (stated === undefined ? beginsWithNumberWord(written) : Number(stated) === value) return [];
      return [{ field: `metrics.${index}.value`, found: `${value} for "${written}" at ${start} to ${end}`, expected: 'the number that stands there' }];
    });
  },
};

const metricEvidence: Rule = {
  name: 'metric-evidence',
  description: 'The evidence of a metric stands in the abstract, word for word, around its number.',
  check(paper) {
    return paper.metrics.flatMap((metric, index) =>
      holdsNumber(paper.abstract ?? '', metric)
        ? []
        : [{ field: `metrics.${index}.evidence`, found: metric.evidence, expected: 'a piece of abstract around the number, verbatim' }],
    );
  },
};

/** Whether some place of the evidence in `abstract` covers the number. */
function holdsNumber(abstract: string, { evidence, start, end }: Pick<Metric, 'evidence' | 'start' | 'end'>): boolean {
  const at = abstract.lastIndexOf(evidence, start);
  return at >= 0 && end <= at + evidence.length;
}

const metricChange: Rule = {
  name: 'metric-change',
  description: 'An absolute value has no change; a difference, a ratio and a relative change have one.',
  check(paper) {
    return paper.metrics.flatMap((metric, index) =>
      (metric.kind === 'absolute') === (metric.change === null)
        ? []
        : [{ field: `metrics.${index}.change`, found: `${metric.change} for kind ${metric.kind}`, expected: 'a change for every kind but absolute' }],
    );
  },
};

const metricRange: Rule = {
  name: 'metric-range',
  description: 'The high end of a range is not below its low end.',
  check(paper) {
    return paper.metrics.flatMap((metric, index) =>
      metric.value_high === null || metric.value_high >= metric.value
        ? []
        : [{ field: `metrics.${index}.value_high`, found: String(metric.value_high), expected: `at least value, ${metric.value}` }],
    );
  },
};

const linkRepository: Rule = {
  name: 'link-repository',
  description: 'A link of kind repo names its repository; no other link does.',
  check(paper) {
    return paper.links.flatMap((link, index) => {
      const named = link.repo !== null && link.repo_host !== null && link.repo_name !== null;
      return (link.kind === 'repo') === named
        ? []
        : [{ field: `links.${index}.repo`, found: `${link.repo} for kind ${link.kind}`, expected: 'a repository for kind repo, and for no other' }];
    });
  },
};

const identity: Rule = {
  name: 'identity',
  description: 'id and arxiv_id say the same.',
  check(paper) {
    const expected = paper.arxiv_id === null ? 'title:' : `arxiv:${paper.arxiv_id}`;
    if (paper.arxiv_id === null ? paper.id.startsWith(expected) : paper.id === expected) return [];
    return [{ field: 'arxiv_id', found: `${paper.arxiv_id} for ${paper.id}`, expected }];
  },
};

const dates: Rule = {
  name: 'dates',
  description: 'The first day listed is not after the last, and a date comes with its precision.',
  check(paper) {
    const findings: Finding[] = [];
    if (paper.first_listed_on > paper.last_listed_on) {
      findings.push({ field: 'first_listed_on', found: paper.first_listed_on, expected: `at most last_listed_on, ${paper.last_listed_on}` });
    }
    if ((paper.published_on === null) !== (paper.published_precision === null)) {
      findings.push({ field: 'published_precision', found: String(paper.published_precision), expected: 'a precision where there is a date' });
    }
    return findings;
  },
};

/** Every rule, in the order in which findings are told. */
export const RULES: readonly Rule[] = [identity, dates, metricOffsets, metricNumber, metricEvidence, metricChange, metricRange, linkRepository];
