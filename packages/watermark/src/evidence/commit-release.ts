/**
 * What is laid down when a table is released, so that nobody can say afterwards that key, plan or list of recipients were made up:
 * digests of them, signed. It tells nothing until the owner lays them open.
 *
 * @module
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { deriveReleaseKey } from '../keys/release-keys.ts';
import { checkRecipient } from '../tables/check-recipient.ts';
import type { ReleaseRecord } from '../tables/release-record.ts';
import { watermarkError } from '../watermark-error.ts';

/** The signed commitment of a release. */
export interface ReleaseCommitment {
  readonly format: 'yushu-watermark-commitment';
  readonly version: 1;
  readonly release: string;
  /** When it was made, as the signer says; a time stamp of a third party on the file is better. */
  readonly created: string;
  /** SHA-256 of the release key under its own name. */
  readonly keyDigest: string;
  /** SHA-256 of the release record. */
  readonly recordDigest: string;
  /** SHA-256 over the sorted, keyed tags of the recipients' ids. */
  readonly recipientsDigest: string;
  readonly recipientCount: number;
  /** What it was signed with where that is not Ed25519 (RFC 8032), such as `SM2`. */
  readonly algorithm?: string;
  /** Public key, hex. */
  readonly publicKey: string;
  /** Signature over the rest, hex. */
  readonly signature: string;
}

