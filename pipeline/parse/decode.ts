/** Bytes to text, strictly: what is not whole, sound UTF-8 is an error that says where. */
import { LARGEST_CAPTURE_BYTES } from '../captures/store.ts';
import { DataError } from '../shared/errors.ts';

const LINE_FEED = 0x0a;

/**
 * Decodes `content` as UTF-8; a byte order mark is dropped. `where` names the document in errors.
 * @throws DataError when it is empty, too large, not UTF-8, or holds a NUL character, as binary files do.
 */
export function decodeUtf8(content: Uint8Array, where: string): string {
  if (content.length > LARGEST_CAPTURE_BYTES) {
    throw new DataError({
      where,
      found: `${content.length} bytes`,
      expected: `at most ${LARGEST_CAPTURE_BYTES} bytes`,
      cure: 'No listing is that large: look at what the file is.',
    });
  }
  const text = decodeStrictly(content, where);
  if (text.trim() === '') {
    throw new DataError({ where, found: 'an empty document', expected: 'text in it', cure: 'Capture it again.' });
  }
  const nul = content.indexOf(0);
  if (nul !== -1) throw unsound(content, nul, where, 'a NUL character');
  return text;
}

function decodeStrictly(content: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw unsound(content, soundPrefixLength(content), where, 'bytes that are not UTF-8', cause);
  }
}

/** Length of the longest prefix of `content` that UTF-8 text can begin with, found by halving. */
function soundPrefixLength(content: Uint8Array): number {
  let sound = 0;
  let unsoundFrom = content.length + 1;
  while (unsoundFrom - sound > 1) {
    const middle = Math.floor((sound + unsoundFrom) / 2);
    if (canBegin(content.subarray(0, middle))) sound = middle;
    else unsoundFrom = middle;
  }
  return sound;
}

function canBegin(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function unsound(content: Uint8Array, offset: number, where: string, found: string, cause?: unknown): DataError {
  const line = lineAt(content, offset);
  const fault = {
    where: `${where}, line ${line}`,
    found: offset === content.length ? 'a character cut off at the end' : `${found} at byte ${offset}`,
    expected: 'UTF-8 text',
    cure: 'Capture it again, or save it as UTF-8.',
  };
  return new DataError(fault, { cause });
}

function lineAt(content: Uint8Array, offset: number): number {
  return content.subarray(0, offset).reduce((lines, byte) => (byte === LINE_FEED ? lines + 1 : lines), 1);
}
