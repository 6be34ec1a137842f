import type { ApiAudit } from '../audit/api-audit.ts';
import type { ApiFinding } from '../audit/finding.ts';
import { extendPointer } from '../model/api-node.ts';
import { listAt, textAt } from '../model/json-object.ts';
import { type Evidence, EvidenceFinder } from './evidence.ts';
import type { PatchOperation } from './json-patch.ts';

/** A change that mends a finding. */
export interface ApiFix {
  readonly rule: string;
  /** JSON Pointer of the finding. */
  readonly pointer: string;
  readonly patch: readonly PatchOperation[];
  /** Where the value is from. */
  readonly evidence: string;
  /** `document`: only writes down what the document says elsewhere or a standard fixes. `review`: the server must do so too. */
  readonly risk: 'document' | 'review';
}

type Proposal = Omit<ApiFix, 'rule' | 'pointer'>;

/** Proposes a change for a finding, or nothing where nothing is known. */
type Proposer = (
  finding: ApiFinding,
  finder: EvidenceFinder,
  audit: ApiAudit,
) => Proposal | undefined;

const add = (path: string, value: unknown): PatchOperation => ({ op: 'add', path, value });

function single(
  finding: ApiFinding,
  keyword: string,
  evidence: Evidence | undefined,
  risk: ApiFix['risk'] = 'document',
): Proposal | undefined {
  if (evidence === undefined) return undefined;
  return {
    patch: [add(extendPointer(finding.node.pointer, keyword), evidence.value)],
    evidence: evidence.from,
    risk,
  };
}

const isEmail = (finding: ApiFinding): boolean => finding.category === 'contact.email';

const proposeLength: Proposer = (finding, finder) => {
  if (finding.node.value['enum'] !== undefined) return undefined;
  return single(
    finding,
    'maxLength',
    finder.sibling(finding.node, 'maxLength') ?? finder.length(finding.node, isEmail(finding)),
  );
};

/** Bounds only together: one alone would leave the finding. */
const proposeBounds: Proposer = ({ node }, finder) => {
  const { value } = node;
  const bounds: readonly (readonly [string, string, number])[] = [
    ['minimum', 'exclusiveMinimum', -(2 ** 31)],
    ['maximum', 'exclusiveMaximum', 2 ** 31 - 1],
  ];
  const patch: PatchOperation[] = [];
  const from = new Set<string>();
  const limits: number[] = [];
  for (const [keyword, exclusive, byFormat] of bounds) {
    const given = value[keyword] ?? value[exclusive];
    if (given !== undefined) {
      if (typeof given === 'number') limits.push(given);
      if (typeof value[exclusive] === 'boolean') return undefined;
      continue;
    }
    const evidence =
      finder.sibling(node, keyword) ??
      (value['format'] === 'int32' ? { value: byFormat, from: 'the range of int32' } : undefined);
    if (typeof evidence?.value !== 'number') return undefined;
    limits.push(evidence.value);
    from.add(evidence.from);
    patch.push(add(extendPointer(node.pointer, keyword), evidence.value));
  }
  if (patch.length === 0 || (limits.length === 2 && limits[0]! > limits[1]!)) return undefined;
  // An example or default outside would make the document contradict itself.
  for (const known of [value['example'], value['default']]) {
    if (
      typeof known === 'number' &&
      limits.length === 2 &&
      (known < limits[0]! || known > limits[1]!)
    ) {
      return undefined;
    }
  }
  return { patch, evidence: [...from].join('; '), risk: 'document' };
};

const proposeFormat: Proposer = (finding, finder) => {
  const { minimum, maximum } = finding.node.value;
  if (typeof minimum === 'number' && typeof maximum === 'number') {
    const isSmall = minimum >= -(2 ** 31) && maximum < 2 ** 31;
    return single(finding, 'format', {
      value: isSmall ? 'int32' : 'int64',
      from: 'minimum and maximum',
    });
  }
  const sibling = finder.sibling(finding.node, 'format');
  return /^int(?:32|64)$/.test(String(sibling?.value))
    ? single(finding, 'format', sibling)
    : undefined;
};

const proposeItems: Proposer = (finding, finder) => {
  const { node } = finding;
  const items = node.value['items'];
  const list =
    typeof items === 'object' && items !== null
      ? listAt(items as Record<string, unknown>, 'enum')
      : undefined;
  if (list !== undefined && node.value['uniqueItems'] === true) {
    return single(finding, 'maxItems', { value: list.length, from: 'unique items of an enum' });
  }
  return single(finding, 'maxItems', finder.sibling(node, 'maxItems'));
};

