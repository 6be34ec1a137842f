import { type CategoryId, describeCategory, type Evidence, likelihoodOf } from '@yushu/core';
import { createReportCollector } from '../../src/report/collect-report.ts';
import type { ReportData } from '../../src/report/report-data.ts';

/** What the sample holds: category, share, detector, field name, masked preview. */
const kinds: readonly (readonly [CategoryId, number, string, string, string])[] = [
  ['contact.phone', 30, 'cn-phone', '手机号', '138****5678'],
  ['person.name', 22, 'person-name', '姓名', '张**'],
  ['id.resident.cn', 14, 'cn-resident-id', '身份证号', '3301**********1234'],
  ['contact.email', 12, 'email', 'email', 'z***@example.com'],
  ['finance.card', 8, 'payment-card', '银行卡号', '6222********0000'],
  ['location.address', 6, 'address', '地址', '浙江省杭州市**'],
  ['network.ipv4', 5, 'ipv4', 'client_ip', '203.0.***'],
  ['vehicle.plate.cn', 2, 'cn-plate', '车牌', '浙A***21'],
  ['org.uscc.cn', 1, 'cn-uscc', '统一社会信用代码', '9133************5X'],
  ['secret.jwt', 1, 'jwt', 'authorization', 'eyJh***'],
  ['secret.aws.access_key_id', 1, 'aws-access-key-id', 'aws_key', 'AKIA************'],
];

const paths = [
  'data/crm/customers.csv',
  'data/logs/app-2026-11-20.ndjson',
  'data/chat/客服对话-十一月.txt',
  'data/dump/orders.sql',
  'data/api/users.json',
  'data/logs/legacy-gb18030.log',
];

/** A report of a realistic kind with the given number of findings, the same every time. */
export function sampleReport(count: number, changes: Partial<ReportData> = {}): ReportData {
  let state = 20261123;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const collector = createReportCollector();
  const weighted = kinds.flatMap((kind) => Array<typeof kind>(kind[1]).fill(kind));
  for (const [index, path] of paths.entries()) {
    collector.addFile({ path, bytes: 1_800_000 - index * 250_000 });
  }
  collector.addFile({ path: 'data/README.md', bytes: 2_140 });
  for (let index = 0; index < count; index += 1) {
    const [category, , detector, field, preview] = weighted[next(weighted.length)]!;
    const score = 0.7 + next(300) / 1000;
    const line = 2 + next(20_000);
    const evidence: Evidence[] = [
      { kind: 'format', weight: 1.8, detail: `${detector} pattern` },
      ...(score > 0.8 ? [{ kind: 'checksum', weight: 3.4, detail: 'check digit' } as const] : []),
      ...(score > 0.9 ? [{ kind: 'field', weight: 2.1, detail: field } as const] : []),
      ...(score < 0.75
        ? [{ kind: 'negative', weight: -1.2, detail: 'order number' } as const]
        : []),
    ];
    const start = line * 90 + next(60);
    collector.addFinding({
      path: paths[Math.min(next(8), next(8), paths.length - 1)]!,
      line,
      column: 1 + next(80),
      start,
      end: start + preview.length,
      category,
      level: describeCategory(category).level,
      likelihood: likelihoodOf(score),
      score,
      detector,
      evidence,
      pointer: `/${line - 2}/${field}`,
      preview,
    });
  }
  collector.addProblem({
    path: 'data/logs/app-2026-11-20.ndjson',
    line: 4182,
    column: 17,
    code: 'ERR_DETECT_JSON',
    message: 'Not a JSON value: expected a comma or a closing brace',
    hint: 'The record was skipped. Mend the line and scan again.',
  });
  collector.addProblem({
    path: 'data/backup.bin',
    code: 'ERR_CLI_BINARY',
    message: 'Neither text nor a format that is read',
    hint: 'Leave the file out, or convert it to text.',
  });
  return {
    ...collector.finish({
      operation: 'scan',
      version: '0.1.0',
      createdAt: Date.UTC(2026, 10, 23, 9, 30),
      durationMs: 1834,
      minLikelihood: 'likely',
    }),
    ...changes,
  };
}

/** A report of `protect` with what its policy did. */
export function sampleProtectReport(count: number): ReportData {
  return sampleReport(count, {
    operation: 'protect',
    policyName: 'customers-2026',
    actions: [
      { category: 'id.resident.cn', action: 'encrypt', count: 2210, keyId: '1846297713' },
      { category: 'contact.phone', action: 'mask', count: 4120 },
      { category: 'contact.phone', action: 'encrypt', count: 380, keyId: '1846297713' },
      { category: 'finance.card', action: 'fpe', count: 1210, keyId: '90217734' },
      { category: 'person.name', action: 'pseudonym', count: 3305, keyId: '55120094' },
      { category: 'contact.email', action: 'redact', count: 1803 },
      { category: 'network.ipv4', action: 'allow', count: 750 },
      { category: 'secret.jwt', action: 'block', count: 149 },
      { action: 'replace', count: 240 },
    ],
  });
}
