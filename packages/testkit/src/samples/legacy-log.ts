import { AnnotatedText, type Phrase, phrase } from './annotated-text.ts';
import { makeAddressOfClient } from './application-log.ts';
import {
  makeOrderNumber,
  makePrice,
  makeSerialNumber,
  makeTicketNumber,
  sampleDay,
  writeTime,
} from './sample-decoys.ts';
import { makePerson } from './sample-person.ts';
import type { SampleRandom } from './sample-random.ts';
import { writeCard, writeMobile } from './written-forms.ts';

function makeLine(random: SampleRandom): Phrase {
  const person = makePerson(random);
  const choices: readonly (() => Phrase)[] = [
    () => phrase`[INFO ] 批处理任务开始，批次号=${makeTicketNumber(random)}`,
    () => phrase`[INFO ] 对账完成，笔数=${random.between(1, 9999)}，金额=${makePrice(random)}`,
    () => phrase`[DEBUG] 流水号=${makeSerialNumber(random)} 状态=成功`,
    () => phrase`[INFO ] 订单=${makeOrderNumber(random)} 已入账`,
    () => phrase`[WARN ] 线程池队列长度=${random.between(10, 500)}，超过阈值`,
    () =>
      phrase`[INFO ] 用户登录 账号=${person.account} 手机=${writeMobile(random, person.mobile)} IP=${makeAddressOfClient(random)}`,
    () => phrase`[INFO ] 开户申请 姓名=${person.name} 证件号码=${person.resident}`,
    () => phrase`[INFO ] 代发工资 户名=${person.name} 卡号=${writeCard(random, person.card)}`,
    () => phrase`[WARN ] 短信下发失败 手机号码=${writeMobile(random, person.mobile)} 错误码=4103`,
    () => phrase`[INFO ] 邮寄对账单 地址=${person.address} 邮箱=${person.email}`,
  ];
  return random.chance(0.6) ? random.pick(choices.slice(0, 5))() : random.pick(choices.slice(5))();
}

/** The log of an old system, to be written in GB18030. */
export function makeLegacyLog(random: SampleRandom, lines: number): AnnotatedText {
  const file = new AnnotatedText('legacy-gb18030.log');
  let time = sampleDay;
  for (let line = 0; line < lines; line += 1) {
    time += random.between(10, 20_000);
    file
      .add(`${writeTime(time)} `)
      .add(makeLine(random))
      .add('\r\n');
  }
  return file;
}
