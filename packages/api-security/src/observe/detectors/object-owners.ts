/** How an object stands to who asked for it. */
export type Ownership = 'unknown' | 'own' | 'foreign';

/** First principals of objects, in a table of fixed size in which newer objects take the place of older ones. */
export class ObjectOwners {
  private readonly tags: Uint32Array;
  private readonly owners: Uint32Array;

  /** `capacity` is a power of two. */
  constructor(capacity: number) {
    this.tags = new Uint32Array(capacity);
    this.owners = new Uint32Array(capacity);
  }

  /** Bytes that it takes. */
  get byteLength(): number {
    return this.tags.byteLength + this.owners.byteLength;
  }

  /** Whose an object is; where `claim` is set, it becomes that of the principal if it is nobody's. */
  look(high: number, low: number, principal: number, claim: boolean): Ownership {
    const at = high & (this.tags.length - 1);
    // Zero stands for nobody.
    const owner = principal | 1;
    if (this.owners[at] !== 0 && this.tags[at] === low) {
      return this.owners[at] === owner >>> 0 ? 'own' : 'foreign';
    }
    if (claim) {
      this.tags[at] = low;
      this.owners[at] = owner;
    }
    return 'unknown';
  }
}
