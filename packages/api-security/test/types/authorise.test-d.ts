import type * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import type { AccessRuleDocument, createAuthoriser } from '@yushu/api-security/authorise';
import type { CasbinEnforcer, createCasbinAuthorise } from '@yushu/api-security/casbin';
import type { CedarModule, createCedarAuthorise } from '@yushu/api-security/cedar';
import type { ApiObserver, Authorise } from '@yushu/api-security/guard';
import type { ApiWatcher } from '@yushu/api-security/observe';
import type { Enforcer } from 'casbin';
import { expectTypeOf, test } from 'vitest';

test('what decides and what watches fit the guard', () => {
  expectTypeOf<ReturnType<typeof createAuthoriser>['decide']>().toExtend<Authorise>();
  expectTypeOf<ReturnType<typeof createCasbinAuthorise>>().toExtend<Authorise>();
  expectTypeOf<ReturnType<typeof createCedarAuthorise>>().toExtend<Authorise>();
  expectTypeOf<ApiWatcher>().toExtend<ApiObserver>();
});

test('the real libraries fit the adapters', () => {
  expectTypeOf<Enforcer>().toExtend<CasbinEnforcer>();
  expectTypeOf<typeof cedar>().toExtend<CedarModule>();
});

test('rules are checked as they are written', () => {
  expectTypeOf<{
    id: 'a';
    effect: 'permit';
    when: { owner: true };
  }>().toExtend<AccessRuleDocument>();
  expectTypeOf<{ id: 'a'; effect: 'allow' }>().not.toExtend<AccessRuleDocument>();
  expectTypeOf<{
    id: 'a';
    effect: 'deny';
    when: { owner: false };
  }>().not.toExtend<AccessRuleDocument>();
});
