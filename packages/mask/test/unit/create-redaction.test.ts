import type { CategoryId } from '@yushu/core';
import { createRedaction, createReplacement } from '@yushu/mask';
import { describe, expect, it } from 'vitest';

describe('createRedaction', () => {
  it('shows the text given, else the name of the category, else one word', () => {
    expect(createRedaction({ with: '—' }).apply('13800138000', {})).toBe('—');
    expect(createRedaction({ category: 'contact.phone' }).apply('138', {})).toBe('[电话号码]');
    expect(createRedaction({ category: 'contact.phone', language: 'en' }).apply('138', {})).toBe(
      '[Phone number]',
    );
    expect(createRedaction({ category: 'contact.phone', language: 'id' }).apply('138', {})).toBe(
      '[contact.phone]',
    );
    expect(createRedaction({ category: 'custom.badge' }).apply('138', {})).toBe('[custom.badge]');
    expect(createRedaction({ with: '#', category: 'contact.phone' }).apply('138', {})).toBe('#');
    expect(createRedaction().apply('138', {})).toBe('[REDACTED]');
  });

  it('hides whether there was a value', () => {
    expect(createRedaction().apply('', {})).toBe('[REDACTED]');
  });

  it('refuses bad options and values', () => {
    for (const options of [
      { with: '' },
      { category: '' as CategoryId },
      { category: 'contact.phone', language: 'fr' as 'en' } as const,
    ]) {
      expect(() => createRedaction(options)).toThrow(
        expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
      );
    }
    expect(() => createRedaction().apply(null as unknown as string, {})).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_VALUE' }),
    );
  });
});

describe('createReplacement', () => {
  it('puts one value in the place of all', () => {
    expect(createReplacement({ with: '1970-01-01' }).apply('1990-03-07', {})).toBe('1970-01-01');
    expect(createReplacement({ with: '' }).apply('1990-03-07', {})).toBe('');
  });

  it('refuses bad options and values', () => {
    expect(() => createReplacement({ with: 1 as unknown as string })).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
    );
    expect(() => createReplacement({ with: 'x' }).apply(1 as unknown as string, {})).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_VALUE' }),
    );
  });
});
