export {
  canaryTypes,
  createHoney,
  type Honey,
  type HoneyOptions,
  type HoneyPerson,
} from './create-honey.ts';
export {
  createHoneyScanner,
  type HoneyHit,
  type HoneyScanner,
  type HoneyScannerOptions,
  type HoneyStream,
} from './create-honey-scanner.ts';
export type { HoneyKind } from './honey-kinds.ts';
