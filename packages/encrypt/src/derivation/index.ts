export { deriveKeyset, generateDeriverKeyset } from './prf-based-deriver.ts';
