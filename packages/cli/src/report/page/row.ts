import type { TableData } from '../table-data.ts';
import { both, drawing, element } from './dom.ts';

/** Five steps, as many filled as the likelihood has. */
function meter(step: number): SVGElement {
  const steps = [0, 1, 2, 3, 4];
  return drawing(
    'meter',
    '34',
    10,
    steps.map((at) => ({ class: at <= step ? 'on' : 'off', x: at * 7, width: 5, rx: 1 })),
  );
}

function cell(className: string, label: { en: string; zh: string }, children: (Node | string)[]) {
  // On a narrow screen the header row is gone, so that each cell says what it is.
  const name = element('span', { class: 'cell-name', 'aria-hidden': 'true' }, [both(label)]);
  return element('td', { class: className, role: 'cell' }, [name, ...children]);
}

/** One finding as a row, with the button that opens its evidence. */
export function makeRow(data: TableData, row: number, wide: boolean): HTMLElement {
  const level = data.levels[data.level[row]!]!;
  const category = data.categories[data.category[row]!]!;
  const likelihood = data.likelihoods[data.likelihood[row]!]!;
  const path = data.files[data.file[row]!]!;
  const cut = path.lastIndexOf('/') + 1;
  const pointer = data.pointer?.[row] ?? '';
  const swatch = drawing('swatch', '10', 10, [{ class: `level-${level.id}`, width: 10, rx: 2 }]);
  const open = element(
    'button',
    { type: 'button', class: 'open', 'aria-expanded': 'false', 'aria-controls': `evidence-${row}` },
    [
      element('span', { class: 'chevron', 'aria-hidden': 'true' }),
      element('span', { class: 'category-name' }, [both(category)]),
    ],
  );
  const place = element('span', { class: 'place' }, [
    element('bdi', { class: 'path' }, [
      element('span', { class: 'folder' }, [path.slice(0, cut)]),
      path.slice(cut),
      element('span', { class: 'position' }, [`:${data.line[row]}:${data.column[row]}`]),
    ]),
  ]);
  const cells = [
    cell('level', { en: 'Level', zh: '级别' }, [swatch, both(level)]),
    cell('category', { en: 'Category', zh: '类别' }, [open]),
    cell('where', { en: 'Place', zh: '位置' }, [
      place,
      ...(pointer === '' ? [] : [element('code', { class: 'pointer' }, [pointer])]),
    ]),
    ...(wide
      ? [
          cell('preview', { en: 'Masked', zh: '脱敏预览' }, [
            element('code', {}, [data.preview?.[row] ?? '']),
          ]),
        ]
      : []),
    cell('likelihood', { en: 'Likelihood', zh: '可能性' }, [
      meter(data.likelihood[row]!),
      both(likelihood),
    ]),
  ];
  return element('tr', { role: 'row', 'data-row': row }, cells);
}

/** Why a row is a finding: its reasons with their weights, and its particulars. */
export function makeEvidence(data: TableData, row: number, columns: number): HTMLElement {
  const triples = data.evidences[data.evidence[row]!]!;
  const reasons: { kind: number; weight: number; detail: number }[] = [];
  for (let at = 0; at < triples.length; at += 3) {
    reasons.push({ kind: triples[at]!, weight: triples[at + 1]! / 100, detail: triples[at + 2]! });
  }
  const heaviest = Math.max(1, ...reasons.map(({ weight }) => Math.abs(weight)));
  const items = reasons.map(({ kind, weight, detail }) => {
    const width = (50 * Math.abs(weight)) / heaviest;
    return element('li', {}, [
      element('span', { class: 'reason' }, [
        element('span', { class: 'reason-kind' }, [both(data.kinds[kind]!)]),
        ...(detail < 0
          ? []
          : [element('span', { class: 'reason-detail' }, [data.details[detail]!])]),
      ]),
      drawing('weigh', '100%', 10, [
        { class: 'axis', x: '50%', width: 1 },
        {
          class: weight < 0 ? 'against' : 'for',
          x: `${weight < 0 ? 50 - width : 50}%`,
          width: `${width}%`,
        },
      ]),
      element('span', { class: 'number' }, [
        `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`,
      ]),
    ]);
  });
  const fact = (en: string, zh: string, value: string) =>
    element('div', {}, [
      element('dt', {}, [both({ en, zh })]),
      element('dd', {}, [element('code', {}, [value])]),
    ]);
  const facts = element('dl', { class: 'particulars' }, [
    fact('Probability', '概率', `${(data.score[row]! / 10).toFixed(1)} %`),
    fact('Detector', '检测器', data.detectors[data.detector[row]!]!),
    fact('Category id', '类别标识', data.categories[data.category[row]!]!.id),
    fact('Characters', '字符区间', `${data.start[row]}–${data.end[row]}`),
  ]);
  const title = element('p', { class: 'evidence-title' }, [
    both({ en: 'Why: log-odds for and against', zh: '判定依据（对数几率，右为支持，左为反对）' }),
  ]);
  const panel = element('td', { colspan: columns, role: 'cell' }, [
    ...(items.length === 0 ? [] : [title, element('ul', { class: 'reasons' }, items)]),
    facts,
  ]);
  return element('tr', { class: 'evidence', role: 'row', id: `evidence-${row}` }, [panel]);
}
