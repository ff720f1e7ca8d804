/** `num_rows: 0` and an empty `row_groups` in Thrift's compact protocol, as hyparquet-writer 0.17.0 ends them: type 0. */
const UNTYPED = [0x16, 0x00, 0x19, 0x00] as const;
/** The type of a list of structs, empty. */
const EMPTY_STRUCT_LIST = 0x0c;

/**
 * Gives the empty list of row groups in the footer of a file without rows its element type. hyparquet-writer leaves it
 * out, and Rust readers refuse such a file.
 * @throws {Error} where the footer does not look as it does in hyparquet-writer 0.17.0.
 */
export function markEmptyRowGroups(file: Uint8Array): Uint8Array {
  const start = Buffer.from(file.buffer, file.byteOffset, file.byteLength).indexOf(Uint8Array.from(UNTYPED));
  const again = Buffer.from(file.buffer, file.byteOffset, file.byteLength).indexOf(Uint8Array.from(UNTYPED), start + 1);
  if (start < 0 || again >= 0) throw new Error('Parquet footer: found no single empty list of row groups, expected the form of hyparquet-writer 0.17.0.');
  const patched = file.slice();
  patched[start + UNTYPED.length - 1] = EMPTY_STRUCT_LIST;
  return patched;
}
