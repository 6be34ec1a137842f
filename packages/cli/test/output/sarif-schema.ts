import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

/** Tells whether a log is valid by the part of the SARIF 2.1.0 schema that the project writes. */
export const validateSarif = new Ajv({
  strict: true,
  strictRequired: false,
  allErrors: true,
  formats: { 'uri-reference': true },
}).compile(
  JSON.parse(
    readFileSync(new URL('../fixtures/sarif-2.1.0-subset.schema.json', import.meta.url), 'utf8'),
  ) as object,
);
