/** Units that follow a number, as data. */

export interface Unit {
  /** As the dataset writes it. */
  readonly unit: string;
  /** Characters taken, from the end of the number. */
  readonly length: number;
}

const MULTIPLE = /^\*(?= ?[A-Za-z])|^ ?(?:×|[xX](?![A-Za-z0-9])|[- ]?fold\b|times\b(?! (?:a|per|each)\b))/;
const PERCENT = /^ ?%|^ ?percent\b(?! points?)|^ ?per cent\b/;
const POINTS = /^(?: ?%|[- ]?(?:absolute )?percent(?:age)?)?[- ]?(?:absolute )?(?:(?:percentage|accuracy|success(?:-rate)?|F1|BLEU|AUROC|mIoU|mAP|AP|MMLU|Elo)[- ]?)?(?:points?|pts?|pp|ppts?)\b/;
const RATES = /^ ?(?:(?:tokens?|images?|frames?|samples?|videos?|requests?|steps?|queries|actions?|words|characters)(?:\/s(?:ec(?:ond)?)?|[- ]per[- ]second)\b)/;
/** Physical and usual units, the longest first. */
const NAMED = /^[ -]?(milliseconds?|microseconds?|seconds?|minutes?|(?:[A-Z]\d{2,4}[- ](?:GPU[- ])?)?hours?|days|months|GPU[- ]?hours|GPU[- ]?days|ms|μs|µs|mins?|secs?|hrs?|GB|MB|KB|TB|GiB|MiB|fps|FPS|Hz|kHz|dB|mm|cm|km|meters?|metres?|nats?|bits\/dim|bits per dim(?:ension)?|bits per byte|TFLOPS|GFLOPs|TFLOPs|FLOPs|PFLOPS|kWh|Wh|mJ|kJ|W|°|degrees?|m\/s|m\^2\/s\^2|m\/px|s|m|K)(?![A-Za-z0-9/])/;

/** Unit at the start of `after`, the text behind a number; null for a bare number. */
export function unitAfter(after: string): Unit | null {
  const window = after.slice(0, 40);
  const points = POINTS.exec(window);
  if (points !== null) return { unit: 'points', length: points[0].length };
  const percent = PERCENT.exec(window);
  if (percent !== null) return { unit: '%', length: percent[0].length };
  const multiple = MULTIPLE.exec(window);
  if (multiple !== null) return { unit: 'x', length: multiple[0].length };
  const rate = RATES.exec(window);
  if (rate !== null) return { unit: rate[0].trim().replace(/[- ]per[- ]second|\/sec(?:ond)?\b/, '/s'), length: rate[0].length };
  const named = NAMED.exec(window);
  return named?.[1] === undefined ? null : { unit: named[1], length: named[0].length };
}
