/** A kind of object that belongs to somebody, as an API offers it. */
export interface OwnedKind {
  readonly item: string;
  readonly list: string;
  /** How ids are made. */
  readonly ids: 'serial' | 'uuid' | 'name';
  /** Sensitive values in one object. */
  readonly sensitive: number;
}

/** An API with what traffic on it needs. */
export interface TrafficApi {
  readonly name: string;
  readonly owned: readonly OwnedKind[];
  /** Listings that everybody may read, with a page size and sensitive values per record. */
  readonly shared: readonly {
    readonly list: string;
    readonly item: string;
    readonly ids: 'serial' | 'uuid' | 'name';
    readonly pages: number;
    readonly sensitive: number;
  }[];
  /** An operation that gives many records at once. */
  readonly bulk: string;
  readonly home: string;
}

/** A shop: orders by number, invoices by UUID, a public catalogue. */
export const shopApi: TrafficApi = {
  name: 'shop',
  owned: [
    { item: 'GET /orders/{orderId}', list: 'GET /orders', ids: 'serial', sensitive: 3 },
    { item: 'GET /invoices/{id}', list: 'GET /invoices', ids: 'uuid', sensitive: 4 },
  ],
  shared: [
    {
      list: 'GET /products',
      item: 'GET /products/{productId}',
      ids: 'serial',
      pages: 400,
      sensitive: 0,
    },
  ],
  bulk: 'GET /reports/orders',
  home: 'GET /me',
};

/** A portal of a hospital: files and appointments of patients, a directory of physicians. */
export const hospitalApi: TrafficApi = {
  name: 'hospital',
  owned: [
    {
      item: 'GET /patients/{patientId}/records/{recordId}',
      list: 'GET /patients/{patientId}/records',
      ids: 'serial',
      sensitive: 12,
    },
    { item: 'GET /appointments/{id}', list: 'GET /appointments', ids: 'serial', sensitive: 2 },
  ],
  shared: [
    {
      list: 'GET /physicians',
      item: 'GET /physicians/{id}',
      ids: 'name',
      pages: 60,
      sensitive: 0,
    },
  ],
  bulk: 'GET /exports/records',
  home: 'GET /portal',
};

/** VAmPI, the vulnerable API of the vectors: everybody's users, and books that have owners, both by name. */
export const vampiApi: TrafficApi = {
  name: 'vampi',
  owned: [{ item: 'GET /books/v1/{book_title}', list: 'GET /books/v1', ids: 'name', sensitive: 1 }],
  shared: [
    {
      list: 'GET /users/v1',
      item: 'GET /users/v1/{username}',
      ids: 'name',
      pages: 30,
      sensitive: 0,
    },
  ],
  bulk: 'GET /users/v1/_debug',
  home: 'GET /',
};
