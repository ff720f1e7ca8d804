/** `npm run bench:extract`: extraction of real abstracts on one core, beside a library that merely splits their sentences. */
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { extractAbstract } from '../../pipeline/extract/extract.ts';
import { cleanAbstract } from '../../pipeline/normalize/text/clean.ts';
import { readAbstracts } from './abstracts.ts';
import { measure, tableOf } from './measure.ts';

const abstracts = readAbstracts();
const characters = abstracts.reduce((sum, { abstract }) => sum + abstract.length, 0);
const wink = winkNLP(model);
const winkSplitter = winkNLP(model, ['sbd']);

const extraction = measure('extract links, code status and results', abstracts.length, characters, () =>
  abstracts.map(({ title, abstract }) => extractAbstract(abstract, title).metrics.length),
);
const cleaning = measure('clean', abstracts.length, characters, () => abstracts.map(({ abstract }) => cleanAbstract(abstract).length));
const splitting = measure('wink-nlp as it comes: split sentences', abstracts.length, characters, () =>
  abstracts.map(({ abstract }) => wink.readDoc(abstract).sentences().length()),
);
const bareSplitting = measure('wink-nlp with all but its splitter off', abstracts.length, characters, () =>
  abstracts.map(({ abstract }) => winkSplitter.readDoc(abstract).sentences().length()),
);

process.stdout.write(`${tableOf([extraction, cleaning, splitting, bareSplitting])}\n\n`);
const [ratio, bareRatio] = [splitting, bareSplitting].map(({ seconds }) => (seconds / extraction.seconds).toFixed(1));
process.stdout.write(`Extraction is ${ratio} times as fast as wink-nlp splitting sentences as it comes, ${bareRatio} times as fast as its splitter alone.\n`);
