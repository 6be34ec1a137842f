export { createRedactor, type Redactor, type RedactorOptions } from './create-redactor.ts';
export {
  createConsoleRedaction,
  createPinoRedaction,
  createWinstonRedaction,
  type PinoRedaction,
  type WinstonRedaction,
} from './log-integrations.ts';
export { createNdjsonRedaction, type NdjsonRedactionOptions } from './ndjson-redaction.ts';
export type { Censor } from './redaction-rules.ts';
export type { StringRedaction } from './string-redaction.ts';
