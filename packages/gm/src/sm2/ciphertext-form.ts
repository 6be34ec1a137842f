import { concatBytes } from '../bytes/concat-bytes.ts';
import { readChoice } from '../bytes/read-input.ts';
import { enterSequence } from '../der/der-reader.ts';
import { derTags, writeElement, writeUnsigned } from '../der/write-der.ts';
import { inputError } from '../errors.ts';
import { pointBytes } from './parameters.ts';

/**
 * In which order the parts stand: the point C1, the hash C3 and the encrypted text C2. `C1C3C2` is that of GB/T 32918.4-2016; `C1C2C3`
 * that of the draft of 2010, which older libraries write.
 */
export type Sm2CiphertextOrder = 'C1C3C2' | 'C1C2C3';

/**
 * How a ciphertext is written. There is no default and nothing is guessed: libraries differ, and a wrong guess is an error that comes
 * once in 256 times.
 *
 * - `asn1`: SEQUENCE { x, y, C3, C2 } in DER (GB/T 35276-2017 section 7.2), as OpenSSL and GmSSL write it;
 * - `prefixed`: the parts after each other, C1 as 04 ‖ x ‖ y, as the standard and Bouncy Castle write it;
 * - `raw`: the same without the 04, as sm-crypto writes it.
 */
export type Sm2CiphertextForm =
  | { readonly form: 'asn1'; readonly order?: never }
  | {
      readonly form: 'prefixed' | 'raw';
      /** `C1C3C2` unless given. */
      readonly order?: Sm2CiphertextOrder;
    };

/** The parts of a ciphertext. */
export interface CiphertextParts {
  /** 04 ‖ x ‖ y, not checked to be on the curve. */
  readonly c1: Uint8Array;
  readonly c2: Uint8Array;
  readonly c3: Uint8Array;
}

const hashBytes = 32;

/** What {@link Sm2CiphertextForm} says, with everything filled in. */
export interface KnownForm {
  readonly form: 'asn1' | 'prefixed' | 'raw';
  readonly order: Sm2CiphertextOrder;
}

export function readForm(options: Sm2CiphertextForm | undefined): KnownForm {
  if (options?.form === undefined) {
    throw inputError(
      'The form of the ciphertext is not given',
      "Give { form: 'asn1' }, { form: 'prefixed' } or { form: 'raw' }, as the other side has it.",
    );
  }
  const form = readChoice<KnownForm['form']>(options.form, ['asn1', 'prefixed', 'raw'], 'form');
  const order = readChoice<Sm2CiphertextOrder>(
    options.order ?? 'C1C3C2',
    ['C1C3C2', 'C1C2C3'],
    'order',
  );
  if (form === 'asn1' && order !== 'C1C3C2') {
    throw inputError('ASN.1 has one order only', 'Leave out order, or use another form.', {
      order,
    });
  }
  return { form, order };
}

export function writeCiphertext({ c1, c2, c3 }: CiphertextParts, known: KnownForm): Uint8Array {
  if (known.form === 'asn1') {
    return writeElement(
      derTags.sequence,
      writeUnsigned(c1.subarray(1, 33)),
      writeUnsigned(c1.subarray(33)),
      writeElement(derTags.octetString, c3),
      writeElement(derTags.octetString, c2),
    );
  }
  const point = known.form === 'raw' ? c1.subarray(1) : c1;
  return known.order === 'C1C3C2' ? concatBytes(point, c3, c2) : concatBytes(point, c2, c3);
}

/** The parts, or undefined if the bytes are not of this form. */
export function readCiphertext(bytes: Uint8Array, known: KnownForm): CiphertextParts | undefined {
  if (known.form === 'asn1') return readAsn1(bytes);
  const raw = known.form === 'raw';
  const pointLength = raw ? pointBytes - 1 : pointBytes;
  if (bytes.length < pointLength + hashBytes) return undefined;
  if (!raw && bytes[0] !== 0x04) return undefined;
  const point = bytes.subarray(0, pointLength);
  const c1 = raw ? concatBytes(Uint8Array.of(0x04), point) : point;
  const rest = bytes.subarray(pointLength);
  return known.order === 'C1C3C2'
    ? { c1, c3: rest.subarray(0, hashBytes), c2: rest.subarray(hashBytes) }
    : { c1, c2: rest.subarray(0, -hashBytes), c3: rest.subarray(-hashBytes) };
}

function readAsn1(bytes: Uint8Array): CiphertextParts | undefined {
  const sequence = enterSequence(bytes);
  const x = sequence?.readUnsigned(32);
  const y = sequence?.readUnsigned(32);
  const c3 = sequence?.read(derTags.octetString);
  const c2 = sequence?.read(derTags.octetString);
  if (!x || !y || c3?.length !== hashBytes || !c2 || !sequence?.isAtEnd) return undefined;
  return { c1: concatBytes(Uint8Array.of(0x04), x, y), c2, c3 };
}
