/** Describe: a release in the words of the standards that others read data by, each made from the manifest and the schemas. */
import type { Manifest } from '../../schemas/manifest.ts';
import type { Document } from '../emit/document.ts';
import { citationFile, zenodoDeposit } from './citation.ts';
import { croissant } from './croissant.ts';
import { dataPackage } from './data-package.ts';
import { datasetCard } from './dataset-card.ts';
import { DATA_LICENCE_TEXT } from './project.ts';
import { schemaOrgDataset } from './schema-org.ts';

/** The documents that describe the tables of `manifest`. */
export function describeRelease(manifest: Manifest): readonly Document[] {
  return [
    { path: 'README.md', content: datasetCard(manifest) },
    { path: 'LICENSE-DATA.md', content: DATA_LICENCE_TEXT },
    { path: 'CITATION.cff', content: citationFile(manifest) },
    { path: '.zenodo.json', content: json(zenodoDeposit(manifest)) },
    { path: 'datapackage.json', content: json(dataPackage(manifest)) },
    { path: 'croissant.json', content: json(croissant(manifest)) },
    { path: 'dataset.jsonld', content: json(schemaOrgDataset(manifest)) },
  ];
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
