import type { Transform } from '@yushu/core';
import {
  createBucket,
  createFormMask,
  createMask,
  createRedaction,
  createReplacement,
  createRounding,
  type MaskForm,
  maskForms,
} from '@yushu/mask';
import { cliError } from '../cli-error.ts';
import { columnForms } from './column-forms.ts';

/** A column and what becomes of its values. */
export interface ColumnMask {
  readonly column: string;
  /** How it is named in the summary. */
  readonly form: string;
  readonly transform: Transform;
}

function usage(text: string, expected: string): Error {
  return cliError('ERR_CLI_USAGE', `--column ${text} cannot be read`, { hint: expected });
}

function readTransform(text: string, form: string): Transform {
  const [kind, ...rest] = form.split(':');
  const parameter = rest.join(':');
  const number = parameter.trim() === '' ? Number.NaN : Number(parameter);
  if (rest.length === 0 && maskForms.includes(kind as MaskForm)) {
    return createFormMask({ form: kind as MaskForm });
  }
  switch (kind) {
    case 'keep': {
      const [first, last] = parameter.split(',').map(Number);
      if (/^[0-9]+,[0-9]+$/.test(parameter)) {
        return createMask({ keepFirst: first!, keepLast: last! });
      }
      break;
    }
    case 'redact':
      if (rest.length === 0) return createRedaction();
      break;
    case 'replace':
      if (parameter !== '') return createReplacement({ with: parameter });
      break;
    case 'empty':
      if (rest.length === 0) return { name: 'empty', apply: () => '' };
      break;
    case 'bucket':
      if (number > 0) return createBucket({ width: number });
      break;
    case 'round':
      if (number > 0) return createRounding({ step: number });
      break;
  }
  throw usage(text, `Give NAME=FORM, with a form of ${columnForms}.`);
}

/**
 * Reads `NAME=FORM`.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE`.
 */
export function readColumnMask(text: string): ColumnMask {
  const at = text.indexOf('=');
  if (at < 1) throw usage(text, 'Give NAME=FORM, such as 手机号=phone.');
  const form = text.slice(at + 1);
  return { column: text.slice(0, at), form, transform: readTransform(text, form) };
}
