import type { TraceResult } from '../tables/create-table-tracer.ts';

/** Options of {@link renderTraceReport}. */
export interface TraceReportOptions {
  /** What was traced, such as a file's name. */
  readonly subject: string;
  /** Language of the report; English unless given. */
  readonly language?: 'en' | 'zh-CN';
  /** Milliseconds since 1970 that stand as the report's date; now unless given. */
  readonly now?: number;
  /** When the release was committed to, and by which key, where that was verified. */
  readonly commitment?: { readonly created: string; readonly publicKey: string };
}

const words = {
  en: {
    title: 'Trace of a leaked table',
    named: 'Named',
    noOne: 'No one is named',
    subject: 'Table',
    release: 'Release',
    date: 'Date of this report',
    rows: 'Rows read',
    marks: 'Different marks read',
    needed: 'Intact marks that naming one takes',
    recipients: 'Recipients asked about',
    allowed: 'Allowed probability of naming any innocent',
    recipient: 'Recipient',
    bound: 'Probability of naming any innocent on this evidence, at most',
    pValue: 'p-value',
    agreeing: 'Marks that agree',
    byChance: 'Marks that agree with an innocent, on average',
    decoys: 'Decoys with as much evidence',
    model: 'Strongest as',
    copies: (count: number) => (count === 1 ? 'one copy' : `a mixture of ${count} copies`),
    evidence: 'Evidence',
    columns: 'Columns',
    column: 'At the release',
    found: 'In this table',
    by: { name: 'by name', values: 'by its values', none: 'not found' },
    method: 'Why this holds',
    explanation:
      'Every recipient’s code is drawn by a secret key, independently of what stands in any table. Given the marks that were read here, the score of an innocent recipient is a sum of independent draws with known probabilities; the figures above are Chernoff bounds on that sum. They hold for every table, also for one that was forged without the key. The p-value is that of one recipient under one way of reading that was chosen beforehand; decoys are codes that nobody has. None of this says how the table came from the recipient to where it was found.',
    committed: 'Committed to',
    verified: 'key, plan and recipients are those that were signed then; public key',
  },
  'zh-CN': {
    title: '数据表泄露溯源报告',
    named: '指认',
    noOne: '不指认任何接收方',
    subject: '数据表',
    release: '发布编号',
    date: '报告日期',
    rows: '读取行数',
    marks: '读出的不同水印数',
    needed: '指认一方所需的完整水印数',
    recipients: '比对的接收方数',
    allowed: '允许的误指概率（任一无辜方）',
    recipient: '接收方',
    bound: '依此证据误指任一无辜方的概率上界',
    pValue: 'p 值',
    agreeing: '相符水印',
    byChance: '无辜方平均相符水印数',
    decoys: '达到同等证据的诱饵',
    model: '最符合的情形',
    copies: (count: number) => (count === 1 ? '单一副本' : `${count} 份副本混合`),
    evidence: '证据',
    columns: '列',
    column: '发布时',
    found: '本表中',
    by: { name: '按列名', values: '按取值', none: '未找到' },
    method: '结论的依据',
    explanation:
      '每个接收方的编码由密钥生成，与任何表中的内容无关。在本表读出的水印给定时，无辜方的得分是若干概率已知的独立随机数之和；上列数字是该和的切尔诺夫上界，对任何表都成立，包括没有密钥者伪造的表。p 值针对单一接收方和事先选定的一种判读方式；诱饵是无人持有的编码。以上均不说明数据如何从接收方流到发现之处。',
    committed: '发布承诺时间',
    verified: '密钥、方案与接收方名单与当时签名一致；公钥',
  },
} as const;

