import { sampleEnglishNames } from '../data/sample-lists.ts';
import { AnnotatedText, mark, type Phrase, phrase } from './annotated-text.ts';
import {
  makeOrderNumber,
  makeParcelNumber,
  makePrice,
  makeTicketNumber,
  makeVersion,
  sampleDay,
  writeTime,
} from './sample-decoys.ts';
import { makeIban } from './sample-numbers.ts';
import { makePerson, type SamplePerson } from './sample-person.ts';
import type { SampleRandom } from './sample-random.ts';
import {
  writeCard,
  writeForeignPhone,
  writeLandline,
  writeMobile,
  writeResident,
} from './written-forms.ts';

/** A question of the agent and an answer of the customer. */
type Turn = readonly [Phrase, Phrase];

function makeTurns(random: SampleRandom, person: SamplePerson): readonly Turn[] {
  const other = makePerson(random);
  const all: readonly (() => Turn)[] = [
    () => [
      phrase`请问您的订单号是多少？`,
      phrase`${makeOrderNumber(random)}，昨天下的单，付了${makePrice(random)}元`,
    ],
    () => [phrase`麻烦提供一下快递单号`, phrase`${makeParcelNumber(random)}，显示一直没动`],
    () => [phrase`您使用的是哪个版本？`, phrase`App版本${makeVersion(random)}，系统是最新的`],
    () => [phrase`您的工单编号是？`, phrase`短信里写的是${makeTicketNumber(random)}`],
    () => [phrase`现在给您转接技术同事，请稍等`, phrase`好的，大概要等多久？我有点着急`],
    () => [phrase`这款目前有货，支持七天无理由退换`, phrase`那我再考虑一下，谢谢`],
    () => [
      phrase`方便留个联系方式吗？`,
      phrase`我叫${person.name}，电话${writeMobile(random, person.mobile)}，最好下午打`,
    ],
    () => [phrase`请核对一下收货地址`, phrase`改成${person.address}，谢谢`],
    () => [
      phrase`为了核实身份，请提供一下您的身份证号码`,
      phrase`${writeResident(random, person.resident)}，这个没问题吧？`,
    ],
    () => [phrase`退款退到哪张卡？`, phrase`退到这张银行卡：${writeCard(random, person.card)}`],
    () => [phrase`电子发票发到哪里？`, phrase`发我邮箱${person.email}就行`],
    () => [
      phrase`如果您不在，谁可以代收？`,
      phrase`我爱人${other.name}，手机${writeMobile(random, other.mobile)}`,
    ],
    () => [phrase`停车券绑定哪个车牌？`, phrase`${person.plate}，白色的车`],
    () => [
      phrase`请补充一下出入境证件`,
      random.chance(0.5)
        ? phrase`护照号${mark('id.passport.cn', `E${random.digits(8)}`)}`
        : phrase`港澳居民来往内地通行证${mark('id.permit.hk', `${random.pick(['H', 'M'])}${random.digits(8)}`)}`,
    ],
    () => [
      phrase`有座机可以联系吗？`,
      phrase`单位座机${writeLandline(random, person)}，工作日都在`,
    ],
  ];
  const quiet = Array.from({ length: 3 }, () => random.pick(all.slice(0, 6))());
  const loud = Array.from({ length: 2 }, () => random.pick(all.slice(6))());
  return [quiet[0]!, loud[0]!, quiet[1]!, loud[1]!, quiet[2]!];
}

/** What a support desk and its customers write to each other, in Chinese. */
export function makeChineseChat(random: SampleRandom, talks: number): AnnotatedText {
  const file = new AnnotatedText('chat-zh.txt');
  let time = sampleDay;
  for (let talk = 1; talk <= talks; talk += 1) {
    const person = makePerson(random);
    const say = (who: string, what: Phrase) => {
      time += random.between(4, 90) * 1000;
      file
        .add(`[${writeTime(time)}] ${who}：`)
        .add(what)
        .add('\n');
    };
    file.add(`===== 会话 ${String(talk).padStart(4, '0')} =====\n`);
    say('客服', phrase`您好，请问有什么可以帮您？`);
    say('客户', phrase`你好，想咨询一下订单的事情`);
    for (const [question, answer] of makeTurns(random, person)) {
      say('客服', question);
      say('客户', answer);
    }
    say('客服', phrase`已为您登记，祝您生活愉快！`);
    file.add('\n');
  }
  return file;
}

function makeEnglishTurns(random: SampleRandom): readonly Turn[] {
  const name = random.pick(sampleEnglishNames);
  const email = `${name.toLowerCase().replace(' ', '.')}${random.below(90)}@example.com`;
  const card = makePerson(random).card;
  const ssn = `${random.pick(['1', '2', '3', '4'])}${random.between(10, 99)}-${random.between(10, 99)}-${random.between(1000, 9999)}`;
  const all: readonly (() => Turn)[] = [
    () => [phrase`Which build are you on?`, phrase`It says ${makeVersion(random)} in the corner.`],
    () => [
      phrase`Could you give me the order number?`,
      phrase`Sure, it's ${makeOrderNumber(random)}, I paid ${makePrice(random)}.`,
    ],
    () => [
      phrase`May I have your name and e-mail?`,
      phrase`My name is ${mark('person.name', name)}, ${mark('contact.email', email)}.`,
    ],
    () => [
      phrase`What number can we reach you on?`,
      phrase`Call me at ${writeForeignPhone(random)} after six.`,
    ],
    () => [phrase`Which card was charged?`, phrase`The card number is ${writeCard(random, card)}.`],
    () => [
      phrase`Where should the refund go?`,
      phrase`To my account, IBAN ${mark('finance.iban', makeIban(random))}.`,
    ],
    () => [phrase`I need to verify your identity.`, phrase`My SSN is ${mark('id.ssn.us', ssn)}.`],
    () => [phrase`Anything else I can do for you?`, phrase`No, that was all. Thanks!`],
  ];
  return Array.from({ length: 4 }, () => random.pick(all)());
}

/** The same in English. */
export function makeEnglishChat(random: SampleRandom, talks: number): AnnotatedText {
  const file = new AnnotatedText('chat-en.txt');
  let time = sampleDay;
  for (let talk = 1; talk <= talks; talk += 1) {
    file.add(`--- session ${talk} ---\n`);
    for (const [question, answer] of makeEnglishTurns(random)) {
      for (const [who, what] of [
        ['agent', question],
        ['customer', answer],
      ] as const) {
        time += random.between(4, 90) * 1000;
        file
          .add(`${writeTime(time).slice(11)} ${who}: `)
          .add(what)
          .add('\n');
      }
    }
    file.add('\n');
  }
  return file;
}
