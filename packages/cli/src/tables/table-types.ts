/** Types of tables that the command line can name. */
export const tableTypes = ['csv', 'tsv', 'ndjson', 'parquet'] as const;
