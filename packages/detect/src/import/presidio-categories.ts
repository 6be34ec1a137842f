/**
 * Categories of the entities of Presidio.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';

const known: Readonly<Record<string, CategoryId>> = {
  PERSON: 'person.name',
  PHONE_NUMBER: 'contact.phone',
  EMAIL_ADDRESS: 'contact.email',
  LOCATION: 'location.address',
  CREDIT_CARD: 'finance.card',
  IBAN_CODE: 'finance.iban',
  CRYPTO: 'finance.crypto_address',
  IP_ADDRESS: 'network.ipv4',
  MAC_ADDRESS: 'network.mac',
  URL: 'network.url',
  DATE_TIME: 'date',
  US_SSN: 'id.ssn.us',
  US_BANK_NUMBER: 'finance.account',
  US_PASSPORT: 'id.passport',
};

/** The category of an entity; `custom.<entity>` where it has none. */
export function categoryOfEntity(entity: string): CategoryId {
  return (
    known[entity] ??
    `custom.${entity
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, '_')
      .replaceAll(/^_+|_+$/g, '')}`
  );
}
