import type { DocumentType } from '../pipeline/document-type.ts';
import { checkDocumentType } from '../pipeline/document-type.ts';

/** How a body is treated: as a document of a type, or passed on unread. */
export type BodyTreatment = DocumentType | 'pass';

/** Media types whose structure is known. Whatever is not here is refused, unless the options name it. */
const knownTypes: Readonly<Record<string, BodyTreatment>> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'text/csv': 'csv',
  'text/tab-separated-values': 'tsv',
  'text/plain': 'text',
};

/** A media type with what matters of its parameters. */
export interface MediaType {
  /** Without parameters, in lower case; empty where there is none. */
  readonly essence: string;
  readonly charset: string;
}

/** Reads a `Content-Type` (RFC 9110, section 8.3). */
export function readMediaType(header: string | null | undefined): MediaType {
  const [essence = '', ...parameters] = (header ?? '').split(';');
  let charset = 'utf-8';
  for (const parameter of parameters) {
    const match = /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/i.exec(parameter);
    if (match !== null) charset = match[1]!.toLowerCase();
  }
  return { essence: essence.trim().toLowerCase(), charset };
}

/**
 * What is done with bodies of a media type: what the options say of it, or of all of its kind (`image/*`), else what is known of it;
 * `undefined` where nothing is.
 *
 * @throws {DataSecurityError} `ERR_PROTECT_OPTIONS` where the options name a treatment that there is not.
 */
export function compileTypes(
  given: Readonly<Record<string, BodyTreatment>> = {},
): (essence: string) => BodyTreatment | undefined {
  const types = new Map(Object.entries(knownTypes));
  for (const [name, treatment] of Object.entries(given)) {
    if (treatment !== 'pass') checkDocumentType(treatment);
    types.set(name.trim().toLowerCase(), treatment);
  }
  return (essence) =>
    types.get(essence) ??
    types.get(`${essence.slice(0, essence.indexOf('/'))}/*`) ??
    (/^[\w.-]+\/[\w.-]+\+json$/.test(essence) ? 'json' : undefined);
}
