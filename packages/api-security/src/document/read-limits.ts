/** How much of a document is read. What is larger gives a diagnostic, never an error. */
export interface ReadLimits {
  /** Code units of JSON text, 256 Mi unless given. */
  readonly maxJsonLength?: number;
  /** Code units of YAML text, 16 Mi unless given: reading YAML takes some fifty times the memory of the text. */
  readonly maxYamlLength?: number;
  /** Nodes that are visited, 20 million unless given. */
  readonly maxNodes?: number;
}

export const defaultLimits: Required<ReadLimits> = {
  maxJsonLength: 256 * 2 ** 20,
  maxYamlLength: 16 * 2 ** 20,
  maxNodes: 20_000_000,
};
