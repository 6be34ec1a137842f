/**
 * Categories of the labels that models use.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';

/** Labels of CoNLL, OntoNotes, MSRA and common models for personal data, in capitals and without `B-` and `I-`. */
export const usualLabels: Readonly<Record<string, CategoryId>> = {
  PER: 'person.name',
  PERS: 'person.name',
  PERSON: 'person.name',
  NAME: 'person.name',
  NR: 'person.name',
  LOC: 'location.address',
  LOCATION: 'location.address',
  ADDRESS: 'location.address',
  STREET_ADDRESS: 'location.address',
  ORG: 'org.name',
  ORGANIZATION: 'org.name',
  COMPANY: 'org.name',
  PHONE: 'contact.phone',
  PHONE_NUMBER: 'contact.phone',
  EMAIL: 'contact.email',
  EMAIL_ADDRESS: 'contact.email',
  USERNAME: 'person.username',
  BIRTH_DATE: 'person.birth_date',
  DATE_OF_BIRTH: 'person.birth_date',
};

/** A label without the prefix of its place in the entity. */
export function plainLabel(label: string): string {
  return label.replace(/^[BIESLU]-/, '').toUpperCase();
}
