import { sidecarOf } from '../../pipeline/captures/write-capture.ts';
import type { LoadedCapture } from '../../pipeline/records.ts';
import type { Sidecar } from '../../schemas/types.ts';
import { aSidecar } from '../support/records.ts';

/** A capture of `content`, as the store would give it. */
export function captureOf(kind: Sidecar['kind'], content: string | Uint8Array, over: Partial<Sidecar> = {}): LoadedCapture {
  const bytes = Buffer.from(content);
  return { sidecar: sidecarOf(aSidecar({ kind, ...over }), bytes), content: bytes };
}
