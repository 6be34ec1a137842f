/**
 * Credentials in URLs (RFC 3986 section 3.2.1) and connection strings of databases and brokers.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isAlphanumeric, isLetter, isSpace } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { isNothing, isPlaceholder } from './secret-value.ts';

const url: Detector = { id: 'url-credentials', category: 'secret.url_credentials', topics: [] };
const connection: Detector = {
  id: 'connection-string',
  category: 'secret.connection_string',
  topics: [],
};

const address: Detector = { id: 'url', category: 'network.url', topics: [] };
const plainUrl = reason('format', 1.4, 'scheme and host');
const userinfo = reason('format', 4.2, 'user and password before the host');
const database = reason('lexicon', 1, 'scheme of a database or broker');
const example = reason('negative', -3.5, 'placeholder');

const maxUrl = 2048;

const databaseSchemes =
  /^(?:jdbc:)?(?:mysqlx?|mariadb|postgres(?:ql)?|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|oracle|clickhouse|cockroachdb|cassandra|db2|dm|kingbase8?|oceanbase|tidb|gaussdb|opengauss|hive2|presto|trino|snowflake|neo4j(?:\+s)?|bolt(?:\+s)?|couchdb|influxdb|elasticsearch|kafka|nats|mqtts?|ldaps?|stomp|pulsar|rabbitmq|memcached|nacos|zookeeper|zk|tdengine|taos(?:-rs)?|vertica|redshift|sqlite|firebird|sybase|ibm-db|mysql\+\w+|postgresql\+\w+)$/;

/** Characters that end a URL in running text. */
function endsUrl(unit: number): boolean {
  return (
    unit === 0 ||
    isSpace(unit) ||
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x3c ||
    unit === 0x3e ||
    unit === 0x60 ||
    unit > 0x2fff
  );
}

/** Looks for credentials in the URL whose `://` begins at `colon`. */
export function findUrlCredentials(scan: Scan, colon: number): void {
  const { view } = scan;
  let start = colon;
  while (colon - start < 30) {
    const unit = view.at(start - 1);
    if (!isAlphanumeric(unit) && unit !== 0x2b && unit !== 0x2d && unit !== 0x3a) break;
    start -= 1;
  }
  while (start < colon && !isLetter(view.at(start))) start += 1;
  const scheme = schemeOf(view, start, colon);
  if (scheme === undefined) return;
  start = colon - scheme.length;
  let at = colon + 3;
  let lastAt = -1;
  let firstColon = -1;
  const limit = at + 512;
  while (at < limit) {
    const unit = view.at(at);
    if (endsUrl(unit) || unit === 0x2f || unit === 0x3f || unit === 0x23 || unit === 0x5c) break;
    if (unit === 0x40) lastAt = at;
    if (unit === 0x3a && firstColon < 0) firstColon = at;
    at += 1;
  }
  if (scan.enters('network.url')) scan.report(address, start, urlEnd(view, at), [plainUrl]);
  const isDatabase = databaseSchemes.test(scheme);
  if (lastAt < 0 || firstColon < 0 || firstColon > lastAt) {
    if (isDatabase) findQueryPassword(scan, start, at);
    return;
  }
  const password = view.slice(firstColon + 1, lastAt);
  if (password.length < 2 || (!isAlphanumeric(view.at(lastAt + 1)) && view.at(lastAt + 1) !== 0x5b))
    return;
  const reasons: Evidence[] = [userinfo];
  if (
    password.length < 4 ||
    isNothing(password) ||
    (isPlaceholder(password) && !/\d{3}/.test(password))
  )
    reasons.push(example);
  if (isDatabase) scan.report(connection, start, urlEnd(view, at), [...reasons, database]);
  else scan.report(url, colon + 3, lastAt, reasons);
}

/** The scheme that ends at `colon`, `jdbc:` included. */
function schemeOf(view: TextView, start: number, colon: number): string | undefined {
  const text = view.slice(start, colon).toLowerCase();
  const match = /(?:jdbc:(?:[a-z]+:)?)?[a-z][a-z0-9+.-]*$/.exec(text);
  return match?.[0];
}

function urlEnd(view: TextView, from: number): number {
  let at = from;
  while (at - from < maxUrl && !endsUrl(view.at(at))) at += 1;
  // Punctuation behind a URL is the sentence's.
  while (at > from && /[.,;:!)\]}]/.test(String.fromCharCode(view.at(at - 1)))) at -= 1;
  return at;
}

/** `jdbc:mysql://host/db?user=root&password=…`. */
function findQueryPassword(scan: Scan, start: number, from: number): void {
  const { view } = scan;
  const end = urlEnd(view, from);
  const match = /[?&;](?:password|pwd|passwd)=([^&;\s]+)/i.exec(view.slice(from, end));
  if (match === null || isNothing(match[1]!) || isPlaceholder(match[1]!)) return;
  scan.report(connection, start, end, [userinfo, database]);
}

/** `Server=…;User Id=…;Password=…;`: looks around the `=` at `equals` whose key names a password. */
export function findKeyedConnection(scan: Scan, equals: number): boolean {
  const { view } = scan;
  let start = equals;
  const floor = Math.max(0, equals - 400);
  while (start > floor) {
    const unit = view.at(start - 1);
    if (
      unit === 0x0a ||
      unit === 0x22 ||
      unit === 0x27 ||
      unit === 0x60 ||
      unit === 0x3e ||
      unit > 0x2fff
    )
      break;
    start -= 1;
  }
  let end = equals;
  while (end - equals < 400) {
    const unit = view.at(end);
    if (
      unit === 0 ||
      unit === 0x0a ||
      unit === 0x22 ||
      unit === 0x27 ||
      unit === 0x60 ||
      unit === 0x3c ||
      unit > 0x2fff
    )
      break;
    end += 1;
  }
  const text = view.slice(start, end);
  const head =
    /(?:^|[\s;])((?:server|data source|host|addr(?:ess)?|database|initial catalog|endpoint|accountname|defaultendpointsprotocol|driver|uid|user id|user|username|dbname)\s*=)/i.exec(
      text,
    );
  if (head === null) return false;
  const offset = head.index + head[0].length - head[1]!.length;
  if (start + offset > equals) return false;
  const match = /(?:password|pwd|accountkey|sharedaccesskey|passwd)\s*=\s*([^;\s]+)/i.exec(text);
  // A connection string has at least two pairs divided by semicolons, or by spaces as libpq writes them.
  // Arguments of a function are divided by commas: `user=None, password=None`.
  const value = (match?.[1] ?? '').replace(/[,)]+$/, '');
  if (
    !/[;\s]\s*\w[\w ]*=/.test(text.slice(offset)) ||
    value === '' ||
    isNothing(value) ||
    isPlaceholder(value)
  )
    return false;
  while (end > start && isSpace(view.at(end - 1))) end -= 1;
  scan.report(connection, start + offset, end, [userinfo, database]);
  return true;
}
