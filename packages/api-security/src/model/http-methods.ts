/** Methods of a path item, by OpenAPI 3.2; others stand under `additionalOperations`. */
export const httpMethods: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
]);
