import { AnnotatedText, mark, type Phrase, phrase } from './annotated-text.ts';
import {
  makeOrderNumber,
  makeParcelNumber,
  makePrice,
  makeSerialNumber,
  makeTicketNumber,
  sampleDay,
  writeTime,
} from './sample-decoys.ts';
import { makeAlmostCard, makeSocialCreditCode } from './sample-numbers.ts';
import { makeOrganisation, makePerson, type SamplePerson } from './sample-person.ts';
import type { SampleRandom } from './sample-random.ts';
import { writeCard, writeLandline, writeMobile, writeResident } from './written-forms.ts';

const header =
  '客户编号,姓名,性别,手机号,身份证号,银行卡号,电子邮箱,联系地址,车牌号,工作单位,统一社会信用代码,最近订单,消费金额,注册时间,备注';

/** What people write into the field for remarks. */
function makeRemark(random: SampleRandom, person: SamplePerson): Phrase {
  const other = makePerson(random);
  const choices: readonly (() => Phrase)[] = [
    () => phrase`首次下单，使用优惠券满300减40`,
    () => phrase`客户反馈"物流太慢"，已补发，快递单号${makeParcelNumber(random)}`,
    () => phrase`工单${makeTicketNumber(random)}已关闭，退款${makePrice(random)}元`,
    () => phrase`流水号${makeSerialNumber(random)}，核对无误`,
    () => phrase`会员积分${random.between(100, 99999)}分，有效期至2027-12-31`,
    () => phrase`发票抬头同工作单位，${random.between(2, 5)}个工作日内寄出`,
    () => phrase`紧急联系人${other.name}，电话${writeMobile(random, other.mobile)}`,
    () => phrase`改寄：${other.address}，收件人${other.name}，${writeMobile(random, other.mobile)}`,
    () => phrase`白天请打办公室电话${writeLandline(random, person)}，"勿发短信"`,
    () => phrase`代办人身份证${writeResident(random, other.resident)}，已留存复印件`,
    () => phrase`退款至尾号${person.card.text.slice(-4)}，卡号${writeCard(random, person.card)}`,
    () => phrase`电子发票发送至${other.email}，抄送${person.email}`,
    () => phrase`停车登记${other.plate}，访客${other.name}`,
  ];
  return random.chance(0.45) ? random.pick(choices.slice(0, 6))() : random.pick(choices.slice(6))();
}

/** RFC 4180: a field with a comma, a quote or a line end is quoted, and its quotes are doubled. */
function addField(file: AnnotatedText, field: Phrase, quoted: boolean): void {
  const needsQuotes =
    quoted ||
    field.some((piece) => /[",\r\n]/.test(typeof piece === 'string' ? piece : piece.text));
  if (!needsQuotes) {
    file.add(field);
    return;
  }
  file
    .add('"')
    .add(field, (text) => text.replaceAll('"', '""'))
    .add('"');
}

/** Customers of a shop: 15 columns in Chinese, line ends as spreadsheets write them. */
export function makeCustomersCsv(random: SampleRandom, rows: number): AnnotatedText {
  const file = new AnnotatedText('customers.csv').add(`${header}\r\n`);
  for (let row = 1; row <= rows; row += 1) {
    const person = makePerson(random);
    const given = (share: number, field: () => Phrase): Phrase =>
      random.chance(share) ? field() : [];
    const company = random.chance(0.35);
    const fields: readonly Phrase[] = [
      phrase`KH${String(100_000 + row)}`,
      phrase`${person.name}`,
      given(0.9, () => phrase`${person.gender}`),
      given(0.97, () => phrase`${writeMobile(random, person.mobile)}`),
      given(0.8, () => phrase`${writeResident(random, person.resident)}`),
      given(0.6, () => phrase`${writeCard(random, person.card)}`),
      given(0.7, () => phrase`${person.email}`),
      given(0.85, () => phrase`${person.address}`),
      given(0.3, () => phrase`${person.plate}`),
      company ? phrase`${makeOrganisation(random, person.region)}` : [],
      company
        ? phrase`${mark('org.uscc.cn', makeSocialCreditCode(random, person.region.code))}`
        : [],
      phrase`${makeOrderNumber(random)}`,
      phrase`${makePrice(random)}`,
      phrase`${writeTime(sampleDay - random.below(900) * 86_400_000 + random.below(86_400_000))}`,
      given(0.4, () => makeRemark(random, person)),
    ];
    for (const [index, field] of fields.entries()) {
      if (index > 0) file.add(',');
      addField(file, field, index === 7 && random.chance(0.1));
    }
    file.add('\r\n');
  }
  return file;
}

/** Two settlement systems of the shop: nothing in it is anybody's, but it looks so. */
export function makeLedgerTsv(random: SampleRandom, rows: number): AnnotatedText {
  const file = new AnnotatedText('ledger.tsv').add(
    '交易流水号\t批次号\t渠道订单号\t内部对账号\t金额\t提交哈希\t时间戳\n',
  );
  for (let row = 0; row < rows; row += 1) {
    const fields = [
      makeSerialNumber(random),
      makeTicketNumber(random),
      makeOrderNumber(random),
      makeAlmostCard(random),
      makePrice(random),
      random.text(40, '0123456789abcdef'),
      String(sampleDay + random.below(86_400_000)),
    ];
    file.add(`${fields.join('\t')}\n`);
  }
  return file;
}
