import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUrls } from '../../../pipeline/extract/links/find-urls.ts';
import { codeStatusOf, extractLinks, joinCodeStatus, joinLinks, listingLinks } from '../../../pipeline/extract/links/links.ts';
import { parseRepository } from '../../../pipeline/extract/links/repository.ts';
import { cleanAbstract } from '../../../pipeline/normalize/text/clean.ts';
import { linkSchema } from '../../../schemas/link.ts';

describe('findUrls', () => {
  it.each([
    ['at https://github.com/a/b.', ['https://github.com/a/b']],
    ['(https://github.com/a/b), and', ['https://github.com/a/b']],
    ['see https://en.wikipedia.org/wiki/Set_(mathematics).', ['https://en.wikipedia.org/wiki/Set_(mathematics)']],
    ['at github.com/a/b now', ['https://github.com/a/b']],
    ['via lab.github.io/page, which', ['https://lab.github.io/page']],
    ['https://a.org/x?utm_source=b&id=3#top', ['https://a.org/x?id=3#top']],
    ['https://user:secret@a.org/ and ftp://a.org and http://localhost', []],
    ['mail me@github.com/a or c++', []],
    ['https://github.com/A/B.git', ['https://github.com/A/B.git']],
  ])('%s', (text, urls) => {
    expect(findUrls(text).map(({ url }) => url)).toEqual(urls);
  });
});

describe('parseRepository', () => {
  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b'],
    ['https://github.com/a/b.git', 'https://github.com/a/b'],
    ['https://github.com/a/b/', 'https://github.com/a/b'],
    ['https://github.com/a/b/blob/main/doc/x.md', 'https://github.com/a/b'],
    ['https://gitlab.com/a/b', 'https://gitlab.com/a/b'],
    ['https://anonymous.4open.science/r/name-1', 'https://anonymous.4open.science/r/name-1'],
    ['https://github.com/a', null],
    ['https://a.github.io/b', null],
    ['https://huggingface.co/a/b', null],
  ])('%s', (url, repo) => {
    expect(parseRepository(url)?.repo ?? null).toBe(repo);
  });
});

describe('the kind of a link', () => {
  it.each([
    ['Code: https://github.com/a/b', 'repo'],
    ['Project page: https://a.github.io/b', 'project_page'],
    ['Data: https://huggingface.co/datasets/a/b', 'dataset'],
    ['Model: https://huggingface.co/a/b', 'model'],
    ['Try https://huggingface.co/spaces/a/b', 'demo'],
    ['Video: https://youtu.be/abc', 'demo'],
    ['See https://arxiv.org/abs/2501.00001', 'paper'],
    ['All at https://github.com/some-lab', 'other'],
  ])('%s: %s', (text, kind) => {
    expect(extractLinks(text).map((link) => link.kind)).toEqual([kind]);
  });
});

describe('code status', () => {
  it.each([
    ['Code is available at https://github.com/a/b.', 'available'],
    ['Code will be available at https://github.com/a/b.', 'promised'],
    ['Our code will be released soon.', 'promised'],
    ['We release our code and checkpoints.', 'available'],
    ['The system is open-sourced at https://github.com/a/b.', 'available'],
    ['The code will be made public upon acceptance.', 'promised'],
    ['The dataset is available at https://huggingface.co/datasets/a/b.', 'none'],
    ['Project page: https://a.github.io/b.', 'none'],
    ['We study code generation with publicly available models.', 'none'],
    ['The models are open. Source code will follow and will be released later.', 'promised'],
  ])('%s', (text, status) => {
    expect(codeStatusOf(text, extractLinks(text))).toBe(status);
  });
});

describe('links of a listing', () => {
  it('are cleaned, and a project page that is a repository is one', () => {
    expect(listingLinks({ repository: 'https://github.com/a/b/tree/main/x', project_page: ' https://github.com/c/d' }).map(({ kind, repo }) => [kind, repo])).toEqual([
      ['repo', 'https://github.com/a/b'],
      ['repo', 'https://github.com/c/d'],
    ]);
    expect(listingLinks({ repository: 'https://github.com/DFIR-Metric', project_page: null })[0]?.kind).toBe('other');
  });

  it('join those of the abstract, one row for a repository, available where the listing has it', () => {
    const fromAbstract = extractLinks('Code will be available at https://github.com/a/b.');
    const fromListing = listingLinks({ repository: 'https://github.com/A/B', project_page: 'https://a.github.io' });
    expect(joinLinks(fromAbstract, fromListing).map(({ url, status, source }) => [url, status, source])).toEqual([
      ['https://github.com/a/b', 'available', 'abstract'],
      ['https://a.github.io', 'available', 'listing'],
    ]);
    expect(joinCodeStatus('promised', fromListing)).toBe('available');
  });
});

describe('any text', () => {
  it('gives links of the schema, each once', () => {
    const piece = fc.constantFrom('https://', 'http://a.b/', 'github.com/', 'a/b', '.', ',', '(', ')', ' ', '?utm_x=1', '#', '@', ':', 'é', '\ud83d\ude00', 'www.', '.git', '{this https URL}');
    const property = fc.property(fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')), (text) => {
      const links = extractLinks(text);
      for (const link of links) expect(linkSchema.safeParse(link).error).toBeUndefined();
      expect(new Set(links.map(({ url }) => url)).size).toBe(links.length);
    });
    fc.assert(property, { numRuns: 3_000 });
  });

  it.each(['http://', '((((', 'github.com/', 'https://a.b/)', 'code is available. '])('takes linear time on %s, over and over', (part) => {
    const text = part.repeat(100_000 / part.length);
    const began = performance.now();
    codeStatusOf(text, extractLinks(text));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

it('reads the embedded listing as it is annotated', () => {
  for (const line of readFileSync('tests/gold/listing-2025-03-17.jsonl', 'utf8').trim().split('\n')) {
    const { abstract, links, code_status } = JSON.parse(line);
    const found = extractLinks(cleanAbstract(abstract));
    expect({ urls: found.map(({ url }) => url), code_status: codeStatusOf(cleanAbstract(abstract), found) }).toEqual({ urls: links.map(({ url }: { url: string }) => url), code_status });
  }
});
