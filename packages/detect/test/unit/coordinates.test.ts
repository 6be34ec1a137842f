import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner({ categories: ['location.geo'] });
const found = (text: string) =>
  scanner.scan(text).map(({ span }) => text.slice(span.start, span.end));

test.each([
  ['lat: 37.774929, lng: -122.419416', ['37.774929', '-122.419416']],
  ['{"lat":37.774929,"lng":-122.419416}', ['37.774929', '-122.419416']],
  ['{"coordinates":[120.155070,30.274085]}', ['120.155070,30.274085']],
  ['纬度：30.274085 经度：120.155070', ['30.274085', '120.155070']],
  ['latitude=-33.868820&longitude=151.2093', ['-33.868820', '151.2093']],
  ['lng=-122.419416', ['-122.419416']],
  ['坐标为(120.15507, 30.274085)', ['120.15507, 30.274085']],
  ['GPS 30°16′27″N 120°9′18″E', ['30°16′27″N 120°9′18″E']],
  ['geo:37.786971,-122.399677', ['37.786971,-122.399677']],
])('%s', (text, values) => expect(found(text)).toEqual(values));

test.each([
  'lat: 12.345 ms',
  'lat: 1.2345 ms p99',
  'version 12.3456',
  'scale 0.1234, 0.5678',
  'lng: 999.12345',
  'GPS: 130.274085, 200.155070',
  '坐标 3.5',
  'turn 30° left',
])('none in %s', (text) => expect(found(text)).toEqual([]));

test('numbers of an object are looked at', () => {
  const place = { lat: 37.774929, lng: -122.419416, zoom: 3.25 };
  expect(scanner.scanValue({ place }).map(({ path }) => path)).toEqual([
    '/place/lat',
    '/place/lng',
  ]);
});