/** Signs a commitment with another algorithm than Ed25519, such as SM2 of `@yushu/gm`, or with a key that never leaves its device. */
export interface ReleaseSigner {
  /** Its name, as verifiers know it. */
  readonly algorithm: string;
  /** Public key, hex. */
  readonly publicKey: string;
  /** Signs the message itself, which it hashes as its standard says. */
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** Checks signatures of other algorithms than Ed25519, by their names. The public key is in hex. */
export type ReleaseVerifiers = Readonly<
  Record<string, (message: Uint8Array, signature: Uint8Array, publicKey: string) => boolean>
>;

/** What the owner lays open in a dispute, so that anyone can check the commitment and run the trace again. */
export interface ReleaseDisclosure {
  readonly format: 'yushu-watermark-disclosure';
  readonly version: 1;
  readonly commitment: ReleaseCommitment;
  /** The key of this release only, hex: it opens no other one. */
  readonly releaseKey: string;
  readonly record: ReleaseRecord;
  readonly recipients: readonly string[];
}

const digest = (name: string, bytes: Uint8Array): string =>
  bytesToHex(sha256(concatBytes(utf8ToBytes(`yushu/watermark/1/${name}\n`), bytes)));

function digestsOf(releaseKey: Uint8Array, record: ReleaseRecord, recipients: readonly string[]) {
  const tags = recipients
    .map((id) =>
      bytesToHex(hmac(sha256, releaseKey, utf8ToBytes(`recipient/${id.normalize('NFC')}`))),
    )
    .sort();
  return {
    keyDigest: digest('key', releaseKey),
    recordDigest: digest('record', utf8ToBytes(JSON.stringify(record))),
    recipientsDigest: digest('recipients', utf8ToBytes(tags.join('\n'))),
    recipientCount: recipients.length,
  };
}

/** What is signed: all but the signature, in a fixed order. */
function signedBytes({
  format,
  version,
  release,
  created,
  keyDigest,
  recordDigest,
  recipientsDigest,
  recipientCount,
  algorithm,
  publicKey,
}: Omit<ReleaseCommitment, 'signature'>): Uint8Array {
  return utf8ToBytes(
    JSON.stringify([
      format,
      version,
      release,
      created,
      keyDigest,
      recordDigest,
      recipientsDigest,
      recipientCount,
      publicKey,
      ...(algorithm === undefined ? [] : [algorithm]),
    ]),
  );
}

/** Options of {@link commitRelease}. */
export interface CommitOptions {
  readonly record: ReleaseRecord;
  /** The owner's key, 32 bytes. */
  readonly key: Uint8Array;
  /** All who get or may get a copy. */
  readonly recipients: readonly string[];
  /** Who signs: an Ed25519 secret key (RFC 8032), 32 bytes, or a signer of another algorithm. */
  readonly signingKey: Uint8Array | ReleaseSigner;
  /** Milliseconds since 1970; now unless given. */
  readonly now?: number;
}

/**
 * Signs digests of a release's key, record and recipients.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_KEY` for a key of another length; `ERR_WATERMARK_OPTIONS` for a broken list.
 *
 * @example
 * ```ts
 * import { commitRelease, discloseRelease, planRelease, verifyDisclosure } from '@yushu/watermark';
 *
 * const key = new Uint8Array(32).fill(1);
 * const rows = Array.from({ length: 500 }, (_, i) => [`city ${i % 7}`, ((i * 7919) % 99991) / 10]);
 * const record = planRelease({ key, columns: ['city', 'amount'], rows });
 * const recipients = ['acme', 'globex'];
 * const commitment = commitRelease({ record, key, recipients, signingKey: new Uint8Array(32).fill(2) });
 * const disclosure = discloseRelease(commitment, { record, key, recipients });
 * console.log(verifyDisclosure(disclosure, { publicKey: commitment.publicKey }).record.rows); // 500
 * ```
 */
export function commitRelease({
  record,
  key,
  recipients,
  signingKey,
  now = Date.now(),
}: CommitOptions): ReleaseCommitment {
  for (const recipient of recipients) checkRecipient(recipient);
  const digests = {
    format: 'yushu-watermark-commitment',
    version: 1,
    release: record.release,
    created: new Date(now).toISOString(),
    ...digestsOf(deriveReleaseKey(key, record.release), record, recipients),
  } as const;
  if (!(signingKey instanceof Uint8Array) && typeof signingKey?.sign === 'function') {
    const { algorithm, publicKey, sign } = signingKey;
    const unsigned = { ...digests, algorithm, publicKey: publicKey.toLowerCase() };
    return { ...unsigned, signature: bytesToHex(sign(signedBytes(unsigned))) };
  }
  if (!(signingKey instanceof Uint8Array) || signingKey.length !== 32) {
    throw watermarkError(
      'ERR_WATERMARK_KEY',
      'A signing key has 32 bytes',
      'Make one with systemRandom(32) of @yushu/core.',
      { length: signingKey instanceof Uint8Array ? signingKey.length : 0 },
    );
  }
  const unsigned = { ...digests, publicKey: bytesToHex(ed25519.getPublicKey(signingKey)) };
  return { ...unsigned, signature: bytesToHex(ed25519.sign(signedBytes(unsigned), signingKey)) };
}

/**
 * Lays a release open: its own key, its record and the recipients. Every other release of the owner stays closed.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_EVIDENCE` where they are not what was committed to.
 *
 * @example
 * ```ts
 * import { discloseRelease } from '@yushu/watermark';
 *
 * console.log(typeof discloseRelease); // function
 * ```
 */
export function discloseRelease(
  commitment: ReleaseCommitment,
  {
    record,
    key,
    recipients,
    verifiers = {},
  }: Pick<CommitOptions, 'record' | 'key' | 'recipients'> & {
    readonly verifiers?: ReleaseVerifiers;
  },
): ReleaseDisclosure {
  const disclosure: ReleaseDisclosure = {
    format: 'yushu-watermark-disclosure',
    version: 1,
    commitment,
    releaseKey: bytesToHex(deriveReleaseKey(key, record.release)),
    record,
    recipients,
  };
  verifyDisclosure(disclosure, { publicKey: commitment.publicKey, verifiers });
  return disclosure;
}

/** What a disclosure holds, once it is verified. */
export interface VerifiedRelease {
  readonly record: ReleaseRecord;
  /** For {@link createTableTracer}. */
  readonly releaseKey: Uint8Array;
  readonly recipients: readonly string[];
  /** When the commitment was signed, as the signer says. */
  readonly created: string;
}

function refuse(message: string): never {
  throw watermarkError(
    'ERR_WATERMARK_EVIDENCE',
    message,
    'Take the commitment of the day of release, and what the owner laid open for it, unchanged.',
  );
}

/**
 * Checks that what was laid open is what was signed at the release. Then anyone can run the trace again.
 *
 * @param options - `publicKey`: the owner's public key in hex, from elsewhere than the disclosure. `verifiers`: for other algorithms
 * than Ed25519; without the one that is needed the commitment is refused.
 * @throws {DataSecurityError} `ERR_WATERMARK_EVIDENCE` where anything differs.
 *
 * @example
 * ```ts
 * import { verifyDisclosure } from '@yushu/watermark';
 *
 * console.log(typeof verifyDisclosure); // function
 * ```
 */
export function verifyDisclosure(
  disclosure: ReleaseDisclosure,
  {
    publicKey,
    verifiers = {},
  }: { readonly publicKey: string; readonly verifiers?: ReleaseVerifiers },
): VerifiedRelease {
  const { commitment, record, recipients } = disclosure;
  if (
    disclosure.format !== 'yushu-watermark-disclosure' ||
    commitment?.format !== 'yushu-watermark-commitment' ||
    !Array.isArray(recipients)
  )
    refuse('This is no disclosure of a release');
  if (commitment.publicKey !== publicKey.toLowerCase())
    refuse('The commitment was signed with another key');
  const { algorithm } = commitment;
  if (algorithm !== undefined && !Object.hasOwn(verifiers, algorithm))
    refuse('The commitment was signed with an algorithm that no verifier was given for');
  let valid = false;
  let releaseKey = new Uint8Array(0);
  try {
    const message = signedBytes(commitment);
    const signature = hexToBytes(commitment.signature);
    valid =
      algorithm === undefined
        ? ed25519.verify(signature, message, hexToBytes(publicKey))
        : verifiers[algorithm]!(message, signature, commitment.publicKey);
    releaseKey = hexToBytes(disclosure.releaseKey);
  } catch {
    // Text that is no hex, or no point of the curve: not valid.
  }
  if (!valid) refuse('The signature of the commitment does not hold');
  const digests = digestsOf(releaseKey, record, recipients);
  if (digests.keyDigest !== commitment.keyDigest)
    refuse('The release key is not the one that was committed to');
  if (digests.recordDigest !== commitment.recordDigest || record.release !== commitment.release)
    refuse('The release record is not the one that was committed to');
  if (
    digests.recipientsDigest !== commitment.recipientsDigest ||
    digests.recipientCount !== commitment.recipientCount
  )
    refuse('The recipients are not those that were committed to');
  return { record, releaseKey, recipients, created: commitment.created };
}
