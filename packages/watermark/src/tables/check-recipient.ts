import { watermarkError } from '../watermark-error.ts';

/** Longest id of a recipient, in UTF-16 code units. */
const longestId = 256;

/** Refuses ids that are no text of 1 to 256 characters. */
export function checkRecipient(recipient: unknown): asserts recipient is string {
  if (typeof recipient === 'string' && recipient.length >= 1 && recipient.length <= longestId)
    return;
  throw watermarkError(
    'ERR_WATERMARK_OPTIONS',
    `A recipient’s id is a text of 1 to ${longestId} characters`,
    'Give the id under which you know who gets the copy.',
  );
}