const proposeResponse =
  (code: string): Proposer =>
  (finding, finder) => {
    const evidence = finder.response(code);
    if (evidence === undefined) return undefined;
    return {
      patch: [add(extendPointer(finding.node.pointer, 'responses', code), evidence.value)],
      evidence: evidence.from,
      risk: 'review',
    };
  };

const keyword =
  (name: string, value: unknown, why: string): Proposer =>
  (finding) =>
    single(finding, name, { value, from: why }, 'review');

const proposeServer: Proposer = (finding) => {
  const url = textAt(finding.node.value, 'url');
  if (url !== undefined && /^http:\/\//i.test(url) && finding.severity !== 'info') {
    return {
      patch: [{ op: 'replace', path: finding.pointer, value: url.replace(/^http:/i, 'https:') }],
      evidence: 'the address itself',
      risk: 'review',
    };
  }
  const schemes = listAt(finding.node.value, 'schemes');
  if (schemes === undefined || !finding.pointer.includes('/schemes/')) return undefined;
  const path = extendPointer(finding.node.pointer, 'schemes');
  const unsafe = schemes.flatMap((scheme, at) =>
    scheme === 'https' || scheme === 'wss' ? [] : at,
  );
  // One change for the whole list, proposed with its first finding: from the end, so that the places before stay where they are.
  if (finding.pointer !== `${path}/${unsafe[0]}`) return undefined;
  const isAll = unsafe.length === schemes.length;
  const removed = (isAll ? unsafe.slice(1) : unsafe).reverse();
  return {
    patch: [
      ...removed.map((at): PatchOperation => ({ op: 'remove', path: `${path}/${at}` })),
      ...(isAll ? [{ op: 'replace', path: `${path}/0`, value: 'https' } as const] : []),
    ],
    evidence: isAll ? 'the address itself' : 'the other schemes',
    risk: isAll ? 'review' : 'document',
  };
};

const proposers: Readonly<Record<string, Proposer>> = {
  'string-limit': proposeLength,
  'unlimited-checked-text': proposeLength,
  'integer-limit': proposeBounds,
  'integer-format': proposeFormat,
  'array-limit': proposeItems,
  'http-server': proposeServer,
  'no-400': proposeResponse('400'),
  'no-401': proposeResponse('401'),
  'no-429': proposeResponse('429'),
  'no-500': proposeResponse('500'),
  'additional-properties-allowed': (finding) => ({
    patch: [{ op: 'replace', path: finding.pointer, value: false }],
    evidence: 'the listed properties',
    risk: 'review',
  }),
  'mass-assignment': keyword('readOnly', true, 'the field also stands in answers'),
  'credentials-in-response': keyword('writeOnly', true, 'answers must not hold it'),
  'unprotected-write': (finding, finder) =>
    single(finding, 'security', finder.security(), 'review'),
  'unbounded-page-size': (finding, finder, audit) => {
    // The schema of a parameter is a node of its own.
    const path = finding.pointer;
    const schema = audit.model?.schemas.find(
      ({ parent, value }) => parent === finding.node && value === finding.node.value['schema'],
    );
    const evidence = finder.sibling(schema ?? finding.node, 'maximum');
    if (evidence === undefined) return undefined;
    return {
      patch: [add(`${path}/maximum`, evidence.value)],
      evidence: evidence.from,
      risk: 'document',
    };
  },
};

/**
 * Proposes changes for the findings of an audit. Values come from the document itself or from a standard, never from us; where nothing
 * is known, nothing is proposed.
 *
 * @example
 * ```ts
 * import { auditDescription, proposeFixes } from '@yushu/api-security';
 *
 * const [fix] = proposeFixes(auditDescription({ openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] }));
 * console.log(fix?.rule, fix?.risk, fix?.evidence); // http-server review the address itself
 * ```
 */
export function proposeFixes(audit: ApiAudit): readonly ApiFix[] {
  const { model } = audit;
  if (model === undefined) return [];
  const finder = new EvidenceFinder(model);
  const fixes: ApiFix[] = [];
  const taken = new Set<string>();
  for (const finding of audit.findings) {
    const proposer = Object.hasOwn(proposers, finding.rule.id)
      ? proposers[finding.rule.id]
      : undefined;
    // A `$ref` takes no further members in OpenAPI 3.0, and its target has a finding of its own.
    if (proposer === undefined || finding.node.reference !== undefined) continue;
    const proposal = proposer(finding, finder, audit);
    if (proposal === undefined) continue;
    if (proposal.patch.some(({ path }) => taken.has(path))) continue;
    for (const { path } of proposal.patch) taken.add(path);
    fixes.push({ rule: finding.rule.id, pointer: finding.pointer, ...proposal });
  }
  return fixes;
}
