export {
  createNerScanner,
  type NerFailure,
  type NerReport,
  type NerScanner,
  type NerScannerOptions,
} from './create-ner-scanner.ts';
export type { NerEngine, NerSpan } from './ner-engine.ts';
