/**
 * Secrets that tell themselves by their prefix: prefix, alphabet and length, from the providers' documentation.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';

/** A family of tokens. */
export interface TokenRule {
  readonly category: CategoryId;
  /** Literal text before the random part; letters in the case given. */
  readonly prefix: string;
  /** Which characters may follow. */
  readonly alphabet: Alphabet;
  /** How many of them. */
  readonly shortest: number;
  readonly longest: number;
  /** Whether the prefix is so common that chance matters: then the rest must look random. */
  readonly weak?: boolean;
}

/** Sets of characters; `base64url` is letters, digits, `_` and `-`. */
export type Alphabet =
  | 'digits'
  | 'hex'
  | 'base32'
  | 'upperAlnum'
  | 'lowerAlnum'
  | 'alnum'
  | 'word'
  | 'base64url'
  | 'base64'
  | 'dotted';

type Row = readonly [
  category: CategoryId,
  prefixes: string,
  alphabet: Alphabet,
  shortest: number,
  longest: number,
  weak?: boolean,
];

const rows: readonly Row[] = [
  ['secret.aws.access_key_id', 'AKIA ASIA ABIA ACCA', 'base32', 16, 16],
  ['secret.alibaba.access_key_id', 'LTAI', 'alnum', 12, 20],
  ['secret.tencent.secret_id', 'AKID', 'alnum', 32, 32],
  ['secret.volcengine.access_key', 'AKLT', 'alnum', 40, 44],
  ['secret.baidu.access_key', 'ALTAK', 'alnum', 21, 21],
  ['secret.github.token', 'ghp_ gho_ ghu_ ghs_ ghr_', 'alnum', 36, 36],
  ['secret.github.token', 'github_pat_', 'word', 82, 82],
  [
    'secret.gitlab.token',
    'glpat- glptt- gldt- glrt- glcbt- glsoat- glft- glimt- glagent- gloas-',
    'base64url',
    20,
    64,
  ],
  ['secret.slack.token', 'xoxb- xoxp- xoxa- xoxr- xoxe- xoxs- xapp-', 'base64url', 20, 200],
  ['secret.stripe.key', 'sk_live_ sk_test_ rk_live_ rk_test_ sk_prod_ rk_prod_', 'alnum', 10, 99],
  ['secret.openai.key', 'sk-proj- sk-svcacct- sk-admin-', 'base64url', 40, 200],
  ['secret.openai.key', 'sk-', 'alnum', 40, 64],
  ['secret.anthropic.key', 'sk-ant-', 'base64url', 40, 140],
  ['secret.google.api_key', 'AIza', 'base64url', 35, 35],
  ['secret.npm.token', 'npm_', 'alnum', 36, 36],
];

/** All rules, the longest prefix first. */
export const tokenRules: readonly TokenRule[] = rows
  .flatMap(([category, prefixes, alphabet, shortest, longest, weak = false]) =>
    prefixes.split(' ').map((prefix) => ({ category, prefix, alphabet, shortest, longest, weak })),
  )
  .sort((a, b) => b.prefix.length - a.prefix.length);
