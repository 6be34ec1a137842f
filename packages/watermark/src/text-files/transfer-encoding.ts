/** Bytes as characters of the same number, so that positions are positions of bytes. */
export function toBinary(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return pieces.join('');
}

/** The way back. */
export function fromBinary(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

const lineLength = 76;

/** The bytes of a body, decoded. Source: RFC 2045, sections 6.7 and 6.8. */
export function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') {
    const digits = body.replace(/[^A-Za-z0-9+/]/g, '');
    return fromBinary(atob(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0))));
  }
  if (encoding !== 'quoted-printable') return fromBinary(body);
  const text = body.replace(/[\t ]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '');
  return fromBinary(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );
}

function encodeQuotedPrintable(bytes: Uint8Array, newline: string): string {
  return toBinary(bytes)
    .split(/\r?\n/)
    .map((line) => {
      const encoded = line.replace(
        /[^\x20-\x3c\x3e-\x7e\t]|[\t ]$/g,
        (character) => `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
      );
      const pieces: string[] = [];
      let at = 0;
      // A soft line break must not fall into the three characters of a byte.
      while (encoded.length - at > lineLength) {
        let end = at + lineLength - 1;
        const sign = encoded.lastIndexOf('=', end - 1);
        if (sign > end - 3) end = sign;
        pieces.push(encoded.slice(at, end));
        at = end;
      }
      pieces.push(encoded.slice(at));
      return pieces.join(`=${newline}`);
    })
    .join(newline);
}

/** A body of these bytes. */
export function encodeTransfer(bytes: Uint8Array, encoding: string, newline: string): string {
  if (encoding === 'quoted-printable') return encodeQuotedPrintable(bytes, newline);
  if (encoding !== 'base64') return toBinary(bytes);
  const lines = btoa(toBinary(bytes)).match(/.{1,76}/g) ?? [];
  return lines.map((line) => `${line}${newline}`).join('');
}
