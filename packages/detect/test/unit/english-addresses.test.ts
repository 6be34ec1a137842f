import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner({ categories: ['location.address'] });
const found = (text: string) =>
  scanner.scan(text).map(({ span }) => text.slice(span.start, span.end));

test.each([
  '1234 Elm Street, Apt 5, Springfield, IL 62704',
  '1234 Elm Street, Apt 5, Springfield, IL 62704, USA',
  '1234 Elm Street\nApt 5\nSpringfield, IL 62704',
  '1234 Elm St.\r\n  Springfield IL 62704-1234',
  '10 Downing Street, London SW1A 2AA, United Kingdom',
  'Flat 3, 12 High Street, Bristol BS1 4DJ',
  '123 Queen Street West, Suite 400, Toronto, ON M5H 2N2, Canada',
  '45 George Street, Sydney NSW 2000',
  'P.O. Box 1234, Springfield, IL 62704',
  'PO Box 4410, Albany, NY 12201',
  '350 Fifth Avenue, Floor 21, New York, NY 10118',
  '1600 Pennsylvania Ave NW, Washington, DC 20500',
  '2801 Main Street Apt. 12C Irvine, CA 92614',
])('%s', (address) => {
  for (const text of [address, `I live at ${address}.`, `To:\n${address}\nThank you`])
    expect(found(text)).toEqual([address]);
});

test.each([
  'see 12 Main Points, then go on',
  'the 45 George Street band played',
  'Box 1234 of the warehouse',
  '100 Continue Way of handling',
  '3 Way Place\nholders',
])('none in %j', (text) => expect(found(text)).toEqual([]));
