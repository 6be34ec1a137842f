import type { ApiNode } from '../../model/api-node.ts';
import {
  isObject,
  type JsonObject,
  listAt,
  objectAt,
  own,
  textAt,
} from '../../model/json-object.ts';
import type { SchemaSpace } from '../plan/schema-space.ts';
import type { DescribedApi, DescribedOperation } from './read-api.ts';

/** A parameter of an operation. */
export interface DescribedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly isRequired: boolean;
  /** Whether an empty value stands for none. */
  readonly allowsEmpty: boolean;
  readonly schema: ApiNode | undefined;
  /** How several values are written: repeated names, or between these characters. */
  readonly separator: 'repeat' | ',' | ' ' | '|';
  /** Whether the value is a JSON text, by its `content`. */
  readonly isJson: boolean;
  /** Whether members are written `name[key]`. */
  readonly isDeep: boolean;
}

/** What a description says of bodies of one media type. */
export interface DescribedContent {
  /** Without parameters, in lower case; may hold `*`. */
  readonly mediaType: string;
  readonly schema: ApiNode | undefined;
}

/** A body of requests. */
export interface DescribedBody {
  readonly isRequired: boolean;
  readonly contents: readonly DescribedContent[];
}

/** What a description says of responses with one status. */
export interface DescribedResponse {
  /** `undefined` where it says nothing of bodies, and none is expected. */
  readonly contents: readonly DescribedContent[];
}

/** What a description says of one operation, read once it is asked for. */
export interface OperationView {
  readonly operation: DescribedOperation;
  readonly parameters: readonly DescribedParameter[];
  readonly body: DescribedBody | undefined;
  /** What is said of a status: the status itself, its class such as `4XX`, or `default`. */
  responseFor(status: number): DescribedResponse | undefined;
}

const places = new Set(['path', 'query', 'header', 'cookie']);

/** These headers say what the body is, and who asks; OpenAPI does not let parameters speak of them. */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

const essenceOf = (mediaType: string): string => mediaType.split(';')[0]!.trim().toLowerCase();

/** Reads one operation. */
class OperationReader {
  private readonly api: DescribedApi;
  private readonly space: SchemaSpace;
  private readonly operation: DescribedOperation;
  private readonly node: ApiNode;

  constructor(api: DescribedApi, operation: DescribedOperation) {
    this.api = api;
    this.space = api.space;
    this.operation = operation;
    const { pathItem, value, path, method } = operation;
    const item = this.space.nodeOf('pathItem', pathItem, this.space.root, '/paths', path);
    this.node = this.space.nodeOf('operation', value, item, '', method.toLowerCase());
  }

  read(): OperationView {
    const responses = objectAt(this.operation.value, 'responses') ?? {};
    const kept = new Map<string, DescribedResponse | undefined>();
    const responseAt = (key: string): DescribedResponse | undefined => {
      if (!kept.has(key)) kept.set(key, this.response(own(responses, key), key));
      return kept.get(key);
    };
    return {
      operation: this.operation,
      parameters: this.parameters(),
      body: this.body(),
      responseFor: (status) => {
        const family = String(status)[0];
        return (
          responseAt(String(status)) ??
          responseAt(`${family}XX`) ??
          responseAt(`${family}xx`) ??
          responseAt('default')
        );
      },
    };
  }

  private resolve(value: unknown, kind: ApiNode['kind'], via: string, key: string | number) {
    if (!isObject(value)) return undefined;
    return this.space.resolve(this.space.nodeOf(kind, value, this.node, via, key));
  }

  private allParameters(): readonly ApiNode[] {
    const { pathItem, value } = this.operation;
    const lists = [listAt(pathItem, 'parameters') ?? [], listAt(value, 'parameters') ?? []];
    return lists.flatMap((list) =>
      list.flatMap((one, index) => this.resolve(one, 'parameter', '/parameters', index) ?? []),
    );
  }

