import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();
const found = (text: string) =>
  scanner
    .scan(text)
    .filter(({ category }) => !category.endsWith('_id'))
    .map(({ category, span }) => [category, text.slice(span.start, span.end)]);

const aws = 'qT7nB2/xVw9LmKp4+RsD8fJh3GzYc6UaEo1Ni5Xb';
const aliyun = 'Zx8kQw3LmN5vB7tR2yH9pJ4sD6fG1c';

test.each([` / ${aws}`, `:${aws}`, `, "${aws}"`, `\n${aws}\n`, `"\t"${aws}"`])(
  'the secret behind the id of its key is found: %j',
  (rest) => {
    expect(found(`keys AKIAQX3ZP7LM5WTN4RDB${rest} are live`)).toEqual([
      ['secret.aws.secret_access_key', aws],
    ]);
  },
);

test('those of other clouds too', () => {
  expect(found(`LTAI5tQm8Vx3Kz9Rp2Lw7Nd4:${aliyun}`)).toEqual([
    ['secret.alibaba.secret_key', aliyun],
  ]);
});

test.each([
  `/ ${aws.slice(0, 39)}`,
  `/ ${aws}x`,
  `/ ${'ab1C'.repeat(10)}`,
  ` then ${aws}`,
  `/ ${aws.toLowerCase()}`,
])('what has another length, form or distance is none: %j', (rest) => {
  expect(found(`AKIAQX3ZP7LM5WTN4RDB ${rest}`)).toEqual([]);
});
