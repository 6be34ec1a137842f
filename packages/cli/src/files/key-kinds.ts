/** What the command calls keysets, by their purpose: the word that `keys new` takes after the colon. */
const kinds: Readonly<Record<string, string>> = {
  aead: 'encrypt',
  prf: 'pseudonym',
  fpe: 'fpe',
  streaming: 'file',
};

/** The command's word for a purpose of keys. */
export function kindOf(purpose: string): string {
  return kinds[purpose] ?? purpose;
}
