export { type ImportGitleaksOptions, importGitleaks } from './import-gitleaks.ts';
export { type ImportPresidioOptions, importPresidio } from './import-presidio.ts';
export { importRules } from './import-rules.ts';
export type { ImportedRules, ImportProblem } from './imported-rules.ts';
