/**
 * How often a key has been used: with random nonces it is safe only so often.
 *
 * @module
 */
import { encryptError } from '../errors.ts';

/** What a warning says: a key is half used up. */
export interface UsageWarning {
  readonly keyId: string;
  /** Messages sealed so far. */
  readonly uses: number;
  /** Messages that the algorithm allows. */
  readonly maxUses: number;
}

/** Counts the messages of one key. */
export interface UsageMeter {
  /** Messages counted so far. */
  uses(): number;
  /** Counts one more, or refuses it. */
  count(): void;
}

/**
 * A meter that warns once at half of `maxUses` and refuses beyond it.
 *
 * NIST SP 800-38D section 8.3 bounds AES-GCM with random nonces at 2^32 messages: the chance that two nonces are the
 * same is then about 2^-32.
 */
export function createUsageMeter(
  keyId: string,
  maxUses: number,
  usesSoFar: number,
  onWarning: ((warning: UsageWarning) => void) | undefined,
): UsageMeter {
  let uses = usesSoFar;
  const warnAt = Math.floor(maxUses / 2);
  let warned = false;
  return {
    uses: () => uses,
    count() {
      if (uses >= maxUses) {
        throw encryptError('ERR_ENCRYPT_KEY_EXHAUSTED', 'The key has been used up', {
          hint: 'Rotate the keyset: a new primary key seals, the old one still opens.',
          details: { keyId, uses, maxUses },
        });
      }
      uses += 1;
      if (uses >= warnAt && !warned) {
        warned = true;
        onWarning?.({ keyId, uses, maxUses });
      }
    },
  };
}
