import {
  auditDescription,
  compareTraffic,
  createDataMap,
  createVacuumRules,
  describeAudit,
  fixDescription,
  kicsRules,
  ownRules,
  renderAuditHtml,
  renderAuditSarif,
  renderAuditTable,
  spectralRules,
} from '@yushu/api-security';
import { auditGraphql } from '@yushu/api-security/graphql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const every = [...ownRules, ...spectralRules, ...createVacuumRules(), ...kicsRules];

/** Counts can be raised: `YUSHU_FUZZ_RUNS=100000 npx vitest run packages/api-security/test/property`. */
const numRuns = Number(process.env['YUSHU_FUZZ_RUNS'] ?? 300);

const keys = fc.constantFrom(
  ...'openapi swagger asyncapi info paths /a /a/{id} /v1/login get post parameters name in schema type properties items allOf $ref responses 200 429 default content application/json headers security securitySchemes components schemas servers url channels publish message payload operations callbacks enum pattern example x-yushu-ignore x-data-classification password email role __proto__ constructor toString'.split(
    ' ',
  ),
);

const leaves = fc.oneof(
  fc.constantFrom(
    '#/components/schemas/A',
    '#/',
    '#',
    '#/paths/~1a/get',
    '#/__proto__/constructor',
    'other.yaml#/A',
    'string',
    'object',
    'query',
    '3.1.0',
    'http://a',
  ),
  fc.jsonValue({ maxDepth: 1 }),
);

/** JSON values that look like descriptions, with everything in the wrong place. */
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    leaves,
    fc.dictionary(keys, tie('tree'), { maxKeys: 8, noNullPrototype: true }),
    fc.array(tie('tree'), { maxLength: 4 }),
  ),
}));

const documents = fc
  .tuple(
    fc.constantFrom(
      { openapi: '3.0.0' },
      { openapi: '3.1.0' },
      { swagger: '2.0' },
      { asyncapi: '2.6.0' },
      { asyncapi: '3.0.0' },
      {},
    ),
    fc.dictionary(keys, tree, { maxKeys: 10, noNullPrototype: true }),
  )
  .map(([version, rest]) => ({ ...rest, ...version }));

describe('any document', () => {
  it('is audited, mapped, mended and reported without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(documents, fc.jsonValue()), (document) => {
        const text = JSON.stringify(document);
        const audit = auditDescription(text, { rules: every });
        const report = describeAudit(audit);
        renderAuditTable(report);
        renderAuditHtml(report, 'a', createDataMap(audit));
        JSON.parse(renderAuditSarif(report, { uri: 'a.json', version: '1.0.0' }));
        const fixed = fixDescription(text, { includeReview: true });
        if (fixed.text !== undefined && fixed.before.model !== undefined) {
          expect(fixDescription(fixed.text, { includeReview: true }).patch).toEqual([]);
        }
        compareTraffic(audit, [
          {
            method: 'get',
            path: '/a',
            query: [],
            status: 200,
            requestBody: document,
            responseBody: document,
          },
        ]);
        auditDescription(document, { rules: every });
      }),
      { numRuns },
    );
  });

  it('is read the same as JSON text and as a value', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = JSON.stringify(document);
        const told = (input: unknown) =>
          auditDescription(input, { rules: every }).findings.map(
            ({ rule, pointer }) => `${rule.id} ${pointer}`,
          );
        expect(told(text)).toEqual(told(JSON.parse(text)));
      }),
      { numRuns },
    );
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        auditDescription(text);
        auditGraphql(text);
      }),
      { numRuns },
    );
  });

  it('may be circular', () => {
    const schema: Record<string, unknown> = { type: 'object' };
    schema['properties'] = { self: schema };
    const document = {
      openapi: '3.0.0',
      paths: { '/a': { post: { requestBody: { content: { 'application/json': { schema } } } } } },
      components: {
        schemas: {
          A: { $ref: '#/components/schemas/B' },
          B: { allOf: [{ $ref: '#/components/schemas/A' }] },
        },
      },
    };
    expect(auditDescription(document, { rules: every }).model?.operations).toHaveLength(1);
  });

  it('may be nested as deep as it likes', () => {
    const depth = 100_000;
    const text = `{"openapi":"3.0.0","components":{"schemas":{"A":${'{"items":'.repeat(depth)}{}${'}'.repeat(depth)}}}}`;
    expect(auditDescription(text, { rules: every }).model?.schemas.length).toBeGreaterThan(depth);
  });
});
