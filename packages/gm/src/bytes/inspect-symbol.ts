/** Node asks an object for this method before it prints it; the symbol is there without an import. */
export const inspectSymbol: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;
