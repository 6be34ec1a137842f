export type { AccessPrincipal, AccessRequest, AccessResource } from './access-request.ts';
