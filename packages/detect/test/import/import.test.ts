import { describe, expect, test } from 'vitest';
import { compileDetectors } from '../../src/custom/index.ts';
import { importGitleaks, importPresidio } from '../../src/import/index.ts';
import { createScanner } from '../../src/index.ts';

const scanWith = (rules: ReturnType<typeof importGitleaks>['rules'], text: string) =>
  createScanner({ detectors: compileDetectors(rules), categories: ['custom.*', 'secret.acme.*'] })
    .scan(text)
    .map(
      ({ detector, category, span }) =>
        `${detector} ${category} ${text.slice(span.start, span.end)}`,
    );

const gitleaks = `
title = "ours"
[extend]
useDefault = true
[[allowlists]]
paths = ['''vendor/''']
regexes = ['''^acme_0+$''']
[[rules]]
id = "acme-token"
description = "ACME"
regex = '''(?i)acme[_-]?(?:token|key)\\s*[:=]\\s*["']?([a-z0-9]{16,40})["']?'''
entropy = 3.2
keywords = ["acme"]
  [[rules.allowlists]]
  stopwords = ["sample"]
  [[rules.allowlists]]
  regexTarget = "line"
  regexes = ['''# public$''']
  [[rules.allowlists]]
  condition = "AND"
  paths = ["x"]
  regexes = ['''.''']
[[rules]]
id = "acme-second"
regex = '''\\bAC2-([0-9]{4})-([A-Z]{4})\\b'''
secretGroup = 2
[[rules]]
id = "by-path"
path = '''\\.p12$'''
[[rules]]
id = "look"
regex = '''(?=a)b'''
[[rules]]
id = "all"
regex = '''[a-z]+'''
`;

describe('gitleaks', () => {
  const { rules, problems } = importGitleaks(gitleaks);
  test('rules', () => {
    expect(rules.map(({ id, category }) => [id, category])).toEqual([
      ['acme-token', 'secret.acme.token'],
      ['acme-second', 'secret.acme.second'],
    ]);
  });
  test.each([
    ['acme_token = "9f8d7c6b5a4e3f2d1c0b"', ['acme-token secret.acme.token 9f8d7c6b5a4e3f2d1c0b']],
    ['ACME-KEY: 9f8d7c6b5a4e3f2d1c0b # public', []],
    ['acme_token = sample7c6b5a4e3f2d1c0b', []],
    ['acme_token = aaaaaaaaaaaaaaaaaaaa', []],
    ['AC2-1234-WXYZ', ['acme-second secret.acme.second WXYZ']],
    [
      `${'x '.repeat(9000)}acme_key=9f8d7c6b5a4e3f2d1c0b`,
      ['acme-token secret.acme.token 9f8d7c6b5a4e3f2d1c0b'],
    ],
  ])('%s', (text, found) => {
    expect(scanWith(rules, text)).toEqual(found);
  });
  test('what could not be taken over is told', () => {
    const told = problems.map(({ rule, isSkipped }) => `${rule} ${isSkipped}`);
    expect(told).toEqual([
      ' false',
      ' false',
      'acme-token false',
      'by-path true',
      'look true',
      'all true',
    ]);
  });
  test('no TOML', () => {
    expect(() => importGitleaks('[[rules]\n x')).toThrow(
      expect.objectContaining({
        code: 'ERR_DETECT_IMPORT',
        details: { line: 1, column: expect.any(Number) },
      }),
    );
    expect(importGitleaks('').rules).toEqual([]);
  });
});

const presidio = `
global_regex_flags: 26
supported_languages: [en]
recognizers:
  - CreditCardRecognizer
  - name: Zip code
    supported_languages:
      - language: en
        context: [zip, postal]
    patterns:
      - name: weak
        regex: '(\\b\\d{5}(?:-\\d{4})?\\b)'
        score: 0.3
    supported_entity: ZIP_CODE
  - name: Titles
    supported_entity: TITLE
    deny_list: ["Mr.", "Dr"]
  - name: Off
    enabled: false
    supported_entity: X
    patterns: [{ name: a, regex: a, score: 1 }]
  - name: Look
    supported_entity: X
    patterns: [{ name: a, regex: '(?<!x)ab', score: 1 }]
`;

describe('Presidio', () => {
  const { rules, problems } = importPresidio(presidio);
  test.each([
    ['zip 10023-1234', ['Zip code/weak custom.zip_code 10023-1234']],
    ['10023', []],
    ['call dr Watson', ['Titles/deny_list custom.title dr']],
    ['drop', []],
  ])('%s', (text, found) => {
    expect(scanWith(rules, text)).toEqual(found);
  });
  test('what could not be taken over is told', () => {
    expect(problems.map(({ rule }) => rule)).toEqual(['CreditCardRecognizer', 'Off', 'Look/a']);
    expect(problems.every(({ isSkipped }) => isSkipped)).toBe(true);
  });
  test('ad-hoc recognisers in JSON', () => {
    const json = JSON.stringify({
      ad_hoc_recognizers: [
        {
          name: 'Z',
          supported_entity: 'Z',
          patterns: [{ name: 'p', regex: 'Z-\\d{6}', score: 0.9 }],
        },
      ],
    });
    expect(scanWith(importPresidio(json).rules, 'Z-123456')).toEqual(['Z/p custom.z Z-123456']);
  });
  test.each(['a: [', 'x: 1', '', '- &a [*a]'])('%s holds no recognisers, or bad ones', (text) => {
    try {
      expect(importPresidio(text).rules).toEqual([]);
    } catch (error) {
      expect(error).toMatchObject({ code: 'ERR_DETECT_IMPORT' });
    }
  });
});
