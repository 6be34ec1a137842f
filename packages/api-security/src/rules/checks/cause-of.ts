import { fieldNameOf } from '../../fields/field-classes.ts';
import type { ApiNode } from '../../model/api-node.ts';
import type { ReportDetail } from '../rule.ts';

const nothing: ReportDetail = {};

/** The same field in many places is one cause: one decision mends them all. */
export function causeOf(node: ApiNode): ReportDetail {
  const name = fieldNameOf(node);
  return name === undefined ? nothing : { cause: name };
}
