/**
 * One value of an HTTP message: of the query, a header, a cookie or the body.
 *
 * Made by {@link readHttpMessage}, not by hand.
 */
export class HttpField {
  /** JSON Pointer: `/path/<segment>`, `/query/<name>`, `/headers/<name>`, `/cookies/<name>`, `/body` and what is within it. */
  readonly path: string;
  /** Name of the parameter, header, cookie, form field or nearest JSON key; `undefined` where there is none. */
  readonly name: string | undefined;
  /** The value, decoded. */
  readonly text: string;
  readonly #locate: (offset: number) => number;

  constructor(
    path: string,
    name: string | undefined,
    text: string,
    locate: (offset: number) => number,
  ) {
    this.path = path;
    this.name = name;
    this.text = text;
    this.#locate = locate;
  }

  /**
   * Where a character of `text` stands in the message; for `text.length`, where the value ends.
   *
   * @param offset - 0 to `text.length`, in UTF-16 code units.
   * @throws {DataSecurityError} `ERR_DETECT_FIELD_OFFSET` where the offset is outside.
   *
   * @example
   * ```ts
   * import { readHttpMessage } from '@yushu/detect/formats';
   *
   * const field = readHttpMessage('GET /?q=a%20b HTTP/1.1')?.fields[0];
   * console.log(field?.text, field?.locate(2)); // a b 12
   * ```
   */
  locate(offset: number): number {
    return this.#locate(offset);
  }
}
