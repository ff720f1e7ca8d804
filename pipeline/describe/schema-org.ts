/** `dataset.jsonld`: schema.org's Dataset, as search engines for data read it from a page. */
import type { Manifest } from '../../schemas/manifest.ts';
import { DATA_LICENCE, PROJECT } from './project.ts';

const ENCODINGS: Readonly<Record<string, string>> = { csv: 'text/csv', parquet: 'application/vnd.apache.parquet', json: 'application/json', ndjson: 'application/x-ndjson' };

/** The JSON-LD of a release. */
export function schemaOrgDataset(manifest: Manifest): object {
  const newest = manifest.generated_from.newest_captured_at?.slice(0, 10);
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: PROJECT.title,
    alternateName: PROJECT.name,
    description: `${PROJECT.summary} ${PROJECT.caveat}`,
    url: PROJECT.repository,
    version: manifest.dataset_version,
    ...(newest === undefined ? {} : { dateModified: newest }),
    license: DATA_LICENCE.url,
    isAccessibleForFree: true,
    keywords: PROJECT.keywords,
    creator: { '@type': 'Organization', name: PROJECT.author, url: PROJECT.repository },
    distribution: manifest.files
      .filter(({ table, format }) => table !== null && format in ENCODINGS)
      .map(({ path, format, bytes, sha256 }) => ({ '@type': 'DataDownload', name: path, contentUrl: path, encodingFormat: ENCODINGS[format], contentSize: `${bytes} B`, sha256 })),
  };
}
