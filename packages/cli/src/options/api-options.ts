import type { ApiSeverity } from '@yushu/api-security';
import { type Command, Option } from 'commander';

/** From the worst to the mildest; written out, so that `--help` need not load the audit. */
const apiSeverities: readonly ApiSeverity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** Sets of rules of `yushu api audit`. */
export const apiRulesets = ['yushu', 'spectral', 'vacuum', 'kics', 'all'] as const;

/** Options that all of `yushu api` share. */
interface ApiOutputOptions {
  /** Path to write to; standard output unless given. */
  readonly output?: string;
}

/** Options of those that read descriptions which may be spread over several files. */
interface ApiRefsOptions {
  /** Follows `$ref`s to files below a folder, or below the description's own. */
  readonly refs?: string | true;
}

/** Options of `yushu api audit` as the command line gives them. */
export interface ApiAuditCommandOptions extends ApiOutputOptions, ApiRefsOptions {
  readonly format: 'table' | 'json' | 'sarif' | 'html';
  readonly ruleset: (typeof apiRulesets)[number];
  /** Path of a `.spectral.yaml` whose severities are taken. */
  readonly config?: string;
  /** Path of rules of one's own. */
  readonly rules?: string;
  readonly minSeverity: ApiSeverity;
  readonly failOn?: ApiSeverity;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly fix?: true;
}

/** Options of `yushu api map` as the command line gives them. */
export interface ApiMapCommandOptions extends ApiOutputOptions, ApiRefsOptions {
  readonly format: 'table' | 'json' | 'html';
}

/** Options of `yushu api fix` as the command line gives them. */
export interface ApiFixCommandOptions extends ApiOutputOptions {
  readonly format: 'document' | 'patch' | 'overlay' | 'json';
  readonly review?: true;
}

/** Options of `yushu api drift` as the command line gives them. */
export interface ApiDriftCommandOptions extends ApiOutputOptions, ApiRefsOptions {
  readonly format: 'table' | 'json';
  readonly failOn?: ApiSeverity;
}

/** What `yushu api` runs. */
export interface ApiRunners {
  readonly audit: (spec: string, options: ApiAuditCommandOptions) => Promise<void>;
  readonly map: (spec: string, options: ApiMapCommandOptions) => Promise<void>;
  readonly fix: (spec: string, options: ApiFixCommandOptions) => Promise<void>;
  readonly drift: (before: string, after: string, options: ApiDriftCommandOptions) => Promise<void>;
}

const failOn = (): Option =>
  new Option(
    '--fail-on <severity>',
    'end with code 1 on problems of this severity or worse',
  ).choices(apiSeverities);

const refs = (): Option =>
  new Option(
    '--refs [folder]',
    "follow $refs to files below a folder, the description's own unless given",
  );

/** Declares `yushu api audit|map|fix|drift`. */
export function declareApi(program: Command, run: ApiRunners): void {
  const api = program
    .command('api')
    .summary('audit descriptions of APIs: OpenAPI, Swagger, AsyncAPI, GraphQL')
    .description('Audits descriptions of APIs: what they expose, to whom, and how to mend it.');
  api
    .command('audit')
    .summary('find what is wrong, by root cause')
    .argument('<spec>', 'OpenAPI 3, Swagger 2, AsyncAPI or GraphQL; - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'how to report')
        .choices(['table', 'json', 'sarif', 'html'])
        .default('table'),
    )
    .addOption(
      new Option('--ruleset <set>', 'rules to run: our own, or those of others by their ids')
        .choices(apiRulesets)
        .default('yushu'),
    )
    .addOption(refs())
    .option('--config <file>', 'take severities from a .spectral.yaml')
    .option('--rules <file>', 'run rules of your own too, with JSONPath')
    .addOption(
      new Option('--min-severity <severity>', 'leave out what is milder')
        .choices(apiSeverities)
        .default('low'),
    )
    .addOption(failOn())
    .option('--baseline <file>', 'report only what the baseline has not')
    .option('--write-baseline <file>', 'write the baseline: all findings of today')
    .option('--fix', 'propose changes too, as `api fix` makes them')
    .option('-o, --output <file>', 'write the report to a file')
    .action(run.audit);
  api
    .command('map')
    .summary('map which graded data each operation takes and gives')
    .argument('<spec>', 'description; - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'how to report')
        .choices(['table', 'json', 'html'])
        .default('table'),
    )
    .addOption(refs())
    .option('-o, --output <file>', 'write the map to a file')
    .action(run.map);
  api
    .command('fix')
    .summary('mend what the document itself says how to mend')
    .argument('<spec>', 'description; - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'what to write')
        .choices(['document', 'patch', 'overlay', 'json'])
        .default('document'),
    )
    .option('--review', 'make changes too that the server must follow')
    .option('-o, --output <file>', 'write to a file')
    .action(run.fix);
  api
    .command('drift')
    .summary('compare two versions, or a description with recorded traffic')
    .argument('<before>', 'older description')
    .argument('<after>', 'newer description, HAR file or Postman collection')
    .addOption(
      new Option('-f, --format <format>', 'how to report')
        .choices(['table', 'json'])
        .default('table'),
    )
    .addOption(refs())
    .addOption(failOn())
    .option('-o, --output <file>', 'write the report to a file')
    .action(run.drift);
}
