/** What may come next in a JSON text. */
export const Expect = {
  value: 0,
  /** `}` or the first name. */
  firstKey: 1,
  key: 2,
  colon: 3,
  /** `,` or the end of what is open. */
  next: 4,
  /** `]` or the first element. */
  firstElement: 5,
  /** Within a text on which nothing is done. */
  text: 6,
  /** Behind a document. */
  end: 7,
} as const;
export type Expect = (typeof Expect)[keyof typeof Expect];
