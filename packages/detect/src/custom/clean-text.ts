/**
 * Text without personal data or secrets, on which rules are tried before they are taken: prose in two languages, logs, code, tables,
 * hashes, times, versions and amounts.
 *
 * @module
 */

const prose = `The quick start takes two minutes. Install the package, create a client and call the first method; the guide shows each step.
Version 2.4.1 was released on 2024-03-15 with 12 fixes, 3 new options and better messages. See section 4.2 of the manual, page 118.
Customers can pay within thirty days; orders above 250 EUR ship for free, and returns are accepted for two weeks.
The committee meets every second Tuesday at 14:30 in room 204. Minutes are kept for five years and are open to members.
function add(left, right) { return left + right; } // returns the sum
const limits = { width: 1280, height: 720, ratio: 1.7778, items: [1, 2, 3, 5, 8, 13, 21, 34] };
export async function readConfig(path: string): Promise<Config> { return parse(await readFile(path, 'utf8')); }
if (token.kind === 'keyword' && password.length > minLength) throw new TypeError(\`expected \${name}, got \${typeof value}\`);
SELECT name, price FROM products WHERE price BETWEEN 10 AND 20 ORDER BY price DESC LIMIT 50;
<a class="button primary" href="/docs/guide/install#step-3" data-index="12">Next</a>
为深入推进数字经济发展，各部门要结合实际认真贯彻落实，做好统计监测，定期总结经验，到2026年建成一批示范项目。
第三条 本办法所称数据，是指任何以电子或者其他方式对信息的记录。数据处理包括收集、存储、使用、加工、传输、提供、公开等。
会议于下午三点在二楼会议室举行，请提前十分钟到场，材料见附件一至附件四，共计二十八页。
本月完成产值3,280.5万元，同比增长12.6%；新签合同46份，平均交付周期18天，客户满意度98.2分。
`;

/** A small generator of numbers that are always the same (Numerical Recipes, 32 bits). */
function createSequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

let built: string | undefined;

/** The text, some 90 kB of it; made when it is asked for first. */
export function cleanText(): string {
  if (built !== undefined) return built;
  const next = createSequence(20_240_521);
  const hex = (length: number): string =>
    Array.from({ length }, () => next(16).toString(16)).join('');
  const two = (value: number): string => String(value).padStart(2, '0');
  const lines = [prose];
  for (let index = 0; index < 260; index += 1) {
    const time = `2024-05-${two(1 + next(28))} ${two(next(24))}:${two(next(60))}:${two(next(60))}`;
    lines.push(
      `${time}.${next(1000)} INFO  [http-nio-${8000 + next(99)}-exec-${next(20)}] demo.OrderService : order created, cost=${next(900)}ms items=${next(9)} total=${next(900)}.${two(next(100))}`,
      `${time} trace_id=${hex(32)} span=${hex(16)} status=${200 + next(300)} bytes=${next(99_999)} ms=${next(900)}`,
      `commit ${hex(40)} build ${next(9)}.${next(30)}.${next(99)} sha256:${hex(64)}`,
      `${next(99_999)},SKU-${next(9999)},${next(900)}.${two(next(100))},${next(50)},${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    );
    if (index % 20 === 0) lines.push(prose);
  }
  built = lines.join('\n');
  return built;
}
