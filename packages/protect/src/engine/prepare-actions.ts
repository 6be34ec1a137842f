import type { Action, CategoryId, Decision, KeyProvider, Policy } from '@yushu/core';
import { createFieldCipher } from '@yushu/encrypt';
import { createFpe } from '@yushu/encrypt/fpe';
import { createMask, createPseudonym, createRedaction, createReplacement } from '@yushu/mask';
import { protectError } from '../errors.ts';
import { holdsSealed } from '../sealed/find-sealed.ts';
import { Sealer } from '../sealed/sealer.ts';
import { blockedText, type CoverPlace, type FormatCipher, type Treatment } from './treatment.ts';

/** Every action that a policy can answer with. */
function actionsOf(policy: Policy): readonly Action[] {
  return [...policy.rules.map((rule) => rule.action), policy.default];
}

/** Makes the treatment of a decision. */
export type MakeTreatment = (decision: Decision, category: CategoryId | undefined) => Treatment;

/** A policy's actions with their keys in hand. */
export interface PreparedActions {
  readonly makeTreatment: MakeTreatment;
  /** Every way in which the policy seals; no two are alike. */
  readonly sealers: readonly Sealer[];
}

function sealerName(action: Action & { kind: 'encrypt' }): string {
  return JSON.stringify([action.key, action.context]);
}

function formatName(action: Action & { kind: 'fpe' }): string {
  return JSON.stringify([action.format, action.key]);
}

/** Whether values can be revealed that were encrypted in their format: they bear no mark, and are only found by scanning. */
export function seeksFormats(policy: Policy): boolean {
  return policy.rules.some((rule) => rule.action.kind === 'fpe' && rule.unless !== undefined);
}

/** Texts that a policy puts in the place of values must not look like sealed ones. */
function checkTexts(actions: readonly Action[]): void {
  for (const action of actions) {
    if ('with' in action && action.with !== undefined && holdsSealed(action.with)) {
      throw protectError('ERR_PROTECT_OPTIONS', 'A text of the policy looks like a sealed value', {
        hint: 'Choose another text for `with`: ysk1. begins what encrypt makes.',
        details: { action: action.kind },
      });
    }
  }
}

/**
 * Fetches the keys that a policy names. Pseudonyms cannot be turned back: who only reveals does without their keys.
 *
 * @throws {DataSecurityError} `ERR_PROTECT_OPTIONS` where keys are needed and none were given; what the provider throws.
 */
export async function prepareActions(
  policy: Policy,
  keys: KeyProvider | undefined,
  use: 'protect' | 'reveal',
): Promise<PreparedActions> {
  const actions = actionsOf(policy);
  checkTexts(actions);
  const sealers = new Map<string, Sealer>();
  const formats = new Map<string, { cipher: FormatCipher; keyId: string }>();
  const pseudonyms = new Map<string, ReturnType<typeof createPseudonym>>();
  const provider = (key: string): KeyProvider => {
    if (keys !== undefined) return keys;
    throw protectError('ERR_PROTECT_OPTIONS', 'The policy needs keys, and none were given', {
      hint: 'Give a key provider, for example of createKeyProvider or a key file.',
      details: { key },
    });
  };
  for (const action of actions) {
    if (action.kind === 'encrypt' && !sealers.has(sealerName(action))) {
      const aead = await provider(action.key).aead(action.key);
      sealers.set(
        sealerName(action),
        new Sealer(action.key, action.context, createFieldCipher(aead)),
      );
    } else if (action.kind === 'fpe' && !formats.has(formatName(action))) {
      const key = await provider(action.key).blockCipherKey(action.key);
      formats.set(formatName(action), {
        cipher: createFpe({ format: action.format, key }),
        keyId: key.keyId,
      });
    } else if (action.kind === 'pseudonym' && use === 'protect' && !pseudonyms.has(action.key)) {
      const prf = await provider(action.key).prf(action.key);
      pseudonyms.set(action.key, createPseudonym({ prf }));
    }
  }
  const makeTreatment: MakeTreatment = ({ action, rule }, category) => {
    const base = { action: action.kind, rule, category };
    const none = { keyId: undefined, sealer: undefined, format: undefined, cover: undefined };
    if (action.kind === 'encrypt') {
      const sealer = sealers.get(sealerName(action))!;
      return { ...base, ...none, sealer, keyId: sealer.keyId };
    }
    if (action.kind === 'fpe') {
      const { cipher, keyId } = formats.get(formatName(action))!;
      return { ...base, ...none, format: cipher, keyId };
    }
    if (action.kind === 'pseudonym') {
      const pseudonym = pseudonyms.get(action.key);
      if (pseudonym === undefined) return { ...base, ...none };
      const cover = (value: string, place: CoverPlace) => pseudonym.apply(value, place);
      return { ...base, ...none, cover, keyId: pseudonym.keyId };
    }
    return { ...base, ...none, cover: coverOf(action, category) };
  };
  return { makeTreatment, sealers: [...sealers.values()] };
}

function coverOf(
  action: Exclude<Action, { kind: 'encrypt' | 'fpe' | 'pseudonym' }>,
  category: CategoryId | undefined,
): ((value: string) => string) | undefined {
  switch (action.kind) {
    case 'allow':
      return undefined;
    case 'block':
      return () => blockedText;
    case 'replace':
      return (value) => createReplacement({ with: action.with }).apply(value, {});
    case 'mask': {
      const mask = createMask(action);
      return (value) => mask.apply(value, {});
    }
    case 'redact': {
      const redaction = createRedaction({
        ...(action.with === undefined ? {} : { with: action.with }),
        ...(category === undefined ? {} : { category }),
      });
      return (value) => redaction.apply(value, {});
    }
  }
}
