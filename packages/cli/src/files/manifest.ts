import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DataSecurityError, type KeyProvider, type Policy } from '@yushu/core';
import type { DocumentSummary } from '@yushu/protect';
import { cliError } from '../cli-error.ts';
import type { Storage } from './input-text.ts';
import { systemReason } from './system-reason.ts';

/** A manifest is some kilobytes, most of them the policy. */
const maxBytes = 16 * 1024 * 1024;

/** What is needed to reveal a protected document, and what was done to it. */
export interface Manifest {
  readonly format: 'yushu-manifest';
  readonly version: 1;
  /** When it was made, ISO 8601. */
  readonly created: string;
  /** The policy as it was written, YAML or JSON. */
  readonly policy: string;
  readonly table?: string;
  readonly tenant?: string;
  /** How the document is stored. */
  readonly document: Storage;
  readonly records: number;
  readonly actions: DocumentSummary['actions'];
  readonly withheld: number;
}

/** What proves that a manifest was made by someone who has a key of the policy. */
interface Authentication {
  readonly key: string;
  readonly kind: 'aead' | 'fpe';
  readonly tag: string;
}

/** The key of a policy that authenticates its manifests: one that can be turned back, for nothing else is ever revealed. */
function authenticatingKey(policy: Policy): Pick<Authentication, 'key' | 'kind'> | undefined {
  const actions = [...policy.rules.map((rule) => rule.action), policy.default];
  for (const action of actions) {
    if (action.kind === 'encrypt') return { key: action.key, kind: 'aead' };
  }
  for (const action of actions) if (action.kind === 'fpe') return { key: action.key, kind: 'fpe' };
  return undefined;
}

function bytesOf(manifest: Manifest): Buffer {
  return Buffer.from(`yushu.manifest.v1\0${JSON.stringify(manifest)}`, 'utf8');
}

async function macOf(manifest: Manifest, key: string, keys: KeyProvider): Promise<Buffer> {
  const { bytes } = await keys.blockCipherKey(key);
  const macKey = Buffer.from(hkdfSync('sha256', bytes, '', 'yushu manifest mac', 32));
  return createHmac('sha256', macKey).update(bytesOf(manifest)).digest();
}

/**
 * The text of a manifest, authenticated with a key of its policy.
 *
 * Nothing is sealed in it: an empty message is, with the manifest as associated data, so that whoever has the key can tell whether
 * a byte of it has been changed.
 */
export async function writeManifest(
  manifest: Manifest,
  policy: Policy,
  keys: KeyProvider | undefined,
): Promise<string> {
  const chosen = authenticatingKey(policy);
  let authentication: Authentication | undefined;
  if (chosen !== undefined && keys !== undefined) {
    const tag =
      chosen.kind === 'aead'
        ? (await keys.aead(chosen.key)).seal(new Uint8Array(0), bytesOf(manifest))
        : await macOf(manifest, chosen.key, keys);
    authentication = { ...chosen, tag: Buffer.from(tag).toString('base64url') };
  }
  return `${JSON.stringify({ ...manifest, ...(authentication ? { authentication } : {}) }, null, 2)}\n`;
}

/** The same for everything that does not open, as `@yushu/encrypt` has it. */
function refuseToOpen(): never {
  throw new DataSecurityError('ERR_ENCRYPT_OPEN', 'Could not be opened', {
    hint: 'The key, the context or the ciphertext is not the one it was sealed with.',
  });
}

function notOne(path: string): never {
  throw cliError('ERR_CLI_MANIFEST', `${path} is no manifest of yushu`, {
    hint: 'Give --policy and --table as for protect, or the right --manifest.',
    details: { path },
  });
}

/** A manifest as it was read; nothing of it may be used before it is authenticated. */
export interface UnverifiedManifest {
  readonly manifest: Manifest;
  readonly authentication: Authentication | undefined;
}

/**
 * Reads a manifest. See {@link verifyManifest}.
 *
 * @throws {DataSecurityError} `ERR_CLI_MANIFEST` where there is none.
 */
export async function readManifest(path: string): Promise<UnverifiedManifest> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw cliError('ERR_CLI_MANIFEST', `${path}: ${systemReason(error) ?? 'cannot be read'}`, {
      hint: 'Give --policy and --table as for protect, or say where the manifest is: --manifest FILE.',
      details: { path },
    });
  }
  if (text.length > maxBytes) notOne(path);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    notOne(path);
  }
  if (typeof document !== 'object' || document === null) notOne(path);
  const { authentication, ...manifest } = document as Manifest & {
    authentication?: Authentication;
  };
  if (manifest.format !== 'yushu-manifest' || manifest.version !== 1) notOne(path);
  return { manifest, authentication };
}

/**
 * The manifest, where it is as protect wrote it.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong: another key, or any change.
 */
export async function verifyManifest(
  { manifest, authentication }: UnverifiedManifest,
  keys: KeyProvider,
): Promise<Manifest> {
  if (authentication === undefined) {
    throw cliError('ERR_CLI_MANIFEST', 'Nothing in the document can be revealed', {
      hint: 'Its policy masks or withholds, which cannot be turned back.',
    });
  }
  try {
    const { key, kind, tag } = authentication;
    const given = Buffer.from(tag, 'base64url');
    if (kind === 'aead') (await keys.aead(key)).open(given, bytesOf(manifest));
    else {
      const expected = await macOf(manifest, key, keys);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) refuseToOpen();
    }
  } catch {
    refuseToOpen();
  }
  return manifest;
}