function reasonInChinese({ named, marks, marksNeeded }: TraceResult): string {
  if (named.length > 0)
    return `本表中有 ${named.length} 个接收方的水印；误指任一无辜方的概率低于允许值。`;
  if (marks < marksNeeded)
    return `证据不足：读出 ${marks} 个水印，指认一方需要 ${marksNeeded} 个完整的水印。`;
  return '所询接收方的水印均不在本表中：本表未加水印、属于其他发布或密钥、给了其他接收方，或水印已被破坏。';
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

/** A power of ten, as it is read aloud. */
function powerOf(log10: number): string {
  if (log10 >= -3) return (10 ** log10).toPrecision(2);
  const exponent = Math.floor(log10);
  return `${(10 ** (log10 - exponent)).toFixed(1)} × 10<sup>${exponent < 0 ? `−${-exponent}` : exponent}</sup>`;
}

const style = `
:root { color-scheme: light dark; --ink: #1a1d21; --paper: #fff; --soft: #5b636e; --line: #dfe3e8; --tint: #f5f7f9; --mark: #b42318; --calm: #1f6f43; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #15181c; --soft: #9aa3ad; --line: #2c3238; --tint: #1c2025; --mark: #ff8a7a; --calm: #6fcf97; } }
* { box-sizing: border-box } body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { max-width: 54rem; margin: 0 auto; padding: 3rem 1.5rem 4rem } h1 { font-size: 1.6rem; margin: 0 0 1.5rem } h2 { font-size: 1.05rem; margin: 2.5rem 0 .75rem }
.verdict { border-left: 4px solid var(--calm); background: var(--tint); padding: 1rem 1.25rem; border-radius: 0 .4rem .4rem 0 } .verdict.named { border-color: var(--mark) }
.verdict strong { display: block; font-size: 1.25rem } dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.5rem; margin: 1.5rem 0 0 } dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
.scroll { overflow-x: auto } .scroll:focus-visible { outline: 2px solid var(--calm); outline-offset: 4px } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums } th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top } th { color: var(--soft); font-weight: 500; font-size: .9rem } td { white-space: nowrap } td:first-child { white-space: normal; overflow-wrap: anywhere; min-width: 8rem } tr.named td:first-child { color: var(--mark); font-weight: 600 }
p { margin: .5rem 0 } .soft { color: var(--soft) } sup { line-height: 0 } @media print { main { padding: 0 } } @media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .6rem } }
`;

/**
 * A trace as one page of HTML for an audit or a court: no script, nothing loaded, light and dark.
 *
 * @example
 * ```ts
 * import { createTableTracer, planRelease, renderTraceReport } from '@yushu/watermark';
 *
 * const key = new Uint8Array(32);
 * const rows = Array.from({ length: 500 }, (_, i) => [`city ${i % 7}`, ((i * 7919) % 99991) / 10]);
 * const record = planRelease({ key, columns: ['city', 'amount'], rows });
 * const tracer = createTableTracer({ record, key, columns: ['city', 'amount'] });
 * tracer.read(rows);
 * const html = renderTraceReport(tracer.trace({ recipients: ['acme'] }), { subject: 'found.csv' });
 * console.log(html.startsWith('<!doctype html>')); // true
 * ```
 */
export function renderTraceReport(
  result: TraceResult,
  { subject, language = 'en', now = Date.now(), commitment }: TraceReportOptions,
): string {
  const say = words[language];
  const number = (value: number) => value.toLocaleString(language);
  const named = new Set(result.named);
  const facts: readonly (readonly [string, string])[] = [
    [say.subject, escapeHtml(subject)],
    [say.release, escapeHtml(result.release)],
    [say.date, new Date(now).toISOString()],
    ...(commitment === undefined
      ? []
      : [
          [
            say.committed,
            `${escapeHtml(commitment.created)}<br><span class="soft">${say.verified} ${escapeHtml(commitment.publicKey)}</span>`,
          ] as const,
        ]),
    [say.rows, number(result.rows)],
    [say.marks, number(result.marks)],
    [say.byChance, number(result.marksAgreeingByChance)],
    [say.needed, number(result.marksNeeded)],
    [say.recipients, number(result.recipients)],
    [say.allowed, powerOf(Math.log10(result.falseAccusation))],
  ];
  const evidence = [...result.named, ...result.strongest.filter((one) => !named.has(one))].slice(
    0,
    Math.max(10, result.named.length),
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say.title}</title><style>${style}</style></head>
<body><main><h1>${say.title}</h1>
<div class="verdict ${result.verdict}"><strong>${result.verdict === 'named' ? `${say.named}: ${result.named.map(({ recipient }) => escapeHtml(recipient)).join(', ')}` : say.noOne}</strong>${escapeHtml(language === 'en' ? result.reason : reasonInChinese(result))}</div>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('\n')}</dl>
<h2>${say.evidence}</h2><div class="scroll" tabindex="0" role="region" aria-label="${say.evidence}"><table><thead><tr><th scope="col">${say.recipient}</th><th scope="col">${say.bound}</th><th scope="col">${say.pValue}</th><th scope="col">${say.agreeing}</th><th scope="col">${say.decoys}</th><th scope="col">${say.model}</th></tr></thead><tbody>
${evidence.map((one) => `<tr class="${named.has(one) ? 'named' : ''}"><td>${escapeHtml(one.recipient)}</td><td>${powerOf(one.log10FalseAccusation)}</td><td>${powerOf(one.log10PValue)}</td><td>${number(one.marksAgreeing)}</td><td>${number(Math.round(one.decoysAbove * result.decoys))} / ${number(result.decoys)}</td><td>${say.copies(one.hypothesis.colluders)}</td></tr>`).join('\n')}
</tbody></table></div>
<h2>${say.method}</h2><p>${say.explanation}</p>
<h2>${say.columns}</h2><div class="scroll" tabindex="0" role="region" aria-label="${say.columns}"><table><thead><tr><th scope="col">${say.column}</th><th scope="col">${say.found}</th><td></td></tr></thead><tbody>
${result.columns.map(({ column, name, by }) => `<tr><td>${escapeHtml(column)}</td><td>${escapeHtml(name ?? '–')}</td><td class="soft">${say.by[by]}</td></tr>`).join('\n')}
</tbody></table></div>
</main></body></html>
`;
}
