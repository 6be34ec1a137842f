/**
 * What a description of an API gives away, before anyone calls it: the problems by root cause, the graded data of each operation, and
 * what can be mended at once.
 *
 *     npx tsx --conditions=@yushu/source examples/audit-openapi/run.ts
 *
 * `yushu api audit examples/audit-openapi/openapi.yaml` prints the same with lines and advice.
 */
import { readFileSync } from 'node:fs';
import { auditDescription, createDataMap, fixDescription } from '@yushu/api-security';

const text = readFileSync(new URL('openapi.yaml', import.meta.url), 'utf8');
const audit = auditDescription(text, { minSeverity: 'medium' });

for (const { severity, rule, message, findings } of audit.causes) {
  const [place] = audit.locate([findings[0]!.pointer]);
  console.log(`${severity}  ${rule.id}  line ${place?.line}: ${message}`);
}

for (const { method, path, audience, output } of createDataMap(audit).operations) {
  const graded = output.map(({ name, level }) => `${name}:${level}`).join(' ');
  console.log(
    `${method.toUpperCase()} ${path} gives ${audience === 'public' ? 'anyone' : audience}: ${graded || '–'}`,
  );
}

const { fixes } = fixDescription(text, { includeReview: true });
for (const { rule, patch, evidence } of fixes) {
  console.log(`${rule}: ${JSON.stringify(patch)} (${evidence})`);
}
