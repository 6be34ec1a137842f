export { auditGraphql, type GraphqlAuditOptions } from './audit-graphql.ts';
