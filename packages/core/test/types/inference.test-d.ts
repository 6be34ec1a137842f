import {
  type Action,
  type ActionDocument,
  type ActionKind,
  type CategoryId,
  compilePolicy,
  DataSecurityError,
  type Decision,
  type FieldContext,
  isDataSecurityError,
  type Level,
  type LevelCondition,
  type Likelihood,
  type Policy,
  type PolicyDocument,
  parsePolicy,
  type RandomBytes,
  safeParsePolicy,
  type Transform,
} from '@yushu/core';
import { describe, expectTypeOf, it } from 'vitest';

describe('what users rely on', () => {
  it('category ids are named, families are open, typing errors are not', () => {
    expectTypeOf<'contact.phone'>().toExtend<CategoryId>();
    expectTypeOf<'id.tax.de'>().toExtend<CategoryId>();
    expectTypeOf<'secret.sendgrid.api_key'>().toExtend<CategoryId>();
    expectTypeOf<'custom.badge'>().toExtend<CategoryId>();
    expectTypeOf<'contact.phnoe'>().not.toExtend<CategoryId>();
    expectTypeOf<string>().not.toExtend<CategoryId>();
  });

  it('levels and conditions on them', () => {
    expectTypeOf<Level>().toEqualTypeOf<1 | 2 | 3 | 4 | 'important' | 'core'>();
    expectTypeOf<'>=important'>().toExtend<LevelCondition>();
    expectTypeOf<'>=5'>().not.toExtend<LevelCondition>();
    expectTypeOf<Likelihood>().toEqualTypeOf<
      'very_unlikely' | 'unlikely' | 'possible' | 'likely' | 'very_likely'
    >();
  });

  it('an action narrows by its kind', () => {
    expectTypeOf<Extract<Action, { kind: 'fpe' }>['key']>().toEqualTypeOf<string>();
    expectTypeOf<Extract<Action, { kind: 'mask' }>['keepFirst']>().toEqualTypeOf<number>();
    expectTypeOf<ActionKind>().toEqualTypeOf<Action['kind']>();
    expectTypeOf<{ readonly encrypt: { readonly key: string } }>().toExtend<ActionDocument>();
    expectTypeOf<{ readonly encrypt: object }>().not.toExtend<ActionDocument>();
  });

  it('a parsed policy is typed, a failed one has problems', () => {
    expectTypeOf(parsePolicy).parameter(0).toEqualTypeOf<unknown>();
    expectTypeOf(parsePolicy).returns.toEqualTypeOf<Policy>();
    const result = safeParsePolicy({});
    if (result.ok) expectTypeOf(result.policy).toEqualTypeOf<Policy>();
    else expectTypeOf(result.problems[0]!.pointer).toEqualTypeOf<string>();
    expectTypeOf(compilePolicy).returns.returns.toEqualTypeOf<Decision>();
    expectTypeOf<Decision['rule']>().toEqualTypeOf<number | 'default'>();
    expectTypeOf<{ version: 1; rules: []; default: 'allow' }>().toExtend<PolicyDocument>();
    expectTypeOf<{ version: 2; rules: []; default: 'allow' }>().not.toExtend<PolicyDocument>();
  });

  it('an error keeps its code, and asking for a code narrows', () => {
    expectTypeOf(
      new DataSecurityError('ERR_CORE_LEVEL', '').code,
    ).toEqualTypeOf<'ERR_CORE_LEVEL'>();
    const caught: unknown = undefined;
    if (isDataSecurityError(caught, 'ERR_CORE_POLICY')) {
      expectTypeOf(caught.code).toEqualTypeOf<'ERR_CORE_POLICY'>();
    }
    if (isDataSecurityError(caught)) expectTypeOf(caught.code).toEqualTypeOf<string>();
  });

  it('ports are plain functions and objects', () => {
    expectTypeOf<RandomBytes>().toEqualTypeOf<(length: number) => Uint8Array>();
    expectTypeOf<Transform['apply']>().parameters.toEqualTypeOf<[string, FieldContext]>();
    // Everything that is given is read-only.
    expectTypeOf<Policy>().toEqualTypeOf<Readonly<Policy>>();
  });
});
