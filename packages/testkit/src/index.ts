export type { LedgerCount, LedgerSuite } from './ledger-suite.ts';
