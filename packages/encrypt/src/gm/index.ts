export { type GmTemplate, generateGmKeyset, gmKeyTypes, rotateToGm } from './gm-key-types.ts';
