/**
 * Exact scores of recipients, position by position: what accusations rest on, and what the faster screen is held to.
 *
 * @module
 */
import type { Decoder } from './decoder.ts';
import type { RecipientCodes, RecipientNonce } from './recipient-codes.ts';

/** So many recipients' symbols are held at once. */
const batchSize = 64;

/** The scores of recipients under a decoder, in their order. */
export function scoreRecipients(
  codes: RecipientCodes,
  { positions, one, zero }: Decoder,
  nonces: readonly RecipientNonce[],
): Float64Array {
  const scores = new Float64Array(nonces.length);
  const stride = codes.length / 2;
  for (let first = 0; first < nonces.length; first += batchSize) {
    const batch = nonces.slice(first, first + batchSize);
    const symbols = codes.symbolsOf(batch);
    for (let recipient = 0; recipient < batch.length; recipient += 1) {
      let sum = 0;
      for (let index = 0; index < positions.length; index += 1) {
        const position = positions[index]!;
        const byte = symbols[recipient * stride + (position >> 1)]!;
        const isOne = ((byte >> ((position & 1) * 4)) & 15) < codes.biases[position]!;
        sum += isOne ? one[index]! : zero[index]!;
      }
      scores[first + recipient] = sum;
    }
  }
  return scores;
}
