/**
 * A filter for logs: what is sensitive is covered before a line leaves the process, whatever the line says around it.
 *
 *     npx tsx --conditions=@yushu/source examples/mask-log-lines/run.ts
 *
 * `input.pipeThrough(pipeline.stream('text'))` does the same to a log of any size.
 */
import { createPipeline, readPolicy } from '@yushu/protect';

const policy = readPolicy(`
version: 1
rules:
  - { match: { category: secret.* }, action: redact }
  - { match: { category: contact.phone }, action: { mask: { keepFirst: 3, keepLast: 4 } } }
  - { match: { category: "id.*" }, action: { mask: { keepFirst: 6, keepLast: 2 } } }
  - { match: { category: finance.card }, action: { mask: { keepLast: 4 } } }
  - { match: { category: contact.email }, action: redact }
default: allow
`);
const pipeline = await createPipeline({ policy });

/** Put this where the logger writes. */
const cover = (line: string): string => pipeline.text(line).value;

for (const line of [
  '2026-11-20 10:02:11 INFO 短信已发送至 138-0013-8000，模板 SMS_844292748',
  '2026-11-20 10:02:12 WARN 实名认证失败 身份证号 11010519491231002X 原因 人像不符',
  '2026-11-20 10:02:13 INFO payment ok card 4242 4242 4242 4242 order 20261120100213004211',
  '2026-11-20 10:02:14 INFO mail to zhang.wei@example.com queued',
  '2026-11-20 10:02:15 DEBUG connecting to postgres://app:Tr0ub4dor3x@db.internal.example.com:5432/shop',
]) {
  console.log(cover(line));
}
