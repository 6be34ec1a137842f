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
  /** Form of the part behind the prefix, where the provider gives it one. */
  readonly pattern: RegExp | undefined;
}

/** Sets of characters; `base64url` is letters, digits, `_` and `-`. */
export type Alphabet =
  | 'digits'
  | 'hex'
  | 'hexAny'
  | 'letters'
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
  pattern?: RegExp,
];

const rows: readonly Row[] = [
  // DER of RFC 5915 in base64: version 1 and a key of 256, 384 or 521 bits. Others are told by `bare-private-key`.
  ['secret.private_key', 'MHcCAQEEI', 'base64', 151, 157],
  ['secret.private_key', 'MIGkAgEBBD', 'base64', 208, 216],
  ['secret.private_key', 'MIHcAgEBBEI', 'base64', 282, 290],
  ['secret.aws.access_key_id', 'AKIA ASIA ABIA ACCA', 'base32', 16, 16],
  ['secret.aws.bedrock_key', 'ABSK', 'base64', 109, 269],
  ['secret.aws.bedrock_key', 'bedrock-api-key-', 'base64', 40, 2000],
  ['secret.alibaba.access_key_id', 'LTAI', 'alnum', 12, 20],
  ['secret.tencent.secret_id', 'AKID', 'alnum', 32, 32],
  ['secret.volcengine.access_key', 'AKLT', 'alnum', 40, 44],
  ['secret.baidu.access_key', 'ALTAK', 'alnum', 21, 21],
  ['secret.baidu.access_key', 'bce-v3/ALTAK-', 'base64', 40, 80],
  ['secret.github.token', 'ghp_ gho_ ghu_ ghs_ ghr_', 'alnum', 36, 36],
  ['secret.github.token', 'github_pat_', 'word', 82, 82],
  ['secret.gitlab.token', 'glpat- gldt- glrt- glcbt- glsoat- glft- glffct-', 'dotted', 20, 70],
  ['secret.gitlab.token', 'glimt-', 'base64url', 25, 25],
  ['secret.gitlab.token', 'glptt-', 'base64url', 40, 40],
  ['secret.gitlab.token', 'glagent-', 'base64url', 50, 1024],
  ['secret.gitlab.token', 'gloas-', 'base64url', 64, 64],
  ['secret.gitlab.token', 'GR1348941', 'base64url', 20, 50],
  ['secret.gitlab.token', '_gitlab_session=', 'alnum', 32, 32],
  [
    'secret.slack.token',
    'xoxb- xoxp- xoxa- xoxr- xoxe- xoxs- xoxo- xapp-',
    'base64url',
    16,
    260,
    /\d{3}/,
  ],
  ['secret.slack.token', 'xoxe.xoxb- xoxe.xoxp-', 'base64url', 100, 300, /\d{3}/],
  ['secret.stripe.key', 'sk_live_ sk_test_ rk_live_ rk_test_ sk_prod_ rk_prod_', 'alnum', 10, 99],
  ['secret.openai.key', 'sk-proj- sk-svcacct- sk-admin-', 'base64url', 40, 200, /T3BlbkFJ/],
  ['secret.openai.key', 'sk-', 'alnum', 32, 64],
  [
    'secret.anthropic.key',
    'sk-ant-api03- sk-ant-admin01- sk-ant-oat01-',
    'base64url',
    95,
    95,
    /AA$/,
  ],
  [
    'secret.onepassword.secret_key',
    'A3-',
    'base64url',
    34,
    36,
    /^[A-Z\d]{6}-(?:[A-Z\d]{11}|[A-Z\d]{6}-[A-Z\d]{5})(?:-[A-Z\d]{5}){3}$/,
  ],
  ['secret.google.api_key', 'AIza', 'base64url', 35, 35],
  ['secret.google.client_secret', 'GOCSPX-', 'base64url', 28, 28],
  ['secret.npm.token', 'npm_', 'alnum', 36, 36],
  ['secret.pypi.token', 'pypi-AgEIcHlwaS5vcmc', 'base64url', 50, 1000],
  ['secret.pypi.token', 'pypi-AgENdGVzdC5weXBpLm9yZ', 'base64url', 50, 1000],
  ['secret.onepassword.service_token', 'ops_eyJ', 'base64', 240, 4000],
  ['secret.adobe.client_secret', 'p8e-', 'alnum', 32, 32],
  ['secret.age.key', 'AGE-SECRET-KEY-1', 'upperAlnum', 58, 58],
  ['secret.artifactory.key', 'AKCp', 'alnum', 69, 69],
  ['secret.artifactory.token', 'cmVmd', 'alnum', 59, 59],
  ['secret.atlassian.token', 'ATATT3', 'base64url', 180, 200],
  ['secret.clickhouse.key', '4b1d', 'alnum', 38, 38],
  ['secret.clojars.token', 'CLOJARS_', 'alnum', 60, 60],
  ['secret.contentful.token', 'CFPAT-', 'base64url', 43, 43],
  ['secret.databricks.token', 'dapi', 'hex', 32, 32],
  ['secret.digitalocean.token', 'dop_v1_ doo_v1_ dor_v1_', 'hex', 64, 64],
  ['secret.docker.token', 'dckr_pat_ dckr_oat_', 'base64url', 27, 40],
  ['secret.doppler.token', 'dp.pt. dp.st. dp.ct. dp.sa.', 'dotted', 40, 80],
  ['secret.duffel.token', 'duffel_test_ duffel_live_', 'base64url', 43, 43],
  ['secret.dynatrace.token', 'dt0c01. dt0s01. dt0s02.', 'dotted', 80, 100],
  ['secret.easypost.token', 'EZAK EZTK', 'alnum', 54, 54],
  ['secret.facebook.token', 'EAAM EAAC EAAB EAAG', 'alnum', 100, 400],
  ['secret.figma.token', 'figd_', 'base64url', 40, 40],
  ['secret.flutterwave.key', 'FLWSECK_TEST- FLWPUBK_TEST-', 'alnum', 12, 40],
  ['secret.flutterwave.key', 'FLWSECK-', 'base64url', 32, 40],
  ['secret.flyio.token', 'fo1_', 'base64url', 43, 43],
  ['secret.flyio.token', 'fm1a_ fm1r_ fm2_', 'base64', 100, 2000],
  ['secret.frameio.token', 'fio-u-', 'base64url', 64, 64],
  ['secret.freemius.key', 'sk_', 'dotted', 29, 29, /[^a-z\d]/],
  ['secret.grafana.token', 'glsa_', 'word', 41, 41],
  ['secret.grafana.token', 'glc_', 'base64', 32, 400],
  ['secret.grafana.token', 'eyJrIjoi', 'base64', 70, 400],
  ['secret.groq.key', 'gsk_', 'alnum', 52, 52],
  ['secret.harness.token', 'pat. sat.', 'dotted', 68, 72],
  ['secret.hashicorp.vault_token', 'hvs.', 'base64url', 90, 120],
  ['secret.hashicorp.vault_token', 'hvb.', 'base64url', 138, 300],
  ['secret.huggingface.token', 'hf_ api_org_', 'letters', 34, 34],
  ['secret.infracost.token', 'ico-', 'alnum', 32, 32],
  ['secret.intra42.client_secret', 's-s4t2ud- s-s4t2af-', 'hex', 64, 64],
  ['secret.linear.key', 'lin_api_', 'alnum', 40, 40],
  ['secret.mailgun.key', 'key-', 'hex', 32, 32],
  ['secret.netlify.token', 'nfp_', 'alnum', 36, 40],
  ['secret.newrelic.key', 'NRAK-', 'upperAlnum', 27, 27],
  ['secret.newrelic.key', 'NRJS- NRII-', 'base64url', 19, 32],
  ['secret.notion.token', 'ntn_', 'alnum', 46, 46],
  ['secret.octopus.key', 'API-', 'upperAlnum', 26, 26],
  ['secret.openshift.token', 'sha256~', 'base64url', 43, 43],
  ['secret.perplexity.key', 'pplx-', 'alnum', 48, 48],
  ['secret.planetscale.token', 'pscale_tkn_ pscale_pw_ pscale_oauth_', 'dotted', 32, 64],
  ['secret.postman.token', 'PMAK-', 'base64url', 59, 59],
  ['secret.prefect.token', 'pnu_', 'alnum', 36, 36],
  ['secret.pulumi.token', 'pul-', 'hex', 40, 40],
  ['secret.readme.token', 'rdme_', 'lowerAlnum', 70, 70],
  ['secret.replicate.token', 'r8_', 'alnum', 37, 37],
  ['secret.rubygems.token', 'rubygems_', 'hex', 48, 48],
  ['secret.scalingo.token', 'tk-us-', 'base64url', 48, 48],
  ['secret.sendgrid.token', 'SG.', 'dotted', 66, 66],
  ['secret.sendinblue.token', 'xkeysib-', 'base64url', 81, 81],
  ['secret.sentry.token', 'sntryu_', 'hex', 64, 64],
  ['secret.sentry.token', 'sntrys_eyJpYXQiO', 'base64', 80, 1000],
  ['secret.settlemint.token', 'sm_aat_ sm_pat_ sm_sat_', 'alnum', 16, 16],
  ['secret.shippo.token', 'shippo_live_ shippo_test_', 'hex', 40, 40],
  ['secret.shopify.token', 'shpat_ shpca_ shppa_ shpss_', 'hexAny', 32, 32],
  ['secret.sonar.token', 'sqp_ squ_ sqa_', 'hexAny', 40, 40],
  [
    'secret.sourcegraph.token',
    'sgp_',
    'word',
    40,
    60,
    /^(?:(?:[\da-fA-F]{16}|local)_)?[\da-fA-F]{40}$/,
  ],
  ['secret.square.token', 'sq0atp- sq0csp- sq0idp-', 'base64url', 22, 60],
  ['secret.square.token', 'EAAA', 'base64url', 60, 60],
  ['secret.supabase.token', 'sbp_', 'hex', 40, 40],
  ['secret.twilio.key', 'SK', 'hex', 32, 32],
  ['secret.typeform.token', 'tfp_', 'dotted', 59, 59],
  ['secret.ubidots.token', 'BBFF-', 'alnum', 30, 30],
  ['secret.xai.key', 'xai-', 'alnum', 80, 80],
  ['secret.yandex.key', 'AQVN', 'base64url', 35, 38],
];

/** All rules, the longest prefix first. */
export const tokenRules: readonly TokenRule[] = rows
  .flatMap(([category, prefixes, alphabet, shortest, longest, pattern]) =>
    prefixes
      .split(' ')
      .map((prefix) => ({ category, prefix, alphabet, shortest, longest, pattern })),
  )
  .sort((a, b) => b.prefix.length - a.prefix.length);
