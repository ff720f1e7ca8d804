/**
 * The terms that Croissant 1.1 files are written in. Source: the MLCommons Croissant specification, version 1.1; with
 * https for schema.org's terms, as its reference implementation asks for.
 */

const CROISSANT_TERMS = [
  'annotation', 'arrayShape', 'citeAs', 'column', 'containedIn', 'equivalentProperty', 'excludes', 'extract', 'field', 'fileProperty', 'fileObject', 'fileSet', 'format',
  'includes', 'isArray', 'isLiveDataset', 'jsonPath', 'key', 'md5', 'parentField', 'recordSet', 'references', 'regex', 'readLines', 'sdVersion', 'separator', 'source',
  'subField', 'transform', 'unArchive', 'value',
] as const;

export const CROISSANT_CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...Object.fromEntries(CROISSANT_TERMS.map((term) => [term, `cr:${term}`])),
} as const;
