export {
  type CasbinAuthoriseOptions,
  type CasbinEnforcer,
  createCasbinAuthorise,
} from './create-casbin-authorise.ts';
export {
  type CasbinPolicy,
  type CasbinPolicyProblem,
  readCasbinPolicy,
} from './read-casbin-policy.ts';
