import type { ApiSeverity, OwaspRisk } from '../rules/rule.ts';

/** A rule over GraphQL schemas. */
export interface GraphqlRule {
  readonly id: string;
  readonly message: string;
  readonly advice: string;
  readonly owasp: OwaspRisk;
  readonly cwe: number;
  readonly severity: ApiSeverity;
}

/** The rules, by what they look at. */
export const graphqlRules = {
  list: {
    id: 'graphql-unbounded-list',
    message: 'A list takes no argument that bounds it.',
    advice: 'Give it `first` and `after`, and keep a maximum in the server.',
    owasp: 'API4:2023',
    cwe: 770,
    severity: 'low',
  },
  mutation: {
    id: 'graphql-mutation-without-auth',
    message: 'A mutation has no directive that asks who calls.',
    advice: 'Set the directive for authorization that the schema uses elsewhere, such as @auth.',
    owasp: 'API5:2023',
    cwe: 862,
    severity: 'medium',
  },
  field: {
    id: 'graphql-sensitive-field-without-auth',
    message: 'A sensitive field has no directive that asks who reads it.',
    advice: 'Set the directive for authorization on the field or its type.',
    owasp: 'API3:2023',
    cwe: 862,
    severity: 'medium',
  },
  credential: {
    id: 'graphql-credential-in-output',
    message: 'A type that is given out has a stored credential.',
    advice: 'Take the field out of the type.',
    owasp: 'API3:2023',
    cwe: 200,
    severity: 'high',
  },
  argument: {
    id: 'graphql-privileged-input',
    message: 'Callers may set what gives rights, money or trust.',
    advice: 'Take the field out of the input, or check who sets it.',
    owasp: 'API3:2023',
    cwe: 915,
    severity: 'medium',
  },
  directive: {
    id: 'graphql-no-authorization',
    message: 'The schema has no directive for authorization at all.',
    advice: 'Declare one, such as @auth, or document where rights are checked.',
    owasp: 'API5:2023',
    cwe: 862,
    severity: 'low',
  },
} satisfies Record<string, GraphqlRule>;
