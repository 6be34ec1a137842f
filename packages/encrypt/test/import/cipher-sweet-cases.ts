import { readFileSync } from 'node:fs';
import type { CipherSweetBackend, CipherSweetValues } from '@yushu/encrypt/import';
import { readVectors } from '../vectors/read-vectors.ts';

type FieldType = 'string' | 'int' | 'float' | 'bool';

/** One cell of CipherSweet's known answers. */
export interface KnownAnswer {
  readonly backend: CipherSweetBackend;
  readonly key: string;
  readonly table: string;
  readonly column: string;
  readonly type: FieldType;
  readonly plaintext: CipherSweetValues[FieldType];
  readonly ciphertext: string;
}

type Row = Readonly<Record<string, CipherSweetValues[FieldType]>>;

interface Suite {
  readonly name: CipherSweetBackend;
  readonly key: string;
  readonly testCases: Readonly<
    Record<
      string,
      {
        readonly tableName: string;
        readonly fields: Readonly<Record<string, FieldType>>;
        readonly plaintext: readonly Row[];
        readonly ciphertext: readonly Row[];
      }
    >
  >;
}

/** Every encrypted cell of paragonie/ciphersweet's known answers. */
export function knownAnswers(): KnownAnswer[] {
  const { _meta, ...suites } = readVectors<Record<string, Suite>>('ciphersweet.json');
  return Object.values(suites).flatMap(({ name, key, testCases }) =>
    Object.values(testCases).flatMap(({ tableName, fields, plaintext, ciphertext }) =>
      ciphertext.flatMap((row, at) =>
        Object.entries(fields).map(([column, type]) => ({
          backend: name,
          key,
          table: tableName,
          column,
          type,
          plaintext: plaintext[at]![column]!,
          ciphertext: String(row[column]),
        })),
      ),
    ),
  );
}

/** One message of the JavaScript library. */
export interface JavaScriptCase {
  readonly backend: CipherSweetBackend;
  readonly key: string;
  readonly table: string;
  readonly column: string;
  readonly aad: string;
  /** Hexadecimal. */
  readonly plaintext: string;
  readonly ciphertext: string;
}

/** Messages that ciphersweet-js has sealed. */
export function javaScriptCases(): readonly JavaScriptCase[] {
  const file = new URL('vectors/ciphersweet-js.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: JavaScriptCase[] }).cases;
}
