import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { run, useCommand } from '../scan/command.ts';

/** A policy of every kind of action, of which an auditor of fraud may have all back that can come back. */
export const policyText = `version: 1
name: test
rules:
  - match: { category: id.resident.cn }
    unless: { role: auditor, purpose: fraud }
    action: { encrypt: { key: pii, context: [table, column, row] } }
  - match: { category: contact.phone }
    unless: { role: auditor, purpose: fraud }
    action: { fpe: { format: mobile, key: pii } }
  - match: { column: [salary, name, 姓名] }
    unless: { role: auditor, purpose: fraud }
    action: { encrypt: { key: other, context: [table, column, row] } }
default: allow
`;

/** Who may see what {@link policyText} seals. */
export const auditor = ['--role', 'auditor', '--purpose', 'fraud'];

/** A command, a policy and its keys in a folder of their own. */
export function usePolicy() {
  const place = useCommand();
  const path = (name: string) => join(place.folder, name);
  beforeAll(async () => {
    await writeFile(path('policy.yaml'), policyText);
    await run(['keys', 'new', '--policy', path('policy.yaml'), '-o', path('keys.json')]);
  });
  const keys = () => ['--keys', path('keys.json')];
  return {
    path,
    async write(name: string, content: string | Uint8Array): Promise<string> {
      await writeFile(path(name), content);
      return path(name);
    },
    /** What was said, without the folder. */
    plain: (text: string) => text.replaceAll(`${place.folder}/`, ''),
    protectArgs: (input: string, output: string) => [
      'protect',
      input,
      '-o',
      output,
      '--policy',
      path('policy.yaml'),
      ...keys(),
    ],
    revealArgs: (input: string, output: string, who: readonly string[] = auditor) => [
      'reveal',
      input,
      '-o',
      output,
      ...keys(),
      ...who,
    ],
  };
}

/** A table with a row for each number. */
export function makeTable(rows: number): string {
  let text = 'id,name,手机号,身份证号,salary\r\n';
  for (let i = 0; i < rows; i += 1) {
    text += `${i},"张${i % 7 === 0 ? ' ""三""' : '三'}",138${10_000_000 + ((i * 7919) % 89_999_999)},110101199003074514,${i}.50\r\n`;
  }
  return text;
}
