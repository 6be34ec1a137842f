import { watermarkError } from '../watermark-error.ts';
import type { ReleaseRecord } from './release-record.ts';

/** Refuses what is no release record of this version. */
export function checkRecord(
  record: Partial<ReleaseRecord> | undefined,
): asserts record is ReleaseRecord {
  if (record?.format !== 'yushu-watermark-release' || typeof record.release !== 'string') {
    throw watermarkError(
      'ERR_WATERMARK_RECORD',
      'This is no release record',
      'Give what was made when the table was released.',
    );
  }
  if (record.version !== 1) {
    throw watermarkError(
      'ERR_WATERMARK_RECORD',
      'The release record is of another version',
      'Take the version of this package that made it, or a newer one.',
    );
  }
}
