import { createKeyProvider, generateKeyset } from '@yushu/encrypt';
import { readPolicy } from '../../src/index.ts';

/** Keys of every kind under the names that the policies below use. */
export const keys = createKeyProvider({
  pii: [generateKeyset('AES256_GCM'), generateKeyset('AES256_FPE')],
  other: generateKeyset('AES256_GCM'),
  ids: generateKeyset('HMAC_SHA256_PRF'),
});

/** Everything that can be turned back, for an auditor of fraud. */
export const reversiblePolicy = readPolicy(`
version: 1
rules:
  - match: { category: id.resident.cn }
    unless: { role: auditor, purpose: fraud }
    action: { fpe: { format: resident-id, key: pii } }
  - match: { column: [salary, 备注] }
    unless: { role: auditor, purpose: fraud }
    action: { encrypt: { key: other, context: [table, column, row] } }
  - match: { level: ">=2" }
    unless: { role: auditor, purpose: fraud }
    action: { encrypt: { key: pii, context: [table, column, row] } }
default: allow`);

/** Every field is sealed, and there is someone who may see it. */
export const sealColumnsPolicy = readPolicy(`
version: 1
rules:
  - match: { column: "*" }
    unless: { role: auditor }
    action: { encrypt: { key: pii, context: [table, column, row] } }
  - match: { category: "*" }
    unless: { role: auditor }
    action: { encrypt: { key: pii, context: [table, column, row] } }
default: allow`);

/** What cannot be turned back. */
export const maskingPolicy = readPolicy(`
version: 1
rules:
  - match: { category: contact.phone }
    action: { mask: { keepFirst: 3, keepLast: 4 } }
  - match: { category: contact.email }
    action: { pseudonym: { key: ids } }
  - match: { category: secret.* }
    action: block
  - match: { category: id.* }
    action: redact
  - match: { level: ">=3" }
    action: { replace: { with: "-" } }
default: allow`);
