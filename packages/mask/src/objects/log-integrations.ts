/**
 * Redaction for the loggers that Node services use, without importing them.
 *
 * @module
 */
import type { Redactor } from './create-redactor.ts';
import { redactLine } from './ndjson-redaction.ts';

/** The part of pino's options that redacts. */
export interface PinoRedaction {
  readonly hooks: { streamWrite(line: string): string };
}

/**
 * Options for pino 9 and 10: every line is redacted as it is written, so that bindings of child loggers, serialisers and errors are
 * covered too. Spread them into pino's options in the place of `redact`.
 *
 * `pino({ ...createPinoRedaction(redactor), level: 'info' })`
 *
 * @example
 * ```ts
 * import { createPinoRedaction, createRedactor } from '@yushu/mask/objects';
 *
 * const { hooks } = createPinoRedaction(createRedactor({ keys: ['password'] }));
 * console.log(hooks.streamWrite('{"level":30,"password":"hunter2"}')); // {"level":30,"password":"[REDACTED]"}
 * ```
 */
export function createPinoRedaction(redactor: Redactor): PinoRedaction {
  return {
    hooks: {
      streamWrite(line) {
        const end = line.endsWith('\n') ? '\n' : '';
        const body = end === '' ? line : line.slice(0, -1);
        return redactLine(body, redactor, 'withhold') + end;
      },
    },
  };
}

/** A format of winston: it is given the record of one call and gives it on. */
export interface WinstonRedaction {
  transform(info: Record<string | symbol, unknown>): Record<string | symbol, unknown>;
}

/**
 * A format for winston 3. Put it before the format that prints, such as `format.json()`; a text that was printed before it is
 * redacted as well.
 *
 * `format.combine(createWinstonRedaction(redactor), format.json())`
 *
 * @example
 * ```ts
 * import { createRedactor, createWinstonRedaction } from '@yushu/mask/objects';
 *
 * const format = createWinstonRedaction(createRedactor({ keys: ['password'] }));
 * console.log(format.transform({ level: 'info', password: 'hunter2' })); // { level: 'info', password: '[REDACTED]' }
 * ```
 */
export function createWinstonRedaction(redactor: Redactor): WinstonRedaction {
  return {
    transform(info) {
      const redacted = redactor.redact(info) as Record<string | symbol, unknown>;
      // Winston passes the level, the printed text and further arguments on under symbols.
      for (const symbol of Object.getOwnPropertySymbols(info)) {
        const value = info[symbol];
        if (symbol === Symbol.for('message') && typeof value === 'string') {
          redacted[symbol] = redactLine(value, redactor, 'text');
        } else if (symbol === Symbol.for('splat')) redacted[symbol] = redactor.redact(value);
        else redacted[symbol] = value;
      }
      return redacted;
    },
  };
}

const consoleMethods = ['debug', 'error', 'info', 'log', 'trace', 'warn', 'dir', 'table'] as const;

/**
 * A console that redacts what it is given: objects by path and key, texts by `strings` of the redactor. All else goes to the console
 * behind it.
 *
 * @example
 * ```ts
 * import { createConsoleRedaction, createRedactor } from '@yushu/mask/objects';
 *
 * const safe = createConsoleRedaction(console, createRedactor({ keys: ['password'] }));
 * safe.log({ password: 'hunter2' }); // { password: '[REDACTED]' }
 * ```
 */
export function createConsoleRedaction<Target extends object>(
  target: Target,
  redactor: Redactor,
): Target {
  const redactValue = (value: unknown) => {
    if (typeof value === 'string') return redactor.redactText(value);
    // A function prints its name and its own properties.
    return typeof value === 'object' && value !== null ? redactor.redact(value) : value;
  };
  const wrapped = Object.create(target) as Target;
  for (const method of consoleMethods) {
    const print: unknown = Reflect.get(target, method);
    if (typeof print !== 'function') continue;
    Object.defineProperty(wrapped, method, {
      configurable: true,
      enumerable: true,
      writable: true,
      value: (...values: unknown[]) => Reflect.apply(print, target, values.map(redactValue)),
    });
  }
  return wrapped;
}
