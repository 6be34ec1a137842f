/** Marks a memo and a web page for two readers, lets parts of them leak, and traces the leaks; plants honey, and finds it in a log. */
import { createHoney, createHoneyScanner } from '@yushu/watermark/honey';
import { cleanText, markText, measureText, traceText } from '@yushu/watermark/text';
import { markTextFile, traceTextFile } from '@yushu/watermark/text-files';

const key = new Uint8Array(32).fill(42); // systemRandom(32) of @yushu/core, kept where secrets live
const readers = new Map([
  [4711, '张三'],
  [4712, '李四'],
]);
const nameOf = (trace: ReturnType<typeof traceText>) =>
  trace.found ? `${readers.get(trace.id)} (${trace.channels.join(', ')})` : 'no one';

const memo =
  '各位同事：新一代终端的上市时间推迟到秋末，价格和渠道政策见附件，在正式公布之前请注意保密，不要转发给任何外部人员。' +
  '如果客户提前问起，请回答仍在测试阶段；媒体来电一律转给市场部处理，任何人不得以个人名义接受采访或者发表意见。';
const { left } = measureText(memo);
console.log(`the memo carries ${left.copy} bits, and ${left.cleaned} that a cleaner leaves`);

const forLi = markText(memo, { key, id: 4712 }).text;
console.log('quoted in a chat:', nameOf(traceText(`转自群聊：${forLi.slice(30, -30)}……`, { key })));
console.log('the original:', nameOf(traceText(memo, { key })));
const { text, hidden } = cleanText(forLi);
console.log(`cleaned of ${hidden.length} characters:`, nameOf(traceText(text, { key })));

const page = new TextEncoder().encode(
  `<h1>上市计划</h1><p>${memo.replace('秋末', '<b>秋末</b>')}</p><pre>npm run launch</pre>`,
);
const copy = markTextFile(page, { format: 'html', key, id: 4711 }).bytes;
console.log('the page:', nameOf(traceTextFile(copy, { format: 'html', key })));

const honey = createHoney({ key });
const planted = honey.person(7);
const log = `GET /export?phone=${planted.mobile} 200\nAuthorization: Bearer ${honey.value('token', 8)}\n`;
for (const { kind, number, start } of createHoneyScanner({ key }).scan(log))
  console.log(`honey ${number} (${kind}) at ${start} of the log`);
