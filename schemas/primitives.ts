import { z } from 'zod';

/** arXiv ids without a version: `2501.00663`, and the old form `hep-th/9901001`. Source: arXiv's identifier scheme. */
export const ARXIV_ID = /^(?:\d{4}\.\d{4,5}|[a-z][a-z-]{1,15}(?:\.[A-Z]{2})?\/\d{7})$/;

/** Paper ids: `arxiv:` and an arXiv id, or `title:` and 12 hex digits of SHA-256 of the normalised title. */
export const PAPER_ID = /^(?:arxiv:(?:\d{4}\.\d{4,5}|[a-z][a-z-]{1,15}(?:\.[A-Z]{2})?\/\d{7})|title:[0-9a-f]{12})$/;

export const LARGEST_INT32 = 2_147_483_647;

/** Well-formed, non-empty text: no lone surrogates, no NUL, so that every format can hold it. */
export const text = z
  .string()
  .min(1)
  .refine((value) => value.isWellFormed() && !value.includes('\u0000'), 'must be well-formed Unicode without NUL');

export const arxivId = z.string().regex(ARXIV_ID);
export const paperId = z.string().regex(PAPER_ID);
/** A calendar day, `YYYY-MM-DD`. */
export const date = z.iso.date();
/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS[.mmm]Z`. */
export const timestamp = z.iso.datetime({ offset: false, local: false });
/** Host names with a top-level domain: no addresses of machines, no `localhost`. */
export const HOST_NAME = z.regexes.domain;
export const httpUrl = z.url({ protocol: /^https?$/, hostname: HOST_NAME }).max(2_000);
export const count = z.int().min(0).max(LARGEST_INT32);
export const position = z.int().min(1).max(LARGEST_INT32);
