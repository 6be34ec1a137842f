/**
 * Web addresses that are themselves secrets: whoever knows them may post.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';

/** Host with the path that follows, category, and the rest of the address. */
export const webhooks: readonly (readonly [host: string, category: CategoryId, rest: RegExp])[] = [
  [
    'hooks.slack.com/',
    'secret.slack.webhook',
    /^(?:services|workflows|triggers)\/[A-Za-z0-9+/]{30,56}/,
  ],
  ['open.feishu.cn/open-apis/bot/', 'secret.feishu.webhook', /^(?:v2\/)?hook\/[\w-]{20,50}/],
  ['open.larksuite.com/open-apis/bot/', 'secret.feishu.webhook', /^(?:v2\/)?hook\/[\w-]{20,50}/],
  ['oapi.dingtalk.com/robot/send?', 'secret.dingtalk.robot_token', /^access_token=[\da-f]{40,80}/],
  ['qyapi.weixin.qq.com/cgi-bin/webhook/send?', 'secret.wechat.webhook', /^key=[\da-f-]{36}/],
  ['discord.com/api/webhooks/', 'secret.discord.webhook', /^\d{15,20}\/[\w-]{50,90}/],
  ['discordapp.com/api/webhooks/', 'secret.discord.webhook', /^\d{15,20}\/[\w-]{50,90}/],
  ['api.telegram.org/bot', 'secret.telegram.bot_token', /^\d{8,12}:[\w-]{35}/],
];
