import type { ApiDataMap, MappedField } from '../map/data-map.ts';

const list = (fields: readonly MappedField[]): string =>
  fields.length === 0
    ? '–'
    : fields
        .slice(0, 8)
        .map(({ name, level }) => `${name}:${level}`)
        .join(' ') + (fields.length > 8 ? ` +${fields.length - 8}` : '');

const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

/**
 * Renders a data map for a terminal: one paragraph an operation that takes or gives graded data, fields as `name:level`.
 *
 * @example
 * ```ts
 * import { auditDescription, createDataMap, renderMapTable } from '@yushu/api-security';
 *
 * const map = createDataMap(auditDescription({ openapi: '3.1.0', servers: [{ url: 'http://api.example.com' }] }));
 * console.log(renderMapTable(map).trim()); // 0 of 0 operations take or give graded data
 * ```
 */
export function renderMapTable(map: ApiDataMap): string {
  const graded = map.operations.filter(({ level }) => level !== undefined);
  const rows = graded.map(({ method, path, audience, level, input, output }) =>
    [
      `${method.toUpperCase()} ${path}  (${audience}, level ${level})`,
      `  in   ${list(input)}`,
      `  out  ${list(output)}`,
    ]
      .map(printable)
      .join('\n'),
  );
  const categories = map.categories.map(
    ({ category, zh, level, taking, giving, public: open }) =>
      `${category.padEnd(28)} level ${level}  taken by ${taking}, given by ${giving}${open > 0 ? `, to anyone by ${open}` : ''}  ${zh}`,
  );
  return `${[...rows, categories.join('\n'), `${graded.length} of ${map.operations.length} operations take or give graded data`].join('\n\n')}\n`;
}
