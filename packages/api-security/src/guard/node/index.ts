export type { ApiPrincipal } from '../ports/api-principal.ts';