  private parameters(): readonly DescribedParameter[] {
    const found = new Map<string, DescribedParameter>();
    for (const node of this.allParameters()) {
      const parameter = this.parameter(node);
      // Those of the operation come last, and go before those of its path.
      if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
    return [...found.values()];
  }

  private parameter(node: ApiNode): DescribedParameter | undefined {
    const { value } = node;
    const name = textAt(value, 'name');
    const place = textAt(value, 'in');
    if (name === undefined || place === undefined || !places.has(place)) return undefined;
    if (place === 'header' && ignoredHeaders.has(name.toLowerCase())) return undefined;
    const content = Object.entries(objectAt(value, 'content') ?? {})[0];
    const holder = isObject(content?.[1]) ? content[1] : value;
    const given = holder['schema'];
    // In Swagger 2 the parameter is its own schema.
    const schema = isObject(given)
      ? this.space.nodeOf('schema', given, node, '', 'schema')
      : value['type'] === undefined
        ? undefined
        : node;
    const style =
      textAt(value, 'style') ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
    const explodes = value['explode'] ?? style === 'form';
    const collection = textAt(value, 'collectionFormat');
    return {
      name,
      in: place as DescribedParameter['in'],
      isRequired: value['required'] === true || place === 'path',
      allowsEmpty: value['allowEmptyValue'] === true,
      schema,
      separator:
        collection === 'multi' ||
        (collection === undefined &&
          this.api.format !== 'swagger-2.0' &&
          explodes === true &&
          style === 'form')
          ? 'repeat'
          : collection === 'ssv' || style === 'spaceDelimited'
            ? ' '
            : collection === 'pipes' || style === 'pipeDelimited'
              ? '|'
              : ',',
      isJson: content !== undefined && /json/i.test(content[0]),
      isDeep: style === 'deepObject',
    };
  }

  private contents(holder: ApiNode): readonly DescribedContent[] {
    const content = objectAt(holder.value, 'content') ?? {};
    return Object.keys(content).map((mediaType) => {
      const media = content[mediaType];
      const schema = isObject(media) ? (media['schema'] ?? media['itemSchema']) : undefined;
      return {
        mediaType: essenceOf(mediaType),
        schema: isObject(schema)
          ? this.space.nodeOf('schema', schema, holder, `/content`, mediaType)
          : undefined,
      };
    });
  }

  private body(): DescribedBody | undefined {
    if (this.api.format === 'swagger-2.0') return this.swaggerBody();
    const node = this.resolve(
      this.operation.value['requestBody'],
      'requestBody',
      '',
      'requestBody',
    );
    if (node === undefined) return undefined;
    return { isRequired: node.value['required'] === true, contents: this.contents(node) };
  }

  private swaggerBody(): DescribedBody | undefined {
    const consumes = this.mediaTypes('consumes');
    const parameters = this.allParameters();
    const body = parameters.find(({ value }) => value['in'] === 'body');
    if (body !== undefined) {
      const given = body.value['schema'];
      const schema = isObject(given)
        ? this.space.nodeOf('schema', given, body, '', 'schema')
        : undefined;
      const isRequired = body.value['required'] === true;
      return { isRequired, contents: consumes.map((mediaType) => ({ mediaType, schema })) };
    }
    const form = parameters.filter(({ value }) => value['in'] === 'formData');
    if (form.length === 0) return undefined;
    const properties: Record<string, JsonObject> = {};
    for (const { value } of form)
      properties[textAt(value, 'name') ?? ''] = { ...value, required: undefined };
    const required = form.flatMap(({ value }) =>
      value['required'] === true ? (textAt(value, 'name') ?? []) : [],
    );
    const schema = this.space.nodeOf(
      'schema',
      { type: 'object', properties, required },
      this.node,
      '',
      'formData',
    );
    const types = consumes.filter((mediaType) => /form/.test(mediaType));
    return {
      isRequired: required.length > 0,
      contents: (types.length > 0
        ? types
        : ['application/x-www-form-urlencoded', 'multipart/form-data']
      ).map((mediaType) => ({ mediaType, schema })),
    };
  }

  private mediaTypes(keyword: 'consumes' | 'produces'): readonly string[] {
    const list =
      listAt(this.operation.value, keyword) ?? listAt(this.space.document, keyword) ?? [];
    const types = list.flatMap((type) => (typeof type === 'string' ? essenceOf(type) : []));
    return types.length > 0 ? types : ['application/json'];
  }

  private response(value: unknown, key: string): DescribedResponse | undefined {
    const node = this.resolve(value, 'response', '/responses', key);
    if (node === undefined) return undefined;
    if (this.api.format !== 'swagger-2.0') return { contents: this.contents(node) };
    const given = node.value['schema'];
    if (!isObject(given)) return { contents: [] };
    const schema = this.space.nodeOf('schema', given, node, '', 'schema');
    return { contents: this.mediaTypes('produces').map((mediaType) => ({ mediaType, schema })) };
  }
}

/** Reads an operation of a description. */
export function viewOperation(api: DescribedApi, operation: DescribedOperation): OperationView {
  return new OperationReader(api, operation).read();
}

/** What is said of a media type: the most exact entry that fits. */
export function contentFor(
  contents: readonly DescribedContent[],
  mediaType: string,
): DescribedContent | undefined {
  const kind = `${mediaType.split('/')[0]}/*`;
  return (
    contents.find((content) => content.mediaType === mediaType) ??
    contents.find((content) => content.mediaType === kind) ??
    contents.find((content) => content.mediaType === '*/*')
  );
}
