/**
 * Names of providers that stand in the names of keys: `HEROKU_KEY`, `wx_app_secret`.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';

const names = (
  'adafruit adobe airtable algolia alibaba aliyun asana atlassian aws confluence jira beamer bitbucket bittrex meraki cloudflare codecov cohere ' +
  'coinbase confluent contentful contribsys databricks datadog deepseek discord doppler droneci dropbox duffel dynatrace easypost etsy facebook ' +
  'fastly feishu lark finicity finnhub flickr flutterwave frameio freshbooks gitter gocardless grafana hashicorp heroku huawei hubspot intercom ' +
  'jfrog artifactory kraken kucoin launchdarkly linear linkedin lob looker mailchimp mailgun mapbox mattermost messagebird moonshot netlify ' +
  'newrelic notion npm nytimes okta openai planetscale plaid postman prefect privateai pulumi qiniu rapidapi readme rubygems scalingo segment ' +
  'sendbird sendgrid sendinblue sentry shippo shopify sidekiq slack snyk sonar sourcegraph spotify square squarespace stripe sumologic sumo ' +
  'telegram tencent tencentcloud qcloud travisci trello twilio twitch twitter typeform vault wechat weixin wx wxpay wecom wework qywx dingtalk dingding ' +
  'baidu bce qianfan volcengine volc yandex zendesk zoom zhipu zhipuai dashscope huaweicloud hwcloud alibabacloud alicloud jpush jiguang amap gaode ucloud ' +
  'ksyun jdcloud upyun alipay iflytek xfyun siliconflow minimax rongcloud yunxin umeng getui'
).split(' ');

const known = new Set(names);

/** Other names of a provider, and services that only one has: they name it where the rest of the name speaks of a key. */
const aliases: Readonly<Record<string, string>> = {
  alibabacloud: 'alibaba',
  alicloud: 'alibaba',
  aliyun: 'alibaba',
  oss: 'alibaba',
  tencentcloud: 'tencent',
  qcloud: 'tencent',
  cos: 'tencent',
  huaweicloud: 'huawei',
  hwcloud: 'huawei',
  hw: 'huawei',
  obs: 'huawei',
  bce: 'baidu',
  bos: 'baidu',
  qianfan: 'baidu',
  volc: 'volcengine',
  tos: 'volcengine',
  kodo: 'qiniu',
  weixin: 'wechat',
  wx: 'wechat',
  wxpay: 'wechat',
  qywx: 'wecom',
  wework: 'wecom',
  dingding: 'dingtalk',
  lark: 'feishu',
  zhipuai: 'zhipu',
};

/** All names, in lower case. */
export const providerNames: readonly string[] = names;

/** Providers whose secrets have an id of their own in the category contract. */
const contract: Readonly<Record<string, CategoryId>> = {
  wechat: 'secret.wechat.app_secret',
  qiniu: 'secret.qiniu.access_key',
  huawei: 'secret.huawei.access_key',
  baidu: 'secret.baidu.access_key',
  volcengine: 'secret.volcengine.access_key',
  dingtalk: 'secret.dingtalk.robot_token',
  aws: 'secret.aws.secret_access_key',
  alibaba: 'secret.alibaba.secret_key',
  tencent: 'secret.tencent.secret_key',
};

/** The same for the identifiers that go with them: `aliyun.accessKeyId`. */
const identifiers: Readonly<Record<string, CategoryId>> = {
  aws: 'secret.aws.access_key_id',
  alibaba: 'secret.alibaba.access_key_id',
  tencent: 'secret.tencent.secret_id',
};

/** The provider that one of the words of a key's name is, or begins with: `sonar`, `messagebird`. */
export function providerIn(words: readonly string[]): string | undefined {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (known.has(word)) return word;
    const pair = word + (words[index + 1] ?? '');
    if (known.has(pair)) return pair;
  }
  return undefined;
}

/** The provider of which the words of a secret's name tell, also by the names of its services: `OBS_ACCESS_KEY`. */
export function ownerOf(words: readonly string[]): string | undefined {
  const provider = providerIn(words) ?? words.find((word) => Object.hasOwn(aliases, word));
  return provider === undefined ? undefined : (aliases[provider] ?? provider);
}

/** The category of a secret of a provider, as {@link ownerOf} gives it. */
export function categoryOfProvider(provider: string, name: string): CategoryId {
  if (/(?:id|ak)$/i.test(name) && Object.hasOwn(identifiers, provider))
    return identifiers[provider]!;
  if (provider === 'dingtalk' && /(?:app|client|corp)[_.-]?(?:secret|key)/i.test(name))
    return 'secret.dingtalk.app_secret';
  const own = Object.hasOwn(contract, provider) ? contract[provider] : undefined;
  return (
    own ??
    `secret.${provider}.${/token/i.test(name) ? 'token' : /secret/i.test(name) ? 'secret' : 'key'}`
  );
}
