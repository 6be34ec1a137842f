/**
 * Secrets of made-up systems, in the shape of real ones.
 *
 * @module
 */
import { type Marked, mark } from './annotated-text.ts';
import type { SampleRandom } from './sample-random.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const url = (text: string) => Buffer.from(text).toString('base64url');

function makeBytes(random: SampleRandom, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}

/** A JSON Web Token, RFC 7519, with a signature of the right length. */
export function makeJwt(random: SampleRandom): Marked {
  const header = url('{"alg":"HS256","typ":"JWT"}');
  const payload = url(
    `{"sub":"${random.digits(8)}","iss":"https://auth.example.com","exp":${1_795_000_000 + random.below(100_000)}}`,
  );
  return mark('secret.jwt', `${header}.${payload}.${makeBytes(random, 32).toString('base64url')}`);
}

/** An AWS access key id. */
export function makeAwsKeyId(random: SampleRandom): Marked {
  return mark(
    'secret.aws.access_key_id',
    `AKIA${random.text(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
  );
}

/** An Alibaba Cloud access key id. */
export function makeAlibabaKeyId(random: SampleRandom): Marked {
  return mark('secret.alibaba.access_key_id', `LTAI5t${random.text(18, letters)}`);
}

/** A connection string with a password. */
export function makeConnectionString(random: SampleRandom): Marked {
  const [scheme, port] = random.pick([
    ['postgres', 5432],
    ['mysql', 3306],
    ['mongodb', 27017],
    ['redis', 6379],
  ] as const);
  const password = random.text(16, letters);
  return mark(
    'secret.connection_string',
    `${scheme}://orders_app:${password}@db${random.between(1, 9)}.internal.example.com:${port}/orders`,
  );
}

/** A private key in PEM (RFC 7468, RFC 5958): the structure of one on P-256, with noise where the numbers stand. */
export function makePrivateKey(random: SampleRandom): Marked {
  const der = Buffer.concat([
    Buffer.from('308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420', 'hex'),
    makeBytes(random, 32),
    Buffer.from('a14403420004', 'hex'),
    makeBytes(random, 64),
  ]);
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n');
  return mark(
    'secret.private_key',
    `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----`,
  );
}
