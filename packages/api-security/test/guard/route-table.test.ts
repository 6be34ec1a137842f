import fc from 'fast-check';
import findMyWay from 'find-my-way';
import { describe, expect, it } from 'vitest';
import { createApiGuard } from '../../src/guard/index.ts';
import { readApi } from '../../src/guard/route/read-api.ts';
import { RouteTable } from '../../src/guard/route/route-table.ts';
import { splitPath } from '../../src/guard/route/split-path.ts';
import { policy } from './customers-api.ts';

const operation = { responses: { '200': { description: 'as ever' } } };

const tableOf = (paths: Readonly<Record<string, object>>, more: object = {}) => {
  const { operations, basePaths } = readApi({ openapi: '3.1.0', paths, ...more }, undefined);
  return new RouteTable(operations, basePaths);
};

const find = (table: RouteTable, method: string, path: string) => {
  const found = table.find(method, splitPath(path)!.segments);
  return found !== undefined && 'operation' in found
    ? { name: found.operation.name, parameters: found.parameters }
    : found;
};

/** A description of 1,000 operations, as large companies have them. */
const large = Object.fromEntries(
  Array.from({ length: 250 }, (_, kind) => [
    [`/v${kind % 3}/kind${kind}`, { get: operation, post: operation }],
    [`/v${kind % 3}/kind${kind}/{id}`, { get: operation, delete: operation }],
  ]).flat() as [string, object][],
);

