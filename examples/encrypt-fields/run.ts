/**
 * Columns of a table, sealed before they reach the database: a value opens in its own row and column and nowhere else, and a new
 * key takes over without touching what is stored.
 *
 *     npx tsx --conditions=@yushu/source examples/encrypt-fields/run.ts
 */
import { isDataSecurityError } from '@yushu/core';
import { createAead, createFieldCipher, generateKeyset, rotateKeyset } from '@yushu/encrypt';

interface Customer {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly resident: string;
}

const sealedColumns = ['phone', 'resident'] as const;

let keyset = generateKeyset('AES256_GCM');
let cipher = createFieldCipher(createAead(keyset));

const place = (column: string, row: string) => ({ table: 'customers', column, row });

function toStored(customer: Customer): Customer {
  const sealed = sealedColumns.map((column) => [
    column,
    cipher.seal(customer[column], place(column, customer.id)),
  ]);
  return { ...customer, ...Object.fromEntries(sealed) };
}

function fromStored(stored: Customer): Customer {
  const opened = sealedColumns.map((column) => [
    column,
    cipher.open(stored[column], place(column, stored.id)),
  ]);
  return { ...stored, ...Object.fromEntries(opened) };
}

const database = new Map<string, Customer>();
for (const customer of [
  { id: '1', name: '张伟', phone: '13800138000', resident: '11010519491231002X' },
  { id: '2', name: '李娜', phone: '13900139000', resident: '440524188001010014' },
]) {
  database.set(customer.id, toStored(customer));
}

const stored = database.get('1')!;
console.log('stored phone :', `${stored.phone.slice(0, 6)}…`);
console.log('opened phone :', fromStored(stored).phone);

// Somebody with access to the database puts one customer's cell into another's row.
try {
  fromStored({ ...database.get('2')!, phone: stored.phone });
} catch (error) {
  console.log('moved cell   :', isDataSecurityError(error) ? error.code : 'a surprise');
}

// A new key seals from now on; the old one still opens what it sealed.
keyset = rotateKeyset(keyset, 'AES256_GCM');
cipher = createFieldCipher(createAead(keyset));
console.log('after rotate :', fromStored(stored).phone);
