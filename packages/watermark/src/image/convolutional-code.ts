/** Bits of a message: 64 of the id and 32 of its tag. */
export const messageBits = 96;

const memory = 8;
const states = 1 << memory;
// The polynomials of the best code of rate 1/4 and constraint length 9.
const polynomials = [0o463, 0o535, 0o733, 0o745];
const rate = polynomials.length;
const steps = messageBits + memory;

/** Bits of a code word. */
export const codedBits = steps * rate;

/** The four bits that leave the register for each of its contents, as a number. */
const outputs = Uint8Array.from({ length: 2 * states }, (_, register) => {
  let bits = 0;
  for (const [index, polynomial] of polynomials.entries()) {
    let sum = register & polynomial;
    for (let shift = 8; shift > 0; shift >>= 1) sum ^= sum >> shift;
    bits |= (sum & 1) << index;
  }
  return bits;
});

/**
 * Encodes a message so that it can be read when most of its signs are noise: the convolutional code of rate 1/4 and constraint
 * length 9, ended by zeros.
 *
 * Source of the polynomials: J. G. Proakis, M. Salehi, "Digital Communications", 5th edition, table 8.1-4 (463, 535, 733, 745).
 *
 * @param message `messageBits` bits, each 0 or 1.
 */
export function encodeMessage(message: Uint8Array): Uint8Array {
  const word = new Uint8Array(codedBits);
  let state = 0;
  for (let step = 0; step < steps; step += 1) {
    const register = (state << 1) | (message[step] ?? 0);
    for (let bit = 0; bit < rate; bit += 1) {
      word[step * rate + bit] = ((outputs[register] as number) >> bit) & 1;
    }
    state = register & (states - 1);
  }
  return word;
}

/**
 * Finds the message whose code word fits best.
 *
 * Source: A. J. Viterbi, "Error bounds for convolutional codes and an asymptotically optimum decoding algorithm" (1967).
 *
 * @param evidence For each bit of the code word how much speaks for 1, negative for 0.
 */
export function decodeMessage(evidence: Float64Array): Uint8Array {
  let metric = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
  metric[0] = 0;
  const cameFromUpper = new Uint8Array(steps * states);
  const branch = new Float64Array(1 << rate);
  for (let step = 0; step < steps; step += 1) {
    for (let output = 0; output < branch.length; output += 1) {
      let sum = 0;
      for (let bit = 0; bit < rate; bit += 1) {
        const speaks = evidence[step * rate + bit] as number;
        sum += (output >> bit) & 1 ? speaks : -speaks;
      }
      branch[output] = sum;
    }
    const next = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
    // After the message only zeros follow.
    const stride = step < messageBits ? 1 : 2;
    for (let state = 0; state < states; state += stride) {
      const lower = state >> 1;
      const upper = lower | (states >> 1);
      const bit = state & 1;
      const fromLower =
        (metric[lower] as number) + (branch[outputs[(lower << 1) | bit] as number] as number);
      const fromUpper =
        (metric[upper] as number) + (branch[outputs[(upper << 1) | bit] as number] as number);
      if (fromUpper > fromLower) cameFromUpper[step * states + state] = 1;
      next[state] = Math.max(fromLower, fromUpper);
    }
    metric = next;
  }
  const message = new Uint8Array(messageBits);
  let state = 0;
  for (let step = steps - 1; step >= 0; step -= 1) {
    if (step < messageBits) message[step] = state & 1;
    state = (state >> 1) | ((cameFromUpper[step * states + state] as number) * (states >> 1));
  }
  return message;
}
