import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();

test.each([
  'if name is None:\n    name = default_name()',
  'if self._subject_name is None or issuer_name is True:',
  'def login(self, host, user=None, password=None, usenetrc=True):',
  'netloc = url(user=user, password=password, host=host)',
  ':type passphrase: :py:data:`bytes`',
  'Pass :meth:`peek` a default value',
  'files = self._sections["Files"].split()[2::3]',
  'zip(attrs[0::2], attrs[1::2], sparse[1::4])',
  'pw = pw[:-1]',
  'token = tokens[1:-1]',
  "Decimal('+35236450.6')",
  "trap 'stty $old; exit' 0 2 3 5 10 13 15",
  "'gsnXAxisIrregular2Linear', 'gsnXAxisIrregular2Log',",
  'readonly STENCIL_PASS_DEPTH_FAIL: 0x0B95;',
  '.codicon-pass-filled:before{content:"x"}',
  'struct PassByValue : std::false_type {};',
  'exports.LONG_PASSWORD = 0x00000001;',
  'debug4("pw:adb:runCommand")(command)',
  'exports.MD5Password = MD5Password;',
  'const { AwsSdkSigV4Signer: AWSSDKSigV4Signer } = x;',
  '--google_credentials=/keystore/73103_absl-bazel-remote-cache',
  'push({text:d[p],token:u.token[p-1]});',
  'userId = utf8ToHex(userId);',
  '{CC::A, CC::c, B::B, DFA::DFA}',
  'EXPECT_TRUE(Run("999999999.999999999d"))',
  'side effects on MS Windows. See issue',
])('nothing in %j', (text) => expect(scanner.scan(text)).toEqual([]));

test.each([
  ['ask Mr Bean Carter about it', 'person.name'],
  ['MR JOHN SMITH', undefined],
  ['user=root, password=Xk9mPq2vT', 'secret.'],
  ['http://[2001:db8::2]/', 'network.ipv6'],
  ['password = "pw[:-1]Kq9"', 'secret.password'],
])('%s: %s', (text, category) => {
  const found = scanner.scan(text).map((finding) => finding.category);
  expect(found.some((one) => category !== undefined && one.startsWith(category))).toBe(
    category !== undefined,
  );
});
