/**
 * Documents of the sixth set that hold nothing, though they look like it: chess, chemistry, recipes, bus routes, legal articles, film
 * titles, part numbers, checksums, metrics, telescopes and settings. Written with no look at a detector.
 *
 * @module
 */
import { readTemplates } from './read-templates.ts';

export const sixthCleanTemplates = readTemplates(String.raw`
# clean zh
{line}
{line}
{line}

# clean zh
小提示｜{line}另外，{line}（完）

# clean zh
{n}路公交：火车站—人民广场—中山公园—石桥头—白鹤湖—马家堡—金家渡—高桥镇政府—汪家村—陈墩—终点站。首班{time}，末班{time}，票价{n}元。

# clean zh
卤牛肉配方：牛腱{nn}克、黄豆酱{n}克、白芷{n}克、高良姜{n}克、陈皮{n}克、香叶{n}片、小茴香{n}克。大火烧开转小火{nn}分钟，关火浸泡{n}小时。

# clean zh
第{n}条 承租人未经出租人同意转租的，出租人可以解除合同。
第{n}条 当事人一方不履行合同义务的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。
第{n}条 本法自{date}起施行。

# clean zh
值班表模板（打印后手写）
日期｜姓名｜电话｜签到｜签退
周一｜　　　｜　　　｜　　　｜　　　
周二｜　　　｜　　　｜　　　｜　　　
备注：换班须提前{n}小时报备，电话写手机号。

# clean zh
钢材规格：Q355B 热轧板 {n}×{nn}×{nn}；螺纹钢 HRB400E Φ{n}；炉号 {nn}{nn}；质保书编号 {serial}；过磅净重 {nn}.{n} 吨；仓位 {n}-{n}-{nn}。

# clean zh
一周片单：《长安三万里》《白日焰火》《黄土地》《孔雀》《青蛇》《霸王别姬》《小城之春》《江湖儿女》《万箭穿心》。每晚{time}开映，票价{n}元，学生半价。

# clean zh
评标汇总
{org}　报价{amount}　得分{n}.{n}
{org}　报价{amount}　得分{n}.{n}
公示期{n}个工作日，项目编号{order}，开标时间{clock}。

# clean zh
水位通报：{clock} 汉口站{n}.{n}米，较昨日涨0.{n}米；宜昌站流量{nn}立方米每秒；鄱阳湖星子站{n}.{n}米。请沿江各地加强巡查。{line}

# clean zh
考场纪律：一、凭准考证和身份证入场；二、手机关机并放入信封；三、答题卡姓名、考号、座位号须用黑色签字笔填写，条形码贴在框内。开考{n}分钟后不得入场。

# clean zh-Hant
館藏目錄：清乾隆青花纏枝蓮紋瓶、明永樂甜白釉梅瓶、宋汝窯天青盤、元趙體楷書拓本。典藏號 故瓷{nn}{nn}。開放時間{time}至{time}，每週一休館。

# clean en
1. e4 c5 2. Nf3 d6 3. d4 cxd4 4. Nxd4 Nf6 5. Nc3 a6 6. Bg5 e6 7. f4 Be7 8. Qf3 Qc7 9. O-O-O Nbd7 10. g4 b5. Time left: {n}:{n}, engine eval +0.{n}, depth {n}, nodes {serial}.

# clean en
PART LIST REV C
{sku}   M6x25 hex bolt, zinc        qty {n}
{sku}   Gasket, nitrile, 42 mm      qty {n}
{sku}   Bearing 6204-2RS            qty {n}
Drawing DWG-{nn}-{nn}, sheet {n} of {n}. Torque {n} Nm. Tolerance ISO 2768-m.

# clean en
# HELP http_requests_total Total requests.
# TYPE http_requests_total counter
http_requests_total{code="200",method="get"} {serial}
http_requests_total{code="500",method="post"} {nn}
process_start_time_seconds {epoch}.{n}
go_memstats_alloc_bytes {serial}

# clean en
kind: Secret
apiVersion: v1
metadata:
  name: app-secrets
stringData:
  password: "CHANGE_ME"
  token: "REPLACE_WITH_TOKEN"
  username: "YOUR_USERNAME"
---
image: "registry.example.com/app@sha256:{digest}"

# clean en
Observing log: M31 transit at {time}, seeing {n}/5. Catalogue entries NGC {nn}, IC {nn}, HD {nn}{n}. Exposure {n} x {nn} s, gain {nn}. Pixel scale {n}.{n} arcsec; flat frames {uuid}.fits.

# clean en
The will of the board was clear: mark the price, grant the option, and let the market carry the rest. May opened soft, June was frank about losses, and by August even the bulls had turned. Dividend {dec} pence, yield {percent}.

# clean en
Set-Cookie: consent=accepted; Path=/; Max-Age={nn}; SameSite=Lax
ETag: "{md}"
X-Request-Id: {uuid}
Cache-Control: max-age={nn}
Content-Length: {nn}
Content-Type: application/json

# clean mixed
INFO kafka.server.KafkaServer started (kafka.server.KafkaServer), log.dirs=/data/kafka, num.partitions={n}
INFO [GroupCoordinator {n}]: Stabilized group orders generation {n} with {n} members
INFO 消费积压 topic=order_paid lag={nn} 峰值={serial} 批次={order}
INFO 索引重建完成 docs={serial} took={nn}ms _id={sha}

# clean mixed
TODO 清单
- [ ] 字段重命名：xm → name，sjh → phone，zjhm → idCard，zz → address
- [ ] 脱敏示例统一写成 1**********、******************
- [x] 导出加水印（PR #{nn}，commit {short}）
- [ ] {line}

# clean mixed
乐谱版本 Op. {n} No. {n} in B-flat major，{n} 小节起转 D minor，速度 ♩={nn}。曲目时长 {n}:{n}，出版编号 HN {nn}，ISBN {isbn}。
`);
