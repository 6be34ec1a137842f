import { AnnotatedText, mark, type Phrase, phrase } from './annotated-text.ts';
import { makeAddressOfClient } from './application-log.ts';
import {
  makeOrderNumber,
  makeParcelNumber,
  makePrice,
  makeSerialNumber,
  makeUuid,
  sampleDay,
  writeTime,
} from './sample-decoys.ts';
import { makeAlmostSocialCreditCode, makeSocialCreditCode } from './sample-numbers.ts';
import { makeOrganisation, makePerson } from './sample-person.ts';
import type { SampleRandom } from './sample-random.ts';

const schema = `-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
-- Host: localhost    Database: shop
SET NAMES utf8mb4;

DROP TABLE IF EXISTS \`members\`;
CREATE TABLE \`members\` (
  \`id\` int NOT NULL AUTO_INCREMENT,
  \`real_name\` varchar(64) DEFAULT NULL COMMENT '姓名',
  \`mobile\` varchar(32) DEFAULT NULL COMMENT '手机号',
  \`id_card\` varchar(32) DEFAULT NULL COMMENT '身份证号',
  \`email\` varchar(128) DEFAULT NULL,
  \`address\` varchar(255) DEFAULT NULL COMMENT '联系地址',
  \`last_ip\` varchar(64) DEFAULT NULL,
  \`note\` varchar(255) DEFAULT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB AUTO_INCREMENT=20001 DEFAULT CHARSET=utf8mb4;

CREATE TABLE \`suppliers\` (
  \`id\` int NOT NULL,
  \`company\` varchar(128) DEFAULT NULL COMMENT '单位名称',
  \`credit_code\` char(18) DEFAULT NULL COMMENT '统一社会信用代码',
  \`contract_code\` char(18) DEFAULT NULL COMMENT '合同编码'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE \`orders\` (
  \`id\` char(36) NOT NULL,
  \`order_no\` varchar(32) NOT NULL,
  \`serial_no\` varchar(32) NOT NULL,
  \`parcel_no\` varchar(32) DEFAULT NULL,
  \`amount\` decimal(10,2) NOT NULL,
  \`created_at\` datetime NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

`;

const quote = (text: string) => text.replaceAll('\\', '\\\\').replaceAll("'", "''");

/** One `INSERT` of many rows; a number stands without quotes, an empty field is NULL. */
function addInsert(
  file: AnnotatedText,
  start: string,
  rows: readonly (readonly (Phrase | number)[])[],
): void {
  file.add(`INSERT INTO ${start} VALUES\n`);
  for (const [index, row] of rows.entries()) {
    file.add('(');
    for (const [at, field] of row.entries()) {
      if (at > 0) file.add(',');
      if (typeof field === 'number') file.add(String(field));
      else if (field.length === 0) file.add('NULL');
      else file.add("'").add(field, quote).add("'");
    }
    file.add(index === rows.length - 1 ? ');\n' : '),\n');
  }
}

/** A dump as mysqldump writes it: members, suppliers and orders. */
export function makeSqlDump(random: SampleRandom, members: number): AnnotatedText {
  const file = new AnnotatedText('dump.sql').add(schema);
  const make = <T>(length: number, one: (index: number) => T) =>
    Array.from({ length }, (_, index) => one(index));
  const given = (share: number, field: () => Phrase): Phrase =>
    random.chance(share) ? field() : [];

  for (let from = 0; from < members; from += 250) {
    const rows = make(Math.min(250, members - from), (index) => {
      const person = makePerson(random);
      return [
        from + index + 1,
        phrase`${person.name}`,
        given(0.95, () => phrase`${mark('contact.phone', person.mobile)}`),
        given(0.8, () => phrase`${person.resident}`),
        given(0.6, () => phrase`${person.email}`),
        given(0.6, () => phrase`${person.address}`),
        given(0.8, () => phrase`${makeAddressOfClient(random)}`),
        given(0.2, () => phrase`来自活动'双十一'，推荐人${makePerson(random).name}`),
      ];
    });
    const columns = 'id real_name mobile id_card email address last_ip note'.split(' ');
    addInsert(file, `\`members\` (${columns.map((name) => `\`${name}\``).join(', ')})`, rows);
  }
  addInsert(
    file,
    '`suppliers` (`id`, `company`, `credit_code`, `contract_code`)',
    make(Math.round(members / 8), (index) => {
      const { region } = makePerson(random);
      return [
        index + 1,
        phrase`${makeOrganisation(random, region)}`,
        phrase`${mark('org.uscc.cn', makeSocialCreditCode(random, region.code))}`,
        phrase`${makeAlmostSocialCreditCode(random, region.code)}`,
      ];
    }),
  );
  addInsert(
    file,
    '`orders` (`id`, `order_no`, `serial_no`, `parcel_no`, `amount`, `created_at`)',
    make(members, () => [
      phrase`${makeUuid(random)}`,
      phrase`${makeOrderNumber(random)}`,
      phrase`${makeSerialNumber(random)}`,
      phrase`${makeParcelNumber(random)}`,
      Number(makePrice(random)),
      phrase`${writeTime(sampleDay - random.below(86_400) * 1000)}`,
    ]),
  );
  return file.add('-- Dump completed on 2026-11-20  3:00:01\n');
}
