/** `croissant.json`: MLCommons Croissant 1.1, a record set for each table, read from its Parquet file. */
import { columnsOf, type Column, type ColumnType } from '../../schemas/columns.ts';
import type { Manifest, ReleaseFile } from '../../schemas/manifest.ts';
import { TABLES, type Table } from '../../schemas/tables.ts';
import { bibTexOf } from './citation.ts';
import { CROISSANT_CONTEXT } from './croissant-context.ts';
import { DATA_LICENCE, PROJECT } from './project.ts';

const TYPES = { string: 'sc:Text', boolean: 'sc:Boolean', int32: 'sc:Integer', double: 'sc:Float', date: 'sc:Date', timestamp: 'sc:DateTime' } as const;
/** Media types as Croissant's reference implementation knows them. */
const ENCODINGS: Readonly<Record<string, string>> = { csv: 'text/csv', parquet: 'application/x-parquet', json: 'application/json', ndjson: 'application/x-ndjson' };

/** The Croissant description of a release. */
export function croissant(manifest: Manifest): object {
  const published = manifest.generated_from.newest_captured_at?.slice(0, 10);
  return {
    '@context': CROISSANT_CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: ['http://mlcommons.org/croissant/1.1', 'http://mlcommons.org/croissant/RAI/1.0'],
    name: PROJECT.name,
    alternateName: PROJECT.title,
    description: `${PROJECT.summary} ${PROJECT.caveat}`,
    license: DATA_LICENCE.url,
    url: PROJECT.repository,
    creator: { '@type': 'sc:Organization', name: PROJECT.author, url: PROJECT.repository },
    ...(published === undefined ? {} : { datePublished: published }),
    version: manifest.dataset_version,
    keywords: PROJECT.keywords,
    inLanguage: 'en',
    citeAs: bibTexOf(manifest),
    isLiveDataset: false,
    'rai:dataCollection': 'Pages and API answers of a public listing of trending machine-learning papers, captured as they were and kept with their hashes; what was read from them is a function of those captures and the code.',
    'rai:dataCollectionType': ['Web API', 'Web Scraping', 'Manual Human Curator'],
    'rai:dataPreprocessingProtocol': 'Whitespace folded and LaTeX residue repaired where it is certain; nothing else of titles and abstracts is changed.',
    'rai:dataAnnotationProtocol': 'Results, links and code status are read from abstracts by rules, scored against annotated abstracts; each result carries its evidence, verbatim.',
    'rai:dataLimitations': PROJECT.caveat,
    'rai:personalSensitiveInformation': 'Names of authors, as arXiv publishes them.',
    distribution: manifest.files.filter(({ table, format }) => table !== null && table !== 'rejects' && format in ENCODINGS).map(fileObject),
    recordSet: TABLES.map(recordSet),
  };
}

function fileObject({ path, format, bytes, sha256 }: ReleaseFile): object {
  return { '@type': 'cr:FileObject', '@id': path, name: path, contentUrl: path, contentSize: `${bytes} B`, encodingFormat: ENCODINGS[format], sha256 };
}

function recordSet(table: Table): object {
  const keys = table.primaryKey.map((field) => ({ '@id': `${table.name}/${field}` }));
  return {
    '@type': 'cr:RecordSet',
    '@id': table.name,
    name: table.name,
    description: table.description,
    key: keys.length === 1 ? keys[0] : keys,
    field: columnsOf(table.row).flatMap((column) => fieldOf(table, column)),
  };
}

/** Records nested in a paper are record sets of their own, and not described twice. */
function fieldOf(table: Table, { name, description, type }: Column): readonly object[] {
  const item = type.kind === 'list' ? type.item : type;
  if (item.kind === 'struct' || item.kind === 'list') return [];
  const reference = table.foreignKeys.find(({ field }) => field === name);
  return [{
    '@type': 'cr:Field',
    '@id': `${table.name}/${name}`,
    name,
    description,
    dataType: dataTypeOf(item),
    ...(type.kind === 'list' ? { isArray: true, arrayShape: '-1' } : {}),
    source: { fileObject: { '@id': `${table.name}.parquet` }, extract: { column: name } },
    ...(reference === undefined ? {} : { references: { field: { '@id': `${reference.table}/${reference.references}` } } }),
  }];
}

function dataTypeOf(type: Exclude<ColumnType, { readonly kind: 'list' | 'struct' }>): string {
  return TYPES[type.kind];
}
