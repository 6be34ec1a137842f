export type { AccessRequest } from '../access-request.ts';
