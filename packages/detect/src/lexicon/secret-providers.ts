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
  'telegram tencent qcloud travisci trello twilio twitch twitter typeform vault wechat weixin wx dingtalk baidu volcengine volc yandex zendesk zoom zhipu dashscope'
).split(' ');

const known = new Set(names);

/** All names, in lower case. */
export const providerNames: readonly string[] = names;

/** Providers whose secrets have an id of their own in the category contract. */
const contract: Readonly<Record<string, CategoryId>> = {
  wechat: 'secret.wechat.app_secret',
  weixin: 'secret.wechat.app_secret',
  wx: 'secret.wechat.app_secret',
  qiniu: 'secret.qiniu.access_key',
  huawei: 'secret.huawei.access_key',
  baidu: 'secret.baidu.access_key',
  volcengine: 'secret.volcengine.access_key',
  volc: 'secret.volcengine.access_key',
  dingtalk: 'secret.dingtalk.robot_token',
  aws: 'secret.aws.secret_access_key',
  aliyun: 'secret.alibaba.secret_key',
  alibaba: 'secret.alibaba.secret_key',
  tencent: 'secret.tencent.secret_key',
  qcloud: 'secret.tencent.secret_key',
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

/** The category of a secret of a provider. */
export function categoryOfProvider(provider: string, name: string): CategoryId {
  return (
    contract[provider] ??
    `secret.${provider}.${/token/i.test(name) ? 'token' : /secret/i.test(name) ? 'secret' : 'key'}`
  );
}