describe('routes', () => {
  it('prefer literals to templates, and come back where they lead nowhere', () => {
    const table = tableOf({
      '/users/me': { get: operation },
      '/users/{id}': { get: operation, delete: operation },
      '/users/{id}/posts': { get: operation },
      '/{anything}/me/posts': { get: operation },
      '/files/{name}.{format}': { get: operation },
      '/files/{name}': { get: operation },
      '/': { get: operation },
    });
    expect(find(table, 'GET', '/users/me')).toEqual({ name: 'GET /users/me', parameters: {} });
    expect(find(table, 'GET', '/users/7')).toEqual({
      name: 'GET /users/{id}',
      parameters: { id: '7' },
    });
    expect(find(table, 'GET', '/users/me/posts')).toMatchObject({ name: 'GET /users/{id}/posts' });
    expect(find(table, 'GET', '/teams/me/posts')).toMatchObject({
      name: 'GET /{anything}/me/posts',
    });
    expect(find(table, 'GET', '/files/a.b.c')).toEqual({
      name: 'GET /files/{name}.{format}',
      parameters: { name: 'a', format: 'b.c' },
    });
    expect(find(table, 'GET', '/files/a')).toMatchObject({ parameters: { name: 'a' } });
    expect(find(table, 'GET', '/files/a%2Fb')).toMatchObject({ parameters: { name: 'a/b' } });
    expect(find(table, 'GET', '/')).toMatchObject({ name: 'GET /' });
    expect(find(table, 'HEAD', '/users/7')).toMatchObject({ name: 'GET /users/{id}' });
    expect(find(table, 'PUT', '/users/7')).toEqual(['GET', 'DELETE']);
    expect(find(table, 'GET', '/users')).toBeUndefined();
    // A method of a literal path that it lacks may be one of the template.
    expect(find(table, 'DELETE', '/users/me')).toMatchObject({ name: 'DELETE /users/{id}' });
  });

  it('stand below what servers put before them', () => {
    const table = tableOf(
      { '/users': { get: operation } },
      {
        servers: [
          {
            url: 'https://{host}/{base}/v1',
            variables: { host: { default: 'a.example' }, base: { default: 'api' } },
          },
          { url: '/v2/' },
        ],
      },
    );
    expect(find(table, 'GET', '/api/v1/users')).toMatchObject({ name: 'GET /users' });
    expect(find(table, 'GET', '/v2/users')).toMatchObject({ name: 'GET /users' });
    expect(find(table, 'GET', '/users')).toBeUndefined();
  });

  it('are those of OpenAPI 3.2 too, and behind a $ref', () => {
    const table = tableOf(
      {
        '/search': { query: operation, additionalOperations: { COPY: operation } },
        '/other': { $ref: '#/components/pathItems/Other' },
      },
      { openapi: '3.2.0', components: { pathItems: { Other: { get: operation } } } },
    );
    expect(find(table, 'QUERY', '/search')).toMatchObject({ name: 'QUERY /search' });
    expect(find(table, 'COPY', '/search')).toMatchObject({ name: 'COPY /search' });
    expect(find(table, 'GET', '/other')).toMatchObject({ name: 'GET /other' });
  });

  it('are those that find-my-way finds, for any templates and paths', () => {
    const segment = fc.constantFrom('a', 'b', 'users', '{x}', '{y}');
    const template = fc.array(segment, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(template, { minLength: 1, maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b', 'users', 'c'), { minLength: 1, maxLength: 4 }),
        (templates, path) => {
          // One name for a parameter at each place: what a template calls it is not what is compared.
          const paths = [
            ...new Set(
              templates.map(
                (parts) =>
                  `/${parts.map((part, at) => (part.startsWith('{') ? `{p${at}}` : part)).join('/')}`,
              ),
            ),
          ];
          const router = findMyWay({ defaultRoute: () => null });
          for (const one of paths) router.on('GET', one.replace(/\{(\w+)\}/g, ':$1'), () => one);
          const theirs = router.find('GET', `/${path.join('/')}`);
          const ours = find(
            tableOf(Object.fromEntries(paths.map((one) => [one, { get: operation }]))),
            'GET',
            `/${path.join('/')}`,
          );
          if (theirs === null) expect(ours).toBeUndefined();
          else {
            const name = (theirs.handler as unknown as () => string)();
            expect(ours).toEqual({ name: `GET ${name}`, parameters: { ...theirs.params } });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of 1,000 operations are all found, and only what is asked for is read', async () => {
    const reads = new Set<string>();
    const paths = Object.fromEntries(
      Object.entries(large).map(([path, item]) => [
        path,
        Object.fromEntries(
          Object.entries(item as Record<string, object>).map(([method, value]) => [
            method,
            new Proxy(value, {
              get(target, key, receiver) {
                if (typeof key === 'string') reads.add(`${method.toUpperCase()} ${path}`);
                return Reflect.get(target, key, receiver) as unknown;
              },
            }),
          ]),
        ),
      ]),
    );
    const guard = await createApiGuard({ spec: { openapi: '3.1.0', paths }, policy });
    expect(guard.operations).toHaveLength(1000);
    expect([...reads]).toEqual([]);
    const principal = {};
    const headerOf = () => undefined;
    await guard.begin({ method: 'GET', target: '/v1/kind7/5', headerOf, principal });
    expect([...reads]).toEqual(['GET /v1/kind7/{id}']);
    for (const name of guard.operations) {
      const [method = '', path = ''] = name.split(' ');
      const { exchange } = await guard.begin({
        method,
        target: path.replace('{id}', '5'),
        headerOf,
        principal,
      });
      expect(exchange.facts.operation).toBe(name);
    }
  });
});

describe('paths', () => {
  it.each([
    '/a/../b',
    '/a/%2e%2e/b',
    '/a/.',
    '/a//b',
    '//a',
    'a',
    '',
    '/a%2f..%2fb',
    '/a%5cb',
    '/a\\b',
    '/%00',
    '/%zz',
    '/%252e%252e/a',
    '/..;/a',
    `/${'a'.repeat(9000)}`,
  ])('%s can be read in more than one way', (path) => expect(splitPath(path)).toBeUndefined());

  it.each([
    ['/a/b', ['a', 'b']],
    ['/a/b/', ['a', 'b']],
    ['/a%2Fb', ['a/b']],
    ['/a%20b?c=/../d', ['a b']],
    ['/%E5%BE%A1', ['御']],
    ['/a...b', ['a...b']],
    ['/', []],
  ])('%s is read as %j', (path, segments) => expect(splitPath(path)?.segments).toEqual(segments));

  it('in normal form are read as they were', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const split = splitPath(path);
        if (split !== undefined) expect(splitPath(split.path)).toEqual(split);
      }),
    );
  });
});
