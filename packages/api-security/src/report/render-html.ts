import type { ApiDataMap, MappedField } from '../map/data-map.ts';
import { apiSeverities } from '../rules/rule.ts';
import type { AuditReport, CauseReport } from './describe-audit.ts';
import { escapeHtml, renderPage } from './page.ts';

const tile = (value: number | string, label: string, kind = ''): string =>
  `<div class="tile"><b class="${kind}">${escapeHtml(String(value))}</b><span>${escapeHtml(label)}</span></div>`;

/** So many places of one cause are listed. */
const maxPlaces = 50;

function renderCause(cause: CauseReport): string {
  const count = cause.looked === undefined ? `${cause.count}` : `${cause.count} of ${cause.looked}`;
  const places = cause.findings
    .slice(0, maxPlaces)
    .map(
      ({ document, line, column, pointer }) =>
        `<li><code>${document === undefined ? '' : `${escapeHtml(document)}:`}${line === undefined ? '' : `${line}:${column} `}${escapeHtml(pointer)}</code></li>`,
    )
    .join('');
  const more =
    cause.count > maxPlaces ? `<li class="meta">and ${cause.count - maxPlaces} more</li>` : '';
  const operations =
    cause.operationCount === 0
      ? ''
      : `<p class="meta">${cause.operationCount} operations: ${cause.operations.map((name) => `<code>${escapeHtml(name)}</code>`).join(', ')}${cause.operationCount > cause.operations.length ? ' …' : ''}</p>`;
  const grade =
    cause.category === undefined ? '' : ` · ${escapeHtml(cause.category)}, level ${cause.level}`;
  return `<details><summary><span class="pill ${cause.severity}">${cause.severity}</span><span class="what">${escapeHtml(cause.message)}</span><span class="count">${count}</span></summary>
<div class="body"><p>${escapeHtml(cause.advice)}</p><p class="meta"><code>${escapeHtml(cause.rule)}</code> · ${cause.owasp} · CWE-${cause.cwe}${grade}</p>${operations}<ul>${places}${more}</ul></div></details>`;
}

const fieldList = (fields: readonly MappedField[]): string =>
  fields
    .slice(0, 12)
    .map(
      ({ name, level, category }) =>
        `<span class="pill ${level === 4 ? 'high' : level === 3 ? 'medium' : 'low'}" title="${escapeHtml(category)}, level ${level}">${escapeHtml(name)}</span>`,
    )
    .join(' ') + (fields.length > 12 ? ` <span class="meta">+${fields.length - 12}</span>` : '');

function renderMapBody({ operations, categories }: ApiDataMap): string {
  const graded = operations.filter(({ level }) => level !== undefined);
  const categoryRows = categories
    .map(
      (one) =>
        `<tr><td>${escapeHtml(one.zh)} <span class="meta">${escapeHtml(one.en)}</span></td><td><code>${escapeHtml(one.category)}</code></td><td class="n">${one.level}</td><td class="n">${one.taking}</td><td class="n">${one.giving}</td><td class="n">${one.public}</td></tr>`,
    )
    .join('');
  const rows = graded
    .map(
      (one) =>
        `<tr><td><code>${escapeHtml(one.method.toUpperCase())} ${escapeHtml(one.path)}</code></td><td>${one.audience}</td><td class="n">${one.level}</td><td>${fieldList(one.input)}</td><td>${fieldList(one.output)}</td></tr>`,
    )
    .join('');
  return `<h2>Graded data</h2><div class="scroll"><table><tr><th>category</th><th>id</th><th>level</th><th>taken by</th><th>given by</th><th>given to anyone</th></tr>${categoryRows}</table></div>
<h2>Operations with graded data</h2><div class="scroll"><table><tr><th>operation</th><th>for</th><th>level</th><th>in</th><th>out</th></tr>${rows}</table></div>`;
}

/**
 * Renders an audit, and the data map if one is given, as one page that stands alone.
 *
 * @example
 * ```ts
 * import { auditDescription, describeAudit, renderAuditHtml } from '@yushu/api-security';
 *
 * const report = describeAudit(auditDescription({ openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] }));
 * console.log(renderAuditHtml(report, 'openapi.json').startsWith('<!doctype html>')); // true
 * ```
 */
export function renderAuditHtml(report: AuditReport, name: string, map?: ApiDataMap): string {
  const tiles = [
    tile(report.operationCount, 'operations'),
    ...apiSeverities.map((severity) => tile(report.bySeverity[severity] ?? 0, severity, severity)),
  ].join('');
  const notes = report.diagnostics
    .slice(0, 50)
    .map(
      ({ message, line, pointer, document = '' }) =>
        `<li>${escapeHtml(message)} <code>${escapeHtml(document)} ${line ?? escapeHtml(pointer ?? '')}</code></li>`,
    )
    .join('');
  return renderPage(
    `API audit: ${name}`,
    `<h1>API audit</h1><p class="sub"><code>${escapeHtml(name)}</code> · ${escapeHtml(report.format ?? 'not audited')}</p><div class="tiles">${tiles}</div>
<h2>Root causes</h2>${report.causes.length === 0 ? '<p>Nothing found.</p>' : report.causes.map(renderCause).join('\n')}
${notes === '' ? '' : `<h2>Notes</h2><ul>${notes}</ul>`}${map === undefined ? '' : renderMapBody(map)}`,
  );
}

/**
 * Renders a data map as a page that stands alone.
 *
 * @example
 * ```ts
 * import { auditDescription, createDataMap, renderMapHtml } from '@yushu/api-security';
 *
 * const map = createDataMap(auditDescription({ openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] }));
 * console.log(renderMapHtml(map, 'openapi.json').startsWith('<!doctype html>')); // true
 * ```
 */
export function renderMapHtml(map: ApiDataMap, name: string): string {
  const graded = map.operations.filter(({ level }) => level !== undefined);
  const tiles = [
    tile(map.operations.length, 'operations'),
    tile(graded.length, 'with graded data'),
    tile(graded.filter(({ level }) => level === 4).length, 'with level 4', 'high'),
    tile(
      graded.filter(({ audience, output }) => audience === 'public' && output.length > 0).length,
      'give it to anyone',
      'critical',
    ),
  ].join('');
  return renderPage(
    `API data map: ${name}`,
    `<h1>API data map</h1><p class="sub">${escapeHtml(map.title ?? name)} ${escapeHtml(map.version ?? '')}</p><div class="tiles">${tiles}</div>${renderMapBody(map)}`,
  );
}
