/**
 * Names of keys and variables that hold secrets.
 *
 * @module
 */
import { ownerOf, providerIn, providerNames } from './secret-providers.ts';

/** What a name says of its value. */
export type SecretKeyKind = 'password' | 'secret' | 'none';

const passwordWords = new Set([
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'passcode',
  'psw',
  'passwort',
  'pass',
  'pw',
  'userpass',
  'dbpass',
  'mima',
  'kouling',
  'userpassword',
  'dbpassword',
  'rootpassword',
  'mysqlpassword',
  'loginpwd',
  'userpwd',
  'requirepass',
  'masterauth',
  'pgpassword',
  'storepass',
  'keypass',
  'storepassword',
  'keypassword',
  'wifipassword',
  'adminpassword',
]);
const secretWords = new Set([
  'secret',
  'token',
  'credential',
  'credentials',
  'creds',
  'apikey',
  'secretkey',
  'accesskey',
  'appsecret',
  'accesstoken',
  'authtoken',
  'clientsecret',
  'privatekey',
  'appkey',
  'authkey',
  'apisecret',
  'apitoken',
  'accesskeysecret',
  'secretaccesskey',
  'bearer',
  'auth',
  'authorization',
  'passkey',
  'corpsecret',
  'mastersecret',
  'robotsecret',
  'encodingaeskey',
  'aeskey',
  'apiv3key',
  'masterkey',
  'signkey',
  'encryptkey',
  'mchkey',
]);
/** Last words that say a key of a cloud where another word names the cloud or its service. */
const shortKeys = new Set(['ak', 'sk']);
/** Words that name one. */
const cloudWords = new Set(
  'sdk cloud oss obs cos bos tos kodo s3 access hw storage bucket open api'.split(' '),
);
/** Words before `key` that make it a secret one. */
const keyWords = new Set([
  'api',
  'secret',
  'access',
  'auth',
  'encryption',
  'encrypt',
  'signing',
  'sign',
  'app',
  'client',
  'master',
  'service',
  'account',
  'license',
  'admin',
  'write',
  'deploy',
  'session',
  'crypto',
  'aes',
  'des',
  'hmac',
  'jwt',
  'shared',
  'subscription',
  'storage',
  'security',
  'sas',
  'webhook',
  'integration',
  'server',
  'consumer',
  'developer',
  'dev',
  'prod',
  'ssh',
  'rsa',
  'sdk',
  'bot',
  'user',
  'login',
  'cipher',
  'decrypt',
  'decryption',
  'host',
  'merchant',
  'pay',
  'wx',
  'wechat',
  'token',
  'mch',
  'robot',
  'corp',
]);
/** Last words that turn the name into something about a secret. */
const aboutWords = new Set([
  'nr',
  'nummer',
  'name',
  'id',
  'ids',
  'type',
  'file',
  'path',
  'url',
  'uri',
  'length',
  'algorithm',
  'alg',
  'expiry',
  'expires',
  'expiration',
  'expire',
  'ttl',
  'count',
  'format',
  'label',
  'ref',
  'prefix',
  'suffix',
  'version',
  'status',
  'field',
  'param',
  'parameter',
  'header',
  'manager',
  'provider',
  'store',
  'policy',
  'size',
  'limit',
  'limits',
  'index',
  'hint',
  'strength',
  'reset',
  'changed',
  'updated',
  'at',
  'rotation',
  'usage',
  'address',
  'endpoint',
  'issuer',
  'audience',
  'method',
  'mode',
  'class',
  'dir',
  'directory',
  'location',
  'arn',
  'alias',
  'fingerprint',
  'placeholder',
  'description',
  'input',
  'form',
  'text',
  'title',
  'message',
  'error',
  'required',
  'enabled',
  'service',
  'handler',
  'validator',
  'encoder',
  'map',
  'list',
  'set',
  'bytes',
  'bits',
  'timeout',
  'interval',
  'pattern',
  'regex',
  'rule',
  'rules',
  'schema',
  'column',
  'table',
  'group',
  'scope',
  'scopes',
  'kind',
  'source',
  'target',
  'manager',
  'checker',
  'event',
  'hash',
  'digest',
  'arg',
  'args',
  'through',
  'thru',
  'back',
  'image',
  'badge',
  'href',
]);
const negativeWords = new Set([
  'public',
  'pub',
  'primary',
  'foreign',
  'partition',
  'sort',
  'cache',
  'object',
  'composite',
  'unique',
  'hot',
  'dictionary',
  'translation',
  'i18n',
  'csrf',
  'page',
  'next',
  'continuation',
  'max',
  'min',
  'total',
  'num',
  'prompt',
  'completion',
  'input',
  'output',
]);

/** Names of messengers: alone, the name of an account. */
const messengers = new Set(
  'wechat weixin wx qywx wecom dingtalk dingding feishu lark telegram discord slack'.split(' '),
);

const zhPassword = /(?:密码|口令|暗号)(?:是|为)?$/;
const zhSecret = /(?:密钥|令牌|私钥|凭证|秘钥)(?:是|为)?$/;

/** Words of which one stands in the name of every secret; `value` stands for the name beside it. */
export function secretStems(): readonly string[] {
  return [...passwordWords, ...secretWords, ...providerNames, ...shortKeys, 'key', 'value'];
}

const cache = new Map<string, SecretKeyKind>();

/** What the name of a key or variable says of its value. */
export function classifyKey(name: string): SecretKeyKind {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const kind = classify(name);
  if (cache.size > 5000) cache.clear();
  cache.set(name, kind);
  return kind;
}

/** Words of a name in snake_case, kebab-case, dotted or camelCase, in lower case; digits at the end of a word are dropped. */
export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word !== '');
}

function classify(name: string): SecretKeyKind {
  if (zhPassword.test(name)) return 'password';
  if (zhSecret.test(name)) return 'secret';
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined || messengers.has(words.join(''))) return 'none';
  if (words.some((word) => negativeWords.has(word)))
    return words.some((word) => passwordWords.has(word)) && passwordWords.has(last)
      ? 'password'
      : 'none';
  if (
    providerIn(words) !== undefined &&
    !/url|host|path|version|region|bucket|name|type|channel|secrets|ttl|timeout|seconds|endpoint/.test(
      last,
    )
  ) {
    return words.some((word) => passwordWords.has(word)) ? 'password' : 'secret';
  }
  if (shortKeys.has(last) && words.slice(0, -1).some((word) => cloudWords.has(word)))
    return 'secret';
  // The identifier of a pair of keys opens nothing alone, but it is half of what does.
  if (
    last === 'id' &&
    /(?:access key|secret) id$/.test(words.join(' ')) &&
    ownerOf(words) !== undefined
  )
    return 'secret';
  if (aboutWords.has(last)) return 'none';
  if (passwordWords.has(last)) return 'password';
  if (last === 'key' || last === 'keys')
    return words.slice(0, -1).some((word) => keyWords.has(word)) ? 'secret' : 'none';
  // A word of the environment may follow: DB_PASSWORD_PROD, API_KEY_STAGING.
  const trailing = words.slice(-3);
  // `pass` alone is as often one of several passes, or what did not fail.
  if (trailing.some((word) => passwordWords.has(word) && word !== 'pass' && word.length > 2))
    return 'password';
  if (trailing.some((word) => secretWords.has(word))) return 'secret';
  const key = words.indexOf('key');
  return key > 0 && key >= words.length - 2 && keyWords.has(words[key - 1]!) ? 'secret' : 'none';
}
