/** The tar format as POSIX.1-1988 has it (ustar), as far as release archives use it: plain files with short names. */
import { releasePath } from '../../schemas/manifest.ts';
import { DataError } from '../shared/errors.ts';

export const BLOCK = 512;

/** A file in an archive. */
export interface TarHeader {
  readonly path: string;
  readonly size: number;
}

interface Field {
  readonly at: number;
  readonly length: number;
}

const NAME: Field = { at: 0, length: 100 };
const SIZE: Field = { at: 124, length: 12 };
const CHECKSUM: Field = { at: 148, length: 8 };
const TYPE = 156;
const MAGIC: Field = { at: 257, length: 6 };
const REGULAR_FILE = 0x30;
const DIRECTORY = 0x35;

/**
 * The header block of a file; owner, times and modes are the same for all, so that equal files make equal archives.
 * @throws DataError for a path that does not fit 100 bytes.
 */
export function tarHeader({ path, size }: TarHeader): Uint8Array {
  if (path.length > NAME.length) throw new DataError({ where: path, found: `${path.length} characters`, expected: `a path of at most ${NAME.length}` });
  const block = Buffer.alloc(BLOCK);
  block.write(path, NAME.at, 'latin1');
  block.write(['0000644', '0000000', '0000000', ''].join('\0'), 100, 'latin1');
  block.write(`${size.toString(8).padStart(11, '0')}\0`, SIZE.at, 'latin1');
  block.write('00000000000\0', 136, 'latin1');
  block.write(' '.repeat(CHECKSUM.length), CHECKSUM.at, 'latin1');
  block[TYPE] = REGULAR_FILE;
  block.write('ustar\u000000', MAGIC.at, 'latin1');
  block.write(`${checksumOf(block).toString(8).padStart(6, '0')}\0 `, CHECKSUM.at, 'latin1');
  return block;
}

/**
 * Reads a header block; null for the zeros that end an archive, and `directory` for a folder, which holds nothing.
 * @throws DataError for a damaged header, a kind of entry other than a file or a folder, or a path that leaves the folder.
 */
export function readTarHeader(block: Buffer, archive: string): TarHeader | 'directory' | null {
  if (block.every((byte) => byte === 0)) return null;
  const written = Number.parseInt(textOf(block, CHECKSUM), 8);
  const blanked = Buffer.from(block).fill(' ', CHECKSUM.at, CHECKSUM.at + CHECKSUM.length);
  if (written !== checksumOf(blanked)) throw damaged(archive, 'a header whose checksum is wrong');
  const path = textOf(block, NAME).replace(/^\.\//, '');
  const type = block[TYPE];
  if (type === DIRECTORY) return 'directory';
  if (type !== REGULAR_FILE && type !== 0) throw damaged(archive, `an entry of type ${String.fromCharCode(type ?? 0)}`);
  const size = textOf(block, SIZE);
  if (!/^[0-7]{1,11}$/.test(size)) throw damaged(archive, 'a size that is no octal number');
  if (!releasePath.safeParse(path).success) throw damaged(archive, `the path ${JSON.stringify(path)}`);
  return { path, size: Number.parseInt(size, 8) };
}

function checksumOf(block: Uint8Array): number {
  return block.reduce((sum, byte) => sum + byte, 0);
}

function textOf(block: Buffer, { at, length }: Field): string {
  const text = block.toString('latin1', at, at + length);
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).trim();
}

function damaged(archive: string, found: string): DataError {
  return new DataError({ where: archive, found, expected: 'a release packed as .tar.gz: plain files with plain paths', cure: 'Download the archive again.' });
}
