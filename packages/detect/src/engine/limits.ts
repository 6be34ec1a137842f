/** Largest block of a text that is scanned at once, in code units. */
export const blockSize = 16_384;
/** What a block sees before it, for cues. */
export const reachBack = 256;
/** What a block sees behind it: the longest value that can be found. */
export const reachAhead = 8192;
