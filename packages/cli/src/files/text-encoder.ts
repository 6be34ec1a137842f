import { createHash, type Hash } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as Iconv from 'iconv-lite';
import { cliError } from '../cli-error.ts';

const require = createRequire(import.meta.url);

/** Encodings that can write every character. */
const universal = /^(?:utf|ucs|gb18030)/;

/** Writes text in the encoding of the input, and proves that the encoding gives the input's own bytes back. */
export class TextEncoding {
  private encoding: string;
  private iconv: typeof Iconv | undefined;
  private readonly hash: Hash | undefined;
  private hasWrittenBeyondAscii = false;

  /** @param isProved - whether the input's text will be given to `noteInput`, piece by piece. */
  constructor(encoding: string, isProved: boolean) {
    this.hash = isProved ? createHash('sha256') : undefined;
    this.encoding = encoding;
    this.load();
  }

  /** Goes on in the encoding that the input has shown only now: until then all was ASCII. */
  follow(encoding: string): void {
    if (encoding === this.encoding) return;
    if (this.hasWrittenBeyondAscii) {
      throw cliError('ERR_CLI_ENCODING', 'The encoding of the input shows too late', {
        hint: `Say it beforehand: --encoding ${encoding}.`,
      });
    }
    this.encoding = encoding;
    this.load();
  }

  /** The byte order mark of the encoding. */
  byteOrderMark(): Buffer {
    return this.write('\uFEFF');
  }

  /** @throws {DataSecurityError} `ERR_CLI_ENCODING` where the encoding lacks a character. */
  encode(text: string): Buffer {
    const bytes = this.write(text);
    this.hasWrittenBeyondAscii ||= bytes.length !== text.length;
    if (this.iconv === undefined || universal.test(this.encoding)) return bytes;
    if (this.iconv.decode(bytes, this.encoding) === text) return bytes;
    throw cliError('ERR_CLI_ENCODING', `${this.encoding} cannot write a character of the output`, {
      hint: 'Convert the input to UTF-8 first, or give texts in ASCII to redact and replace.',
    });
  }

  /** Takes a piece of the input's text. */
  noteInput(text: string): void {
    this.hash?.update(this.write(text));
  }

  /**
   * @param digest - SHA-256 of the input's bytes; `undefined` where there is no doubt.
   * @throws {DataSecurityError} `ERR_CLI_ENCODING` where bytes of the input would not come back.
   */
  assertFaithful(digest: string | undefined): void {
    if (digest === undefined || this.hash?.digest('hex') === digest) return;
    throw cliError(
      'ERR_CLI_ENCODING',
      `The input cannot be written back in ${this.encoding} to the byte`,
      { hint: 'Convert it to UTF-8 first.' },
    );
  }

  private load(): void {
    const isUtf8 = /^utf-?8$/i.test(this.encoding);
    // Loaded when a text needs it: most are UTF-8.
    this.iconv = isUtf8 ? undefined : (require('iconv-lite') as typeof Iconv);
  }

  private write(text: string): Buffer {
    return this.iconv === undefined
      ? Buffer.from(text, 'utf8')
      : this.iconv.encode(text, this.encoding, { addBOM: false });
  }
}
