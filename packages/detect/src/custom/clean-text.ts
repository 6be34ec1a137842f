/**
 * Text without personal data, on which rules are tried before they are taken.
 *
 * @module
 */
import type { CustomMatch } from '../custom-detector.ts';

const cleanText = `The quick start takes two minutes. Install the package, create a client and call the first method; the guide shows each step.
Version 2.4.1 was released on 2024-03-15 with 12 fixes, 3 new options and better messages. See section 4.2 of the manual, page 118.
2024-05-15 12:00:01.123 INFO  [http-nio-8080-exec-1] demo.OrderService : order created, cost=12ms items=3 total=199.00
2024-05-15 12:00:02.456 WARN  [scheduler-2] demo.Cache : 512 entries evicted after 3600 seconds, hit rate 0.9731
function add(left, right) { return left + right; } // returns the sum
const limits = { width: 1280, height: 720, ratio: 1.7778, items: [1, 2, 3, 5, 8, 13, 21, 34] };
SELECT name, price FROM products WHERE price BETWEEN 10 AND 20 ORDER BY price DESC LIMIT 50;
为深入推进数字经济发展，各部门要结合实际认真贯彻落实，做好统计监测，定期总结经验，到2026年建成一批示范项目。
第三条 本办法所称数据，是指任何以电子或者其他方式对信息的记录。数据处理包括收集、存储、使用、加工、传输、提供、公开等。
会议于下午三点在二楼会议室举行，请提前十分钟到场，材料见附件一至附件四，共计二十八页。
`;

/** Share of the clean text that likely matches cover. */
export function falseAlarmsOnCleanText(find: (text: string) => Iterable<CustomMatch>): number {
  let covered = 0;
  for (const { start, end, evidence } of find(cleanText)) {
    const odds = evidence.reduce((sum, item) => sum + item.weight, 0);
    // Only what would be reported by default: a rule may be broad if it asks for a cue.
    if (odds >= Math.log(0.7 / 0.3)) covered += end - start;
  }
  return covered / cleanText.length;
}
