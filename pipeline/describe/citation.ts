/** How to cite a release: CITATION.cff (Citation File Format 1.2.0) and the deposit metadata that Zenodo reads. */
import type { Manifest } from '../../schemas/manifest.ts';
import { DATA_LICENCE, PROJECT } from './project.ts';

/** `CITATION.cff`; dates are quoted, since YAML would make something else of them. */
export function citationFile({ dataset_version, generated_from }: Manifest): string {
  const released = generated_from.newest_captured_at?.slice(0, 10);
  return [
    '# Made by the build; do not edit.',
    'cff-version: 1.2.0',
    'message: If you use this dataset, please cite it as below, and cite the papers whose results you use.',
    'type: dataset',
    `title: ${quoted(PROJECT.title)}`,
    `abstract: ${quoted(`${PROJECT.summary} ${PROJECT.caveat}`)}`,
    'authors:',
    `  - name: ${quoted(PROJECT.author)}`,
    `version: ${quoted(dataset_version)}`,
    ...(released === undefined ? [] : [`date-released: ${quoted(released)}`]),
    `license: ${DATA_LICENCE.spdx}`,
    `repository-code: ${quoted(PROJECT.repository)}`,
    'keywords:',
    ...PROJECT.keywords.map((keyword) => `  - ${quoted(keyword)}`),
    '',
  ].join('\n');
}

/** `.zenodo.json`: where it is there, Zenodo reads it alone, so it says all that CITATION.cff does. */
export function zenodoDeposit({ generated_from }: Manifest): object {
  const released = generated_from.newest_captured_at?.slice(0, 10);
  return {
    title: PROJECT.title,
    description: `${PROJECT.summary} ${PROJECT.caveat}`,
    upload_type: 'dataset',
    access_right: 'open',
    creators: [{ name: PROJECT.author }],
    license: 'cc-zero',
    ...(released === undefined ? {} : { publication_date: released }),
    keywords: PROJECT.keywords,
    related_identifiers: [{ identifier: PROJECT.repository, relation: 'isSupplementTo' }],
  };
}

/** A BibTeX entry of a release. */
export function bibTexOf({ dataset_version, generated_from }: Manifest): string {
  const year = generated_from.newest_captured_at?.slice(0, 4);
  return `@misc{trending_papers, title={${PROJECT.title}}, author={{${PROJECT.author}}}, ${year === undefined ? '' : `year={${year}}, `}version={${dataset_version}}, url={${PROJECT.repository}}}`;
}

/** A JSON string is a YAML one too. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
