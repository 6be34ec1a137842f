/**
 * Documents of the fifth set that hold nothing, though they look like it: waybill numbers, versions, ports, prices, timetables,
 * verse, places and firms without people, words that begin as names do, and placeholders. Written with no look at a detector.
 *
 * @module
 */
import { readTemplates } from './read-templates.ts';

export const fifthCleanTemplates = readTemplates(String.raw`
# clean zh
{line}{line}{line}{line}

# clean zh
● {line}
● {line}
● {line}

# clean zh
早上好！{line}顺便说一句，{line}

# clean zh
知识问答
问：{line}对吗？
答：对。{line}

# clean zh
【{bank}】您的动态口令为{nn}{n}，{n}分钟内有效，请勿向任何人透露。

# clean zh
【{bank}】温馨提示：{date}起，我行将对部分账户短信服务收费标准进行调整，详情请见官方网站公告。{line}

# clean zh
运单 {parcel} 已到达杭州转运中心
运单 {parcel} 已离开武汉中转站，下一站郑州
运单 {parcel} 正在清关
运单 {parcel} 派送完成，已由驿站代收

# clean zh
订单 {order} 待付款，商品{product}，规格 {sku}，共 {n} 件，应付 {amount} 元。优惠券满{nn}减{n}，{date}到期。

# clean zh
{product}使用说明
1. 首次使用前请充电{n}小时。
2. 长按电源键{n}秒开机，蓝灯闪烁表示待连接。
3. 请勿在温度高于{n}℃的环境中使用。
4. 型号{sku}，额定电压220V~50Hz，功率{nn}W，执行标准GB 4706.1。

# clean zh
春江潮水连海平，海上明月共潮生。
滟滟随波千万里，何处春江无月明。
江流宛转绕芳甸，月照花林皆似霰。
空里流霜不觉飞，汀上白沙看不见。

# clean zh
田家少闲月，五月人倍忙。夜来南风起，小麦覆陇黄。
白云生处有人家，黄河远上白云间。
石泉流暗壁，草露滴秋根。

# clean zh
地理小测：长江发源于青藏高原，流经青海、西藏、四川、云南、重庆、湖北、湖南、江西、安徽、江苏、上海，全长约6300千米。黄河流域面积约75万平方千米。秦岭—淮河一线是重要的地理分界线。

# clean zh
未来三天天气：广州多云{n}℃，海口雷阵雨{n}℃，拉萨晴{n}℃，哈尔滨小雪，偏北风{n}级。能见度不足{nn}米的路段请减速慢行。{line}

# clean zh
高铁余票（{date}）
{train}　北京南 {time} — 南京南 {time}　二等座 有　一等座 {n}
{train}　南京南 {time} — 黄山北 {time}　二等座 {n}　一等座 无
{train}　黄山北 {time} — 福州 {time}　无座 有

# clean zh
国务院常务会议研究部署进一步扩大内需的措施。会议指出，要支持以旧换新，完善充电设施，预计全年带动消费{nn}亿元。会议要求，各地区各部门抓好落实。

# clean zh
统计局：{date}居民消费价格同比上涨{n}.{n}%，环比持平。其中鲜菜价格下降{percent}，猪肉价格上涨{percent}。前三季度规模以上工业增加值{nn}.{n}亿元。

# clean zh
{org}、{org}、{org}入选专精特新企业名单，三家企业去年研发投入合计{nn}万元。{line}

# clean zh
社区公告：{date} {time}至{time}进行二次供水水箱清洗，届时{n}号楼至{n}号楼停水，请提前储水。{line}物业服务中心

# clean zh
居民医保缴费标准：成年人每人{nn}元，学生儿童每人{nn}元，缴费期截至{date}。参保须提供姓名、身份证号、手机号，线上线下均可办理。

# clean zh
招聘公告：报考人员须具有中华人民共和国国籍，年龄{n}周岁以下；笔试时间{date}，科目为公共基础知识。岗位代码{nn}{n}，招聘人数{n}人，咨询时间为工作日{time}至{time}。

# clean zh
登记表填写示例：
姓名：与身份证一致
性别：男/女
手机号：11位数字
家庭住址：省+市+区+街道+小区+楼栋+门牌
证件号：18位，末位为X的请大写

# clean zh
姓名　　　　　性别　　　出生年月
身份证号　　　　　　　　　联系电话
住址
（以上由报名人填写，字迹工整，涂改无效）

# clean zh
药品说明：本品每片含对乙酰氨基酚{nn}mg，一日{n}次，一次1片，饭后服用。批准文号：国药准字{approval}，生产批号{nn}{n}，有效期{n}个月。{line}

# clean zh
考研英语词汇量约{nn}个，建议每天背{n}个，{n}天一轮。{line}教材第{n}章至第{n}章为重点，练习册做到第{nn}页。

# clean zh
工程量清单
010101{nn}　挖沟槽土方　m³　{dec}
010502{nn}　矩形柱　m³　{dec}
011204{nn}　石材墙面　m²　{dec}
合计：{amount}　编制依据：GB 50500-2013

# clean zh
开奖公告 第25{nn}期
红球 03 07 12 {n} 28 31　蓝球 09
奖池金额 {serial} 元　一等奖 {n} 注

# clean zh
快递柜第{n}排第{n}格已超时，滞留费{n}元。取件码{nn}-{n}。{line}

# clean zh
食堂本周菜单
周一：黄焖鸡、农家小炒肉、白灼菜心
周二：宫保鸡丁、孔府豆腐、紫菜汤
周三：毛氏红烧肉、姜葱鱼片、高汤娃娃菜
周四：东坡肘子、石锅拌饭
{line}

# clean zh
古建筑名录：岳阳楼、黄鹤楼、滕王阁、鹳雀楼、晋祠、崇圣寺三塔、应县木塔、乔家大院、王家大院、清河坊。开放时间{time}—{time}，票价{n}元。

# clean zh
实验室安全守则：一、严禁单独操作高压设备；二、易燃品与氧化剂分柜存放；三、离开前关闭水、电、气；四、事故上报时限为{n}小时。{line}

# clean zh
赛程：{date} 山东泰山 {n}:{n} 上海海港；{date} 成都蓉城 {n}:{n} 武汉三镇；{date} 河南队 {n}:{n} 天津津门虎。积分榜前三名分别积{n}分、{n}分、{n}分。

# clean zh
发布记录
v{version}　修复导出时身份证列变成科学计数法
v{version}　手机号脱敏规则改为可配置
v{version}　地址解析支持乡镇一级
v{version}　升级依赖，内部版本号 {build}

# clean zh-Hant
親愛的旅客：本班次{train}將於{time}進站，請於月台黃線後候車。列車停靠板橋、桃園、新竹、苗栗、臺中、彰化、雲林、嘉義、臺南、左營。

# clean zh-Hant
天文台發出黃色暴雨警告信號，市民應留意道路水浸。港鐵、巴士維持正常服務。最高氣溫{n}度，相對濕度百分之{n}。

# clean zh-Hant
本店商品滿{nn}元免運，訂單編號{order}已進入揀貨流程。發票將於鑑賞期後寄出，統一編號請於結帳時輸入。

# clean en
{milli} INFO  [main] c.l.boot.Application - Started Application in {n}.{n} seconds (process running for {n}.{n})
{milli} DEBUG [kafka-{n}] c.l.stream.Offsets - committed offset {serial} for partition {n}
{milli} ERROR [job-{n}] c.l.batch.Reader - java.lang.IndexOutOfBoundsException: Index {nn} out of bounds for length {n}
	at java.base/java.util.ArrayList.get(ArrayList.java:{nn})
	at com.litware.batch.Reader.next(Reader.java:{n})
Caused by: java.lang.IllegalStateException: cursor {uuid} expired

# clean en
services:
  cache:
    image: redis:7.{n}
    ports: ["6379:6379"]
  app:
    build: .
    environment:
      DB_PASSWORD: <your-password>
      API_TOKEN: <your-token>
      SESSION_SECRET: <generate one>
    depends_on: [cache]

# clean en
variable "db_password" {
  type      = string
  sensitive = true
}

resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = "t3.micro"
  count         = {n}
}

# clean en
const password = await prompt('Password: ');
const token = await vault.read('kv/ci', 'token');
if (!token) throw new Error('token missing');
client.setHeader('Authorization', token);
retry(client.send, { times: {n}, delay: {nn} });

# clean en
def password_strength(password: str) -> int:
    score = len(set(password)) * {n}
    return min(score, {nn})

class SecretKey(Base):
    key_id = Column(Integer, primary_key=True)
    api_key = Column(String({n}), nullable=False)

# clean en
diff --git a/src/index.ts b/src/index.ts
index {short}..{short} 100644
--- a/src/index.ts
+++ b/src/index.ts
@@ -{n},{n} +{n},{n} @@
-export const VERSION = '{version}';
+export const VERSION = '{version}';

# clean en
$ sha256sum dist/*
{digest}  dist/app-{version}.tar.gz
{digest}  dist/app-{version}.zip
$ git rev-parse HEAD
{sha}
$ docker images --no-trunc -q
sha256:{digest}

# clean en
CONTAINER TRACKING
{container}  Discharged   Rotterdam    {edate}
{container}  Gate out     Felixstowe   {edate}
{container}  Loaded       Ningbo       {edate}
AWB {awb}  HS {hscode}  Lot {serial}

# clean en
Tracking {parcel}: out for delivery. Tracking {parcel}: held at customs, duty {dec} due. Order {order} ships in {n} business days.

# clean en
The river rises in the hills north of Lincoln and flows past Washington, Houston and Jackson before it meets the sea. In May the meadows are full of daisies; by August the heather has turned purple.

# clean en
Set the mark at {n} mm, then bill the cut to size. Will the frame hold? Grant it a day to dry. The grain should run up. See figure {n} and table {n}.{n}.

# clean en
Q3 revenue rose {percent} to {sgd}; gross margin was {percent}. Headcount fell to {nn}. {eorg} and two peers reported similar trends, with churn below {n} basis points.

# clean en
Line A runs every {n} minutes between King Street and Rose Hill. First train {time}, last train {time}. Weekend engineering works close Victoria, Chester Square and St James until {edate}.

# clean en
{"status":"ok","version":"{version}","commit":"{sha}","uptime":{serial},"checks":{"db":"up","queue":"up","disk":"{percent}"},"requestId":"{uuid}","ts":{epochms}}

# clean en
We were taught that if x > {n} then f(x) = {n}x^2 + {nn}. Let a_n = a_(n-1) + {n}; show by induction that a_n is odd for all n >= {n}. Hint: write n = 2k + 1 and use Lemma {n}.{n}.

# clean en
Flights: {flight} departs {time} gate {n}; {flight} departs {time} gate {n}; {flight} delayed until {time}. Bags over {n} kg are charged at {dec} per kilo.

# clean mixed
{clock} [scheduler] 任务 sync-orders 完成，成功 {nn}，失败 {n}，批次号 {order}
{clock} [scheduler] 下次执行 {clock}，cron=0 */{n} * * *
{clock} [gc] pause {ms}s，heap {nn}M->{nn}M

# clean mixed
INSERT INTO dict_region (code, title, sort) VALUES ({n}, '华东', {n}), ({n}, '华南', {n}), ({n}, '西北', {n});
INSERT INTO goods (sku, title, price, barcode) VALUES ('{sku}', '{product}', {dec}, '{barcode}');
UPDATE goods SET stock = stock - {n} WHERE sku = '{sku}'; -- {line}

# clean mixed
| 接口 | QPS | P99(ms) | 错误率 | 说明 |
|---|---|---|---|---|
| /user/name | {nn} | {n} | {percent} | 查姓名 |
| /user/phone | {nn} | {n} | {percent} | 查手机号 |
| /user/address | {nn} | {n} | {percent} | 查地址 |

# clean mixed
货号	品名	条码	单价	库存	库位
{sku}	{product}	{barcode}	{dec}	{nn}	A-{n}-{n}
{sku}	{product}	{barcode}	{dec}	{nn}	B-{n}-{n}
{sku}	{product}	{barcode}	{dec}	{nn}	C-{n}-{n}
盘点：{line}

# clean mixed
interface Person {
  name: string; // 姓名
  phone: string; // 手机号
  idCard: string; // 身份证号
  address: string; // 家庭住址
}
// TODO {line}
export const MAX = {nn};

# clean mixed
README：先执行 pnpm install，再复制 .env.example 为 .env，填入自己的 API_KEY、DB_PASSWORD、JWT_SECRET。端口默认 {nn}，Node 需要 {version} 以上。{line}

# clean zh
{hospital}门诊安排：心内科周一、周三上午；骨科周二全天；儿科每天{time}至{time}。挂号费{n}元，初诊请先办理就诊卡。{line}

# clean en
<form action="/apply" method="post">
  <label>Full name <input name="full_name" placeholder="As on your passport"></label>
  <label>Phone <input name="phone" placeholder="Digits only"></label>
  <label>Card number <input name="pan" placeholder="16 digits"></label>
  <button>Continue</button>
</form>

# clean en
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:{uuid}
DTSTART:20250618T090000Z
SUMMARY:Sprint review {n}
END:VEVENT
END:VCALENDAR

# clean en
PHONE_PATTERN = re.compile(r"1[3-9]\d{9}")
ID_PATTERN = re.compile(r"\d{17}[\dXx]")
CARD_LENGTHS = (15, 16, 18, 19)
ROWS = [{nn}, {nn}, {nn}, {nn}]

# clean zh
<order>
  <orderNo>{order}</orderNo>
  <skuNo>{sku}</skuNo>
  <barcode>{barcode}</barcode>
  <waybill>{parcel}</waybill>
  <paySerial>{serial}</paySerial>
</order>

# clean zh
阅读下面的文字，完成{n}至{n}题。
{line}{line}
下列理解不正确的一项是：
A. {line}
B. {line}

# clean zh
产品质量抽检：{product}（型号{sku}，批次{serial}）合格；{product}（型号{sku}，批次{serial}）不合格，项目为标识。抽检机构编号{nn}{n}。{line}

# clean zh
图例：1 宾馆　2 邮局　3 车站　4 银行　5 医院。自驾路线：沿滨海大道向东行驶{n}公里，在万寿桥左转，经金沙隧道到达白沙湾停车场。{line}

# clean mixed
SMS template review: 「您的验证码是 {nn}{n}，{n} 分钟内有效」 approved; 「尊敬的用户，您的包裹 {parcel} 已签收」 approved; error code {nn}, quota {serial}.

# clean en
Patch notes {version}: fixed a crash when the invoice had more than {n} lines; raised the token limit to {nn}; the password field no longer trims spaces; addresses may now span {n} lines.

# clean zh
答记者问：问：为什么要修订这个标准？答：现行标准实施已{n}年，与产业发展不相适应。修订后增加了{n}项指标，删除了{n}项，过渡期{n}个月。
`);
