import { auditDescription, createVacuumRules, type VacuumOptions } from '@yushu/api-security';
import { readVectors } from './read-vectors.ts';

/** A case of vacuum's tests of its OWASP functions. */
export interface VacuumCase {
  readonly test: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly document: unknown;
  readonly expectedCount: number;
  readonly expected: readonly { readonly path?: string }[];
}

export const vacuumCases = (): readonly VacuumCase[] =>
  readVectors<{ cases: readonly VacuumCase[] }>('vacuum-owasp-cases').cases;

/** The function that a test is about, by its name; the rule that uses it. */
const rulesByTest: readonly (readonly [RegExp, string])[] = [
  [/^TestAdditionalPropertiesConstrained/, 'constrained-additionalProperties'],
  [/^TestArrayLimit/, 'array-limit'],
  [/^TestAuthInsecureSchemes/, 'auth-insecure-schemes'],
  [/^TestCheckErrorResponse/, 'define-error-responses-'],
  [/^TestCheckSecurity/, 'protection-global-unsafe'],
  [/^TestDefineErrorDefinition/, 'define-error-validation'],
  [/^TestHeaderDefinition/, 'rate-limit'],
  [/^TestHostsHttps/, 'security-hosts-https-oas3'],
  [/^TestFormatLimit/, 'integer-format'],
  [/^TestIntegerLimit/, 'integer-limit'],
  [/^TestJWTBestPractice/, 'jwt-best-practices'],
  [/^TestNoAdditionalProperties/, 'no-additionalProperties'],
  [/^TestNoApiKeyUrl/, 'no-api-keys-in-url'],
  [/^TestNoBasicAuth/, 'no-http-basic'],
  [/^TestNoCredentialsUrl/, 'no-credentials-in-url'],
  [/^TestNoNumericIds/, 'no-numeric-ids'],
  [/^TestRatelimitRetry429/, 'rate-limit-retry-after'],
  [/^TestStringLimit/, 'string-limit'],
  [/^TestStringLRestricted/, 'string-restricted'],
];

/** The options that the tests give; those of lists are not in the vectors, and stand here as the tests' documents show them. */
function optionsOf({ test, options }: VacuumCase): VacuumOptions {
  if (test === 'TestHeaderDefinition_HeaderDefinitionMissing') {
    return { rateLimitHeaders: [['Accept', 'Cache-Control'], ['Content-Type']] };
  }
  if (test === 'TestHeaderDefinition_RateLimit') {
    return {
      rateLimitHeaders: [['Accept', 'Cache-Control'], ['Content-Type'], ['Rate-Limit']],
    };
  }
  const codes = options?.['codes']?.match(/\w+(?=")/g);
  if (codes) return { errorCodes: codes };
  return { allowsEmptySecurity: /AllowNull/.test(test) };
}

/** `$.paths['/x'].get` as a pointer. */
function toPointer(path: string): string {
  return [...path.slice(1).matchAll(/\['([^']*)'\]|\[(\d+)\]|\.([^.[]+)/g)]
    .map(([, quoted, index, plain]) => quoted ?? index ?? plain ?? '')
    .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** What differs, or nothing. */
export function checkVacuum(one: VacuumCase): string | undefined {
  const name = rulesByTest.find(([pattern]) => pattern.test(one.test))?.[1];
  if (name === undefined) return `no rule for ${one.test}`;
  const code = one.options?.['code']?.replaceAll('"', '');
  const id = `owasp-${name}${name.endsWith('-') ? code : ''}`;
  const rules = createVacuumRules(optionsOf(one)).filter((rule) => rule.id === id);
  if (rules.length !== 1) return `no rule ${id}`;
  const { findings } = auditDescription(one.document, { rules });
  const pointers = findings.map(({ pointer }) => pointer);
  if (pointers.length !== one.expectedCount) {
    return `${pointers.length} findings instead of ${one.expectedCount}: ${pointers.join(' ')}`;
  }
  for (const { path } of one.expected) {
    // `$.paths./.get` is a path that its own tool cannot read back.
    if (path === undefined || path.includes('./.')) continue;
    if (!pointers.includes(toPointer(path)))
      return `${pointers.join(' ')} instead of ${toPointer(path)}`;
  }
  return undefined;
}
