import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();

/** Forms of source code that are no data, of the kinds that the experiment on installed packages shows. */
test.each([
  'if(e.token===1077936157){e.assignable&2}',
  'w.token===20?(e.assignable&1):18||e.token===7',
  'Pw=43709,i1="new",LH="Failure"',
  'exports.ER_MUST_CHANGE_PASSWORD_LOGIN = 1862;',
  'var UnzipPassThrough = /*#__PURE__*/ (function () {});',
  'this.passwordSha1 = connection.config.passwordSha1;',
  '[Tokenizer.COMMENT_TOKEN]: appendCommentToRootHtmlElement,',
  'exports.AwsSdkSigV4ASigner = AwsSdkSigV4ASigner;',
  'const X_AWS_EC2_METADATA_TOKEN_TTL = "x-aws-ec2-metadata-token-ttl-seconds";',
  '"react-is-18": "npm:react-is@18.3.1",',
  '[npm-image]: http://img.shields.io/npm/v/merge2.svg',
  '![](https://codecov.io/gh/a/b/graph/badge.svg?token=xcfqHhJC37)',
  'KeyId: "arn:aws:kms:us-east-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",',
  "PWD: '/Users/someone',",
  'pass: matchResult?.pass ?? false,',
  '  - name: Setup Node',
  'name: Lock Threads',
  '{"key":"de","name":"German"},{"key":"ka","name":"Georgian"}',
  '"pbkdf2-password": "1.2.1",',
  'took 20 ms Total time',
  '    name: String;',
  'where: { last_name: NotNull }',
  "address: '127.0.0.1', netmask: '255.0.0.0',",
  "netmask: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',",
  'someone:x:1022:1022::/home/someone:/bin/bash',
  "host = '169.254.169.254'",
  '"America/Montevideo|LMT MMT -04 -03 -0330 -0230 -02 -0130|3I.P"',
  'c-.067-.019-.177-.011-.3.071a5.909 5.909 0 0 1',
  '"邵绍奢赊蛇舌舍赦摄射慑涉设砷申呻伸身深娠绅神沈审婶甚肾慎渗声"',
  'const hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";',
])('%s', (code) => {
  expect(scanner.scan(code).map(({ category }) => category)).toEqual([]);
});

test.each([
  ['if (password == "Xk29!mQz") {', 'secret.password'],
  ['DB_PASSWORD=Xk29!mQz', 'secret.password'],
  ['token: "9f8d7c6b5a4e3f2d1c0b9a8f"', 'secret.generic'],
  ['Name: Ravindra Kulkarni', 'person.name'],
  ['contact: Martin Kolárik', 'person.name'],
  ['client 36.112.118.45 connected', 'network.ipv4'],
])('%s is still found', (code, category) => {
  expect(scanner.scan(code).map((finding) => finding.category)).toContain(category);
});
