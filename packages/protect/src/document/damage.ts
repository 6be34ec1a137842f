/** What a decoder writes for bytes that it cannot read, and how a record that holds it is named. */
export const damage = {
  character: '\uFFFD',
  code: 'encoding',
  message: 'Holds bytes that are not of the encoding',
} as const;
