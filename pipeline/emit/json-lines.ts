const NEWLINE = 10;
const COMMA = 44;

/**
 * Lines of NDJSON as the items of a JSON list: `a⏎b⏎` becomes `a,⏎b`.
 * @param lines `count` records, each ended by a newline; JSON has none inside a record.
 */
export function listedLines(lines: Uint8Array, count: number): Uint8Array {
  const items = Buffer.allocUnsafe(lines.byteLength - 1 + (count - 1));
  let written = 0;
  for (let start = 0; start < lines.byteLength; ) {
    const end = lines.indexOf(NEWLINE, start);
    items.set(lines.subarray(start, end), written);
    written += end - start;
    start = end + 1;
    if (start === lines.byteLength) break;
    items[written] = COMMA;
    items[written + 1] = NEWLINE;
    written += 2;
  }
  return items;
}
