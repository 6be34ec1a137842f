export { classifyFieldName, type FieldNameClass } from './classify-field-name.ts';
