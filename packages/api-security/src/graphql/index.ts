export { auditGraphql, type GraphqlAudit, type GraphqlAuditOptions } from './audit-graphql.ts';
