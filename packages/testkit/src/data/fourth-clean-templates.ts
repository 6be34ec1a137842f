/**
 * Documents of the fourth set that hold nothing, though they look like it: orders, versions, digests, product codes, stock lists,
 * firms and places without people, words that begin as names do, and placeholders. Written with no look at a detector.
 *
 * @module
 */
import { readTemplates } from './read-templates.ts';

export const fourthCleanTemplates = readTemplates(String.raw`
# clean zh
{line}{line}{line}

# clean zh
1. {line}
2. {line}
3. {line}
4. {line}

# clean zh
本周要点：{line}另外，{line}最后提醒一句，{line}

# clean zh
[群公告] {line}
[群公告] {line}{line}

# clean zh
订单编号：{order}
下单时间：{clock}
商品：{product}　货号：{sku}　条码：{barcode}
数量：{n}　单价：{amount}　实付：{amount}
物流单号：{parcel}
支付流水：{serial}
状态：已签收

# clean zh
【取货通知】您购买的{product}已到店，取货码{nn}{nn}，请于{n}日内到店自提，过期自动退款。

# clean zh
证券代码,证券简称,最新价,涨跌幅,成交量(手)
{stock},长江电力,{dec},{percent},{serial}
{stock},白云机场,{dec},{percent},{serial}
{stock},金风科技,{dec},{percent},{serial}
{stock},万科A,{dec},{percent},{serial}

# clean zh
天气预报：北京晴转多云，{n}度；石家庄阴，{n}度；郑州小雨，{n}度；武汉大雨，{n}度；南宁雷阵雨，{n}度；乌鲁木齐晴，{n}度。{line}

# clean zh
糖醋排骨
主料：肋排{nn}克　辅料：冰糖{n}克、香醋{n}毫升、生抽{n}毫升
做法：① 排骨焯水洗净；② 热锅凉油，下冰糖炒糖色；③ 放入排骨翻炒，加姜片、葱结、料酒；④ 加开水焖{n}分钟；⑤ 大火收汁，淋香醋出锅。
{line}

# clean zh
设函数f(x)=x³-{n}x²+{n}，求f(x)在区间[0,{n}]上的最大值和最小值。
解：f′(x)=3x²-{n}x，令f′(x)=0，得x=0或x={n}。列表讨论可知，当x={n}时取得极小值{nn}。故最大值为{nn}。

# clean zh
图书采购清单（{date}）
《马克思主义哲学十讲》 ISBN {isbn} {n}册
《时间简史导读》 ISBN {isbn} {n}册
《金融市场基础》 ISBN {isbn} {n}册
《高等数学（上）》 ISBN {isbn} {n}册
合计码洋{amount}元，单号{order}

# clean zh
设备台账
资产编号	名称	型号	出厂编号	启用日期
ZC{serial}	离心泵	{sku}	{serial}	{date}
ZC{serial}	变压器	{sku}	{serial}	{date}
ZC{serial}	空压机	{sku}	{serial}	{date}
下次检验由设备科安排，{line}

# clean zh
{org}与{org}签署战略合作协议，双方将在供应链、数据治理等方面开展合作。据介绍，{org}去年营收{nn}万元，同比增长{percent}。{line}

# clean zh
公交线路调整：{date}起，{n}路在人民广场、青年公园、火车站东广场三站停靠，末班车延长至{time}。途经和平路、建设大街、解放桥。{line}

# clean zh
注册须知：请填写真实姓名、手机号码和身份证号码，密码须包含大小写字母和数字，长度不少于{n}位。地址请写明省、市、区、街道及门牌号。邮箱格式不正确将无法收到验证码。

# clean zh
收件人姓名（必填）：____________
联系电话（必填）：____________
详细地址：______省______市______区________________
身份证号：□□□□□□□□□□□□□□□□□□
备注：{line}

# clean zh
验证码{nn}{n}，{n}分钟内有效。您正在登录，如非本人操作请忽略。【万方数据】

# clean zh
考试安排
语文 {date} 09:00—11:30　第{n}考场
数学 {date} 15:00—17:00　第{n}考场
请携带准考证、黑色签字笔，提前{n}分钟入场。{line}

# clean zh
第{n}条 个人信息处理者应当对其个人信息处理活动负责，并采取必要措施保障所处理的个人信息的安全。
第{n}条 任何组织、个人不得非法收集、使用、加工、传输他人个人信息。
第{n}条 违反本法规定的，由有关主管部门责令改正，处{n}万元以下罚款。

# clean zh
列车时刻：{train}次 {time}始发，{time}到达；{train}次 {time}始发，{time}到达。航班{flight}因天气原因延误至{time}。值机柜台{n}号，登机口{n}。

# clean zh
版本 {version}（构建 {build}）发布说明
- 修复：订单号超过 19 位时显示错误
- 修复：时间戳 {epochms} 解析成 {epoch} 的问题
- 优化：安全键盘、方便模式、常用地址排序
安装包 SHA-256：{digest}

# clean zh
博物馆导览：一层为青铜器展厅，二层为书画展厅，三层为钱币与玉器。其中唐三彩、宋瓷、明清家具最受欢迎。周一闭馆，周末延长至{time}。{line}

# clean zh
商品参数
品牌：小天鹅　型号：{sku}　额定功率：{nn}W　净重：{n}kg
尺寸：{nn}×{nn}×{nn}mm　条形码：{barcode}　执行标准：GB 4706.1-2005
生产批号：{serial}　生产许可证：XK16-{nn}-{nn}

# clean zh
账户安全小知识：银行不会向客户索要密码、验证码和卡背面的三位数字；遇到自称公检法的来电请拨打110或96110核实；挂失请拨打95588、95533等官方客服。{line}

# clean zh
某班买了{n}箱苹果，每箱{dec}元，又买了{n}斤梨，每斤{dec}元，一共要付多少元？如果付了{nn}元，应找回多少元？

# clean zh
实验记录：称取氯化钠{dec}g，溶于{nn}mL去离子水，温度{n}℃，搅拌{n}min，静置过夜。样品编号S{nn}-{n}，测得pH={n}.{n}，电导率{nn}μS/cm。{line}

# clean zh-Hant
親愛的顧客您好：您的訂單{order}已於{roc}出貨，預計{n}個工作天送達，配送編號{parcel}。如需退換貨，請於七日鑑賞期內至會員中心申請。

# clean zh-Hant
捷運公司公告：因應颱風警報，{roc}起高架路段視風速機動停駛，地下路段維持營運，請旅客留意車站廣播。高鐵、臺鐵及客運班次請洽各業者網站。

# clean en
commit {sha}
Merge: {short} {short}
Date:   Tue Mar 11 09:{n}:21 2025 +0800

    fix(parser): accept trailing commas (#{nn})

    Reverts {short}. Closes #{nn}.

 src/parser.rs | {n} +++++-----
 1 file changed, {n} insertions(+), {n} deletions(-)

# clean en
{short} chore: release {version}
{short} feat: stream large responses
{short} test: cover empty input
{short} docs: mention the new flag
{short} build(deps): bump serde from {version} to {version}

# clean en
# syntax=docker/dockerfile:1
FROM node:20-alpine@sha256:{digest}
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN corepack enable && pnpm install --frozen-lockfile
ENV NODE_ENV=production PORT=8080
CMD ["node", "dist/main.js"]

# clean en
cp .env.example .env and fill in the values:
API_KEY=YOUR_API_KEY
DB_PASSWORD=<your-password>
JWT_SECRET=YOUR_JWT_SECRET
AWS_ACCESS_KEY_ID=xxxxxxxxxxxxxxxxxxxx
GITHUB_TOKEN=<paste it here>
Never commit .env; see section {n}.{n} of the handbook.

# clean en
password = os.environ["DB_PASSWORD"]
token = get_secret("payments/token", version={n})
client = Client(base_url=BASE_URL, api_key=settings.api_key, timeout={n})
assert client.ping().status == {nn}

# clean en
lockfileVersion: '9.0'
packages:
  left-pad@{version}:
    resolution: {integrity: sha512-{digest}{short}A==}
    engines: {node: '>=18'}
  ms@{version}:
    resolution: {integrity: sha512-{digest}{short}Q==}

# clean en
PART NO.      DESCRIPTION                 QTY   UNIT PRICE
{sku}    Bearing, sealed             {n}    {dec}
{sku}    Hex bolt M8x40              {nn}   {dec}
{sku}    Gasket, copper              {n}    {dec}
EAN {barcode}   HS 8482.10   Lot {serial}

# clean en
{stamp} INFO  [main] o.s.b.w.embedded.tomcat.TomcatWebServer : Tomcat initialized with port 8080 (http)
{stamp} INFO  [main] com.zaxxer.hikari.HikariDataSource : HikariPool-1 - Start completed.
{stamp} WARN  [worker-{n}] c.a.batch.Retry : attempt {n} of {n}, sleeping {nn} ms, id={uuid}
{stamp} INFO  [worker-{n}] c.a.batch.Done : {serial} rows in {n}.{n}s

# clean en
The museum of industry reopened last spring after a {n}-month renovation. Visitors can see steam engines, looms and a working printing press. Admission is free on weekends in May, and guided tours start at {time}. The café on Park Street serves bread baked on site.

# clean en
Preheat the oven to 180 C. Whisk {n} g of sugar with two eggs until pale, fold in {nn} g of flour and a pinch of salt, then add the rosemary and the sage. Bake for {n} minutes. The basil can be replaced by mint or dill.

# clean en
Theorem {n}.{n}. Let G be a finite group of order {nn}. If p is a prime dividing {nn}, then G contains an element of order p. Proof. Consider the action of the cyclic group on tuples (a, b, c) with abc = 1; the rest follows by counting orbits modulo p.

# clean en
Markets at {time}: Brent {dec}, gold {nn}.{n}, S&P futures +0.{n}%. The yuan traded at 7.{nn} per dollar. Shares of {eorg} fell {percent} after the firm cut its outlook for the second half. Volume was {serial}.

# clean en
{"id":"{uuid}","type":"invoice.finalized","created":{epoch},"livemode":false,"data":{"object":{"amount_due":{nn},"currency":"usd","number":"{order}","lines":{"total_count":{n}},"status":"open"}},"pending_webhooks":{n}}

# clean mixed
{clock} [INFO ] 任务 {uuid} 开始，批次 {order}
{clock} [INFO ] 读取 {serial} 行，写入 {serial} 行，md5={md}
{clock} [WARN ] 队列积压 {nn}，消费延迟 {n}s
{clock} [INFO ] 任务结束，耗时 {nn}ms，traceId={md}

# clean mixed
CREATE TABLE t_user (
  id BIGINT PRIMARY KEY COMMENT '主键',
  real_name VARCHAR(64) NOT NULL COMMENT '真实姓名',
  mobile CHAR(11) COMMENT '手机号',
  id_card CHAR(18) COMMENT '身份证号',
  address VARCHAR(255) COMMENT '收货地址',
  password_hash CHAR(60) COMMENT '口令摘要',
  created_at DATETIME DEFAULT CURRENT_TIMESTAMP
) AUTO_INCREMENT={nn} COMMENT='用户表';

# clean mixed
SELECT t.region AS 地区, COUNT(*) AS 订单数, ROUND(AVG(t.cost), 2) AS 平均时长
FROM dwd_order_di t
WHERE t.dt BETWEEN '2025-01-01' AND '2025-03-31' AND t.sku_no = '{sku}'
GROUP BY t.region HAVING COUNT(*) > {nn};
-- {line}

# clean mixed
| 模块 | 版本 | 覆盖率 | 备注 |
|---|---|---|---|
| gateway | {version} | {percent} | 常规发布 |
| scheduler | {version} | {percent} | 修复时区问题 |
| billing | {version} | {percent} | {line} |

# clean mixed
OpenAPI 字段说明：name（string，姓名，必填）、phone（string，11 位手机号）、email（string，邮箱）、idNo（string，证件号）、addr（string，详细地址）。错误码 {nn} 表示参数缺失，{nn} 表示签名错误。示例 requestId：{uuid}

# clean mixed
const routes = [
  { path: '/user/:id', component: User, title: '用户详情' },
  { path: '/order/{nn}', component: Order, title: '订单 {order}' },
]; // {line}
export const BUILD = '{version}-{short}';

# clean zh
{hospital}体检中心温馨提示：{line}体检套餐价格{nn}元，含血常规、肝功能、腹部彩超等{n}项。开放时间：周一至周五{time}，周末休息。

# clean zh
招聘：{org}诚聘仓库管理员{n}名、叉车司机{n}名、会计{n}名，月薪{nn}元起，包吃住，交五险一金，有意者请到人力资源部面谈。{line}
`);
