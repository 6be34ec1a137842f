/**
 * Templates of documents in many genres. `{slot}` is a value of `document-values.ts`: the same slot has the same value within a
 * document, `{slot:b}` another one; plain slots have a new value each time. A heading gives genre and language.
 *
 * The first set was written, then the detectors were mended where they failed on it. The second set was written before that as
 * well, and was first run when they were done.
 *
 * @module
 */
import { readTemplates } from './read-templates.ts';

export const firstTemplates = readTemplates(`
# contract zh
房屋租赁合同
出租方（以下简称甲方）：{name}
身份证号码：{id}
承租方（以下简称乙方）：{name:b}
身份证号码：{id:b}
根据《中华人民共和国民法典》及有关规定，甲乙双方就下列房屋的租赁达成如下协议：
一、甲方将位于{addr}的房屋出租给乙方居住使用，建筑面积{nn}平方米。
二、租赁期限自{date}起至{date}止，月租金人民币{amount}元，押一付三。
三、租金汇入甲方账户：开户行{bank}，账号{card}，户名{name}。
四、乙方应按时缴纳水、电、燃气费，电表户号{meter}。
甲方（签字）：{name}　联系电话：{phone}
乙方（签字）：{name:b}　联系电话：{phone:b}

# contract zh
采购合同 合同编号：{order}
需方：{org}
供方：{org}
统一社会信用代码：{uscc}
经双方友好协商，需方向供方采购{product}共计{nn}台，单价{amount}元。
交货地点：{addr}，收货人{name}，电话{phone}。
违约责任：逾期交货的，每逾期一日按合同总额的{percent}支付违约金。
需方委托代理人：{name:b}　　供方委托代理人：{name:c}
邮箱：{email}　　传真：{tel}

# chat zh
[{time}] 买家: 在吗？我上周买的{product}有点问题
[{time}] 客服小美: 亲，您好，麻烦提供一下订单号哦
[{time}] 买家: {order}
[{time}] 客服小美: 好的亲，帮您申请换货，您留一下收货信息
[{time}] 买家: {name} {phone} {addr}
[{time}] 客服小美: 收到，快递单号{parcel}，预计3天内送达
[{time}] 买家: 谢谢，到时候打我老公电话吧，{phone:b}，他叫{name:b}

# chat zh
小周：明天的会谁去接{name}老师？
阿杰：我去吧，他航班几点到
小周：下午{time}，他手机{phone}，车牌{plate}你记一下，停B2
阿杰：OK，酒店订了吗
小周：订了，用的他身份证{id}
阿杰：👌那我提前半小时出发，堵车要{n}分钟

# chat zh
妈，我是小雨，手机没电了用同学的发的。学费还差{amount}，你转到这个卡上 {card} 户名{name}，{bank}的。别打我旧号了，新号{phone}，微信{wechat}

# ticket zh
工单编号：{order}
提交人：{name}（工号 {staff}）
联系方式：{phone} / {email}
问题描述：VPN 登录后无法访问内网，本机 IP {ip}，MAC {mac}，系统版本 {version}。
处理过程：远程协助后发现证书过期，重新签发，序列号 {sha}。
处理人：{name:b}　完成时间：{date} {time}

# medical zh
出院小结
姓名：{name}　性别：女　年龄：{n}岁　住院号：{record}
入院日期：{date}　出院日期：{date}
入院诊断：2型糖尿病，高血压病2级（高危组）
住院经过：患者因"反复头晕{n}天"入院，查空腹血糖11.2mmol/L，血压165/98mmHg，予二甲双胍0.5g tid口服控制血糖。
出院医嘱：低盐低脂糖尿病饮食，规律服药，{n}日后门诊复查。如有不适随时联系。
主治医师：{name:b}　联系电话：{tel}
患者住址：{addr}
家属{name:c}（{phone}）已知情并签字。

# medical zh
门诊病历 {date}
患者{name}，身份证{id}，因左膝关节疼痛3月就诊于{hospital}。查体：左膝轻度肿胀，浮髌试验阴性。X线示骨质增生。诊断：左膝骨关节炎。处理：口服塞来昔布0.2g qd，局部理疗，2周复诊。接诊医生{name:b}。

# log mixed
{stamp} INFO  [http-nio-8080-exec-{n}] c.y.order.OrderController - create order orderNo={order} userId={nn} amount={amount}
{stamp} DEBUG [http-nio-8080-exec-{n}] c.y.user.UserService - 查询用户 手机号={phone} 结果=1
{stamp} WARN  [sched-{n}] c.y.sms.SmsSender - 短信发送失败 mobile={phone:b}, code=isv.BUSINESS_LIMIT_CONTROL, requestId={uuid}
{stamp} ERROR [http-nio-8080-exec-{n}] c.y.pay.PayService - 支付回调验签失败 traceId={short} ip={ip}
{stamp} INFO  [main] c.y.Application - Started Application in {n}.{nn} seconds (JVM running for {n}.{nn})

# log en
{ip} - - [10/Oct/2025:13:55:36 +0800] "GET /api/v1/orders/{nn}?page=2 HTTP/1.1" 200 {nn} "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
{ip:b} - - [10/Oct/2025:13:55:37 +0800] "POST /login HTTP/1.1" 302 0 "-" "curl/{version}"
{stamp} level=info msg="password reset requested" email={email} request_id={uuid}
{stamp} level=error msg="payment declined" card={card} amount={amount} trace={short}

# email zh
发件人：{name} <{email}>
收件人：{name:b} <{email:b}>
主题：关于下周项目评审会的安排
{name:b}您好：
项目评审会定于{date}下午{time}在{addr}召开，请准时参加。需要接站的话请提前告知车次，司机{name:c}，电话{phone}。
附件为评审材料，请查收。祝工作顺利！
{name}
{org}
电话：{tel}

# email en
From: {ename} <{email}>
To: {ename:b} <{email:b}>
Subject: Onboarding paperwork

Hi {ename:b},

Attached are the forms for your first day on {edate}. Payroll still needs your Social Security number; the copy we have reads {ssn}, please confirm it. Your laptop will be shipped to {usaddr}. If anything is wrong with that address call me at {usphone}.

Best regards,
{ename}
{eorg}

# email en
Dear {ename},

Thank you for your order {order}. It will be delivered to {ukaddr} within {n} working days. We charged {amount} GBP to the card ending in 4242. If you did not place this order, ring us on {ukphone} or write to {email}.

Kind regards,
Customer Care, {eorg}

# resume zh
个人简历
姓名：{name}　　出生日期：{birth}　　民族：汉
电话：{phone}　　邮箱：{email}　　现居住地：{addr}
教育背景
2015.09—2019.06　浙江大学　计算机科学与技术　本科
工作经历
2019.07—2022.03　{org}　后端开发工程师
负责订单系统重构，QPS 由 {nn} 提升到 {nn}，接口 P99 延迟下降 {percent}。
2022.04 至今　{org}　高级工程师
技能：Java、Go、MySQL、Redis、Kafka

# resume en
{ename}
{usaddr} | {usphone} | {email}
SUMMARY
Software engineer with {n} years of experience in distributed systems and data platforms.
EXPERIENCE
Senior Engineer, {eorg}, 2019-2024
- Cut p95 latency by {percent} and reduced infrastructure spend by {percent}.
- Led a team of {n} engineers across three time zones.
EDUCATION
B.Sc. Computer Science, University of Texas at Austin, 2013
References: {ename:b}, {usphone:b}

# code mixed
# -*- coding: utf-8 -*-
import requests

# 负责人：{name} {email}
API = "https://{host}.internal/v2"
ACCESS_KEY_ID = "{aliyun}"
DB_PASSWORD = "{password}"

def fetch(order_id: int, retries: int = 3):
    """拉取订单，测试账号 {phone}"""
    for i in range(retries):
        r = requests.get(f"{API}/orders/{order_id}", timeout=5)
        if r.ok:
            return r.json()
    raise RuntimeError("give up after %d" % retries)

# code en
services:
  app:
    image: registry.example.com/app:{version}
    environment:
      DATABASE_URL: {dsn}
      AWS_ACCESS_KEY_ID: {awskey}
      LOG_LEVEL: info
    ports:
      - "8080:8080"
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:8080/healthz"]

# code en
diff --git a/src/client.ts b/src/client.ts
index {short}..{short} 100644
--- a/src/client.ts
+++ b/src/client.ts
@@ -12,7 +12,7 @@ export class Client {
-  private token = process.env.TOKEN;
+  private token = '{github}'; // TODO remove
   constructor(private readonly baseUrl = 'http://{ip}:8080') {}

# bank zh
【{bank}】尊敬的{name}先生，您尾号4821的储蓄卡于{date}{time}支出人民币{amount}元，余额{amount}元。如非本人操作请致电客服。

# bank zh
个人开户申请表
客户姓名：{name}　证件类型：身份证　证件号码：{id}
通讯地址：{addr}
手机号码：{phone}　电子邮箱：{email}
银行卡号：{card}
经办柜员：{staff}　复核：{name:b}

# delivery zh
运单号：{parcel}
寄件人：{name} {phone}
寄件地址：{addr}
收件人：{name:b} {phone:b}
收件地址：{addr:b}
物品：{product}　重量：{n}.{n}kg　保价：{amount}元

# insurance zh
车险报案记录
报案号：{order}
被保险人：{name}，联系电话{phone}
车牌号：{plate}　车架号：{vin}
出险时间：{date} {time}　出险地点：{addr}附近
经过：{name}驾驶标的车直行时与三者车{plate:b}发生追尾，三者驾驶员{name:b}（电话{phone:b}）无人伤。
查勘员：{name:c}

# police zh
询问笔录
被询问人{name}，男，{birth}出生，身份证号{id}，户籍所在地{addr}，现住{addr:b}，联系电话{phone}。
问：你把事情经过讲一下？
答：{date}晚上，我在家收到一条短信，让我往{card}这个账户转账，说是{name:b}的收款账户，我就转了{amount}元。
问：对方还有什么联系方式？
答：他QQ是{qq}，打电话用的{phone:b}。

# hr zh
{org}新员工入职登记
1. {name}，工号{staff}，手机{phone}，邮箱{email}，身份证{id}，工资卡{card}
2. {name:b}，工号{staff:b}，手机{phone:b}，邮箱{email:b}，身份证{id:b}，工资卡{card:b}
紧急联系人：{name:c}，{phone:c}

# school zh
关于2025级新生{name}同学学籍信息的更正说明
学号：{student}，身份证号：{id}。因户口迁移，家庭住址变更为{addr}，监护人{name:b}，联系电话{phone}。特此说明。
教务处 {date}

# travel mixed
行程确认 / Itinerary
旅客 Passenger：{name}　护照 Passport No.：{passport}
航班 CA1831　北京首都 → 上海虹桥　{date} {time}
票号：999-{big}
联系手机：{phone}　Email: {email}
酒店：{addr}

# travel zh
港澳旅客{name}，通行证号{permit}，香港身份证{hkid}，内地联系人{name:b}，电话{phone}，入住{addr}。

# medical en
DISCHARGE SUMMARY
Patient: {ename}    DOB: {ebirth}    MRN: {record}
Admitted: {edate}    Discharged: {edate}
Attending: Dr. {ename:b}
Mrs. {ename} presented with chest pain radiating to the left arm. Troponin 0.04 ng/mL, BP 142/88, HR 96. Started on aspirin 81 mg daily.
Follow-up in {n} weeks at the cardiology clinic, {usaddr}. Questions: {usphone}.

# ticket en
Ticket #{nn} opened by {ename} ({email})
Device: ThinkPad X1, serial {short}, MAC {mac}, IP {ip}
"I can't log in since this morning. My temporary password is {password} and it says expired."
Assigned to {ename:b}. Call back at {usphone} after {time}.

# chat en
{ename}: hey, are you still coming tonight?
Sam: yep, what's the address again
{ename}: {usaddr}, ring the bell twice
Sam: ok. text me at {usphone} if plans change
{ename}: will do. also venmo me {amount} for the tickets :)

# invoice en
INVOICE {order}
Bill to: {ename}, {ukaddr}
IBAN: {iban}
Contact: {email}, {ukphone}
Item                 Qty   Price
Consulting           {n}   {amount}
Hosting              {n}   {amount}
Total due by {edate}: {amount} EUR

# legal en
THIS AGREEMENT is made on {edate} between {eorg} ("the Company") and {ename}, residing at {usaddr} ("the Contractor"). The Contractor's taxpayer identification is {ssn}. Notices shall be sent to {email} with a copy to {ename:b}, counsel for the Company.

# mixed mixed
Hi team, 客户{name}（{email}）今天反馈说 mobile app 登录不了，他的手机号是 {phone}，device IMEI {imei}。Root cause 应该是 token 过期了：{jwt}。{name:b} 麻烦 follow 一下，thanks!

# mixed mixed
| 姓名 | Phone | 备注 |
| --- | --- | --- |
| {name} | {phone} | VIP，寄到{addr} |
| {name:b} | {phone:b} | prefers e-mail: {email} |
| {name:c} | {phone:c} | 欠款{amount}元 |

# mixed mixed
{"ts":"{stamp}","level":"info","event":"user.update","user":{"realName":"{name}","mobile":"{phone}","idCard":"{id}","addr":"{addr}"},"traceId":"{uuid}"}
{"ts":"{stamp}","level":"info","event":"login","ip":"{ip}","ua":"okhttp/{version}","cost":{n}}

# mixed mixed
INSERT INTO t_member (id, real_name, mobile, id_no, created_at) VALUES ({nn}, '{name}', '{phone}', '{id}', '2025-03-01 10:00:00');
UPDATE t_member SET email = '{email}' WHERE id = {nn};

# notice zh
寻人启事：{name}，女，身高1.60米，于{date}在{addr}附近走失，走失时身穿红色外套。知情者请与其子{name:b}联系，电话{phone}，必有重谢。

# minutes zh
会议纪要
时间：{date}　地点：三楼第二会议室
出席：{name}、{name:b}、{name:c}
主持人：{name}　记录：{name:d}
{name}介绍了上季度的销售情况，同比增长{percent}。{name:b}提出，物流成本偏高，建议重新招标。会议决定由{name:c}牵头，于{date}前提交方案。

# court zh
原告{name}，男，{birth}出生，汉族，住{addr}。
被告{name:b}，女，{birth:b}出生，汉族，住{addr:b}。
原告{name}与被告{name:b}民间借贷纠纷一案，本院于{date}立案后，依法适用简易程序公开开庭进行了审理。原告诉称，被告于{date}向其借款{amount}元，约定月利率{percent}。

# clean zh
据气象台消息，未来三天我国中东部地区将迎来大范围降雨，局地雨量可达{nn}毫米。专家提醒，出行请注意防范山洪、滑坡等次生灾害。受降雨影响，部分航班可能延误，旅客可提前查询航班动态。截至{date}，全省水库蓄水量同比增加{percent}，防汛形势总体平稳。

# clean zh
红烧肉的做法：五花肉{nn}克洗净切块，冷水下锅焯水，捞出沥干。锅中放少许油，加冰糖{n}克小火炒至琥珀色，下肉块翻炒上色。加料酒、生抽、老抽、姜片、八角、桂皮，倒入开水没过肉，大火烧开转小火炖{n}分钟，最后大火收汁即可。

# clean zh
版本 {version} 更新说明（{date}）
新增：支持批量导出报表；列表页支持自定义列宽。
优化：首页加载速度提升{percent}；减少内存占用。
修复：修复在低版本浏览器下按钮错位的问题（#{nn}）；修复导出文件名乱码的问题（#{nn}）。
升级前请备份数据库，升级耗时约{n}分钟。

# clean zh
第一章 总则
第一条 为了规范数据处理活动，保障数据安全，促进数据开发利用，保护个人、组织的合法权益，根据有关法律、行政法规，制定本办法。
第二条 本办法所称数据，是指任何以电子或者其他方式对信息的记录。
第三条 各有关部门应当加强协作，建立健全数据安全协同治理体系，严格执行本办法第{n}条的规定。

# clean zh
季度经营数据（单位：万元）
项目	一季度	二季度	三季度	四季度
营业收入	{nn}.{nn}	{nn}.{nn}	{nn}.{nn}	{nn}.{nn}
营业成本	{nn}.{nn}	{nn}.{nn}	{nn}.{nn}	{nn}.{nn}
毛利率	{percent}	{percent}	{percent}	{percent}
结算流水号 {big} 至 {big}，凭证号 {order}。

# clean zh
黄山位于安徽省南部，以奇松、怪石、云海、温泉闻名。清晨登上光明顶，云雾在山谷间翻涌，远处的山峰若隐若现。沿着石阶往下走，松涛阵阵，泉水叮咚。江南的春天来得早，田野里油菜花开得正盛，金色的花海一直铺到天边。

# clean en
The quarterly review showed steady growth across all regions. Revenue rose {percent} compared with last year while operating costs fell slightly. The board approved a budget of {amount} for new equipment, and the next meeting is scheduled for {edate}. Shipping times improved after the warehouse moved to a larger building near the harbor.

# clean en
Changelog
{version} ({edate})
* fix: handle empty response from cache server (#{nn})
* perf: avoid copying buffers in hot path ({short})
* chore: bump dependencies; build {sha}
* docs: explain how retries work

# clean en
import { readFile } from 'node:fs/promises';

export interface Options {
  readonly timeoutMs?: number;
  readonly retries?: number;
}

/** Reads a file and counts its lines. */
export async function countLines(path: string, { retries = 3 }: Options = {}): Promise<number> {
  const text = await readFile(path, 'utf8');
  if (text.length > 4_294_967_295) throw new RangeError('too large');
  return text.split('\\n').length;
}
// checksum {sha}, build {epoch}, id {uuid}

# clean en
{stamp} INFO  starting worker pool size={n} queue=default
{stamp} DEBUG gc pause={n}ms heap={nn}MB/{nn}MB
{stamp} WARN  slow query took {nn}ms rows={nn} plan={short}
{stamp} INFO  job {uuid} finished status=ok duration={n}.{n}s batch={order}
{stamp} INFO  shutting down, uptime={nn}s

# clean mixed
构建 #{nn} 失败：npm ERR! code ELIFECYCLE，退出码 1。最近一次提交 {sha}，镜像 app:{version}-{short}，耗时 {n} 分 {n} 秒。请检查 CI 日志后重试，缓存键 node-{sha}。

# clean mixed
SELECT date_trunc('day', created_at) AS day, count(*) AS orders, sum(amount) AS total
FROM orders WHERE status IN ('paid', 'shipped') AND created_at >= '2025-01-01'
GROUP BY 1 ORDER BY 1 DESC LIMIT 100; -- 每日订单统计，数据来源 dwd_order_{n}

# clean zh
图书信息
书名：数据结构与算法分析　出版社：机械工业出版社
ISBN：{isbn}　定价：{n}.00元　页数：{nn}
内容简介：本书系统介绍了线性表、栈、队列、树、图等基本数据结构，以及排序、查找等常用算法，配有大量习题，适合高等院校计算机专业学生阅读。
库存编码：{big}　货架号：{n}-{n}-{n}

# clean zh
小区停水通知：因供水管网改造施工，{date} {time}至次日{time}，本小区将暂停供水，请各位居民提前做好储水准备。高层住户请注意关闭水龙头，恢复供水初期水质可能浑浊，属正常现象。给您带来不便，敬请谅解。物业服务中心
`);

export const secondTemplates = readTemplates(`
# contract zh
借条
今借到{name}人民币{amount}元整，用于家庭周转，借款期限一年，于{date}前一次还清。
借款人：{name:b}（身份证：{id}）
住址：{addr}
电话：{phone}
担保人：{name:c}，身份证：{id:b}
{date}

# contract zh
劳动合同书
甲方（用人单位）：{org}　法定代表人：{name}　社会信用代码：{uscc}
乙方（劳动者）：{name:b}　性别：男　居民身份证号码：{id}
户籍地址：{addr}　通讯地址：{addr:b}
手机：{phone}
第一条 合同期限为固定期限三年，自{date}起。
第二条 乙方月工资为税前{amount}元，发放至乙方名下{bank}账户{card}。

# chat zh
[群聊] 业主3群
{name}：楼下挪一下车，{plate}，挡消防通道了
用户88：打他电话啊，物业有登记
{name}：打了，{phone}没人接
物业小陈：好的，马上联系业主{name:b}
用户88：顺便问下，宽带谁家装的，多少钱一年
{name}：{nn}一年，找装维师傅{phone:b}

# chat zh
客服：您好，请问有什么可以帮您
用户：我想改一下预留手机，原来的{phone}不用了，换成{phone:b}
客服：需要核实身份，请提供姓名和证件号
用户：{name}，{id}
客服：核实通过，已为您办理，验证码请勿告诉他人
用户：再问一下我那张卡{card}的年费多少
客服：首年免，次年刷满6笔免

# ticket zh
【故障报修】报修人{name}反映{addr}宽带无法上网，光猫LOS灯红，已电话{phone}联系用户，约{date}上门，派单给装维人员{name:b}，设备MAC：{mac}，单号{order}。

# medical zh
体检报告 体检编号：{record}
受检者：{name}，女，身份证号：{id}，单位：{org}
血常规：白细胞5.6×10^9/L，血红蛋白{nn}g/L；肝功能：ALT {n}U/L；血脂：总胆固醇5.8mmol/L↑
结论：轻度脂肪肝，建议控制饮食、加强锻炼，三个月后复查。
主检医生：{name:b}　报告查询请致电{tel}

# medical zh
急诊记录：{time}，120送入一名老年男性，随行邻居称其叫{name}，住{addr}，子女在外地，女儿{name:b}手机{phone}。既往冠心病史，突发胸痛2小时，心电图示II、III、aVF导联ST段抬高，即刻启动导管室。值班医师{name:c}。

# log mixed
[{stamp}][ERROR][user-center] 实名认证失败 name={name} idNo={id} channel=alipay resp={"code":"10003","msg":"信息不一致"} cost={n}ms
[{stamp}][INFO ][user-center] 发送验证码 to={phone} template=SMS_{big} bizId={big}
[{stamp}][INFO ][gateway] client={ip} method=POST uri=/v3/order/submit status=200 bytes={nn}
[{stamp}][WARN ][risk] 命中规则 R{nn}，设备 {imei}，订单 {order}

# log en
{stamp} sshd[{nn}]: Accepted password for deploy from {ip} port {nn} ssh2
{stamp} kernel: eth0: link up, {mac}
{stamp} app[{nn}]: signup ok user="{ename}" mail="{email}" plan=pro
{stamp} app[{nn}]: webhook delivered id={uuid} status=204 in {n}ms

# email zh
{name}经理：
您好！贵司{date}下的订单{order}已安排生产，预计{date}发货。收货地址仍为{addr}，收货人{name:b}（{phone}）是否有变？请邮件回复至{email}，或致电{tel}。
顺颂商祺！
{org} 销售部 {name:c}

# email en
Subject: Re: visit on {edate}

{ename},

Thanks for the quick reply. I'll pick you up from the station at {time}. My mobile is {ukphone}; if I don't answer try my wife {ename:b} on {ukphone:b}. We live at {ukaddr}, it's the red door.

Cheers,
{ename:c}

# email en
Hello {ename},

we could not process your refund because the account {iban} was rejected. Please send us the correct IBAN at {email} by {edate}. For reference, your customer file lists {usaddr} and the phone number {usphone}.

Sincerely,
{ename:b}
Billing, {eorg}

# resume zh
{name}
求职意向：产品经理｜手机 {phone}｜邮箱 {email}｜微信号 {wechat}
生于{birth}，籍贯山东，现住{addr}
2018—2021 {org} 产品助理：参与会员体系搭建，付费转化率提升{percent}
2021至今 {org} 产品经理：负责B端SaaS产品规划，客户续费率{percent}
证明人：{name:b}，原直属领导，{phone:b}

# resume en
Curriculum Vitae of {ename}
Date of birth: {ebirth}
Home address: {ukaddr}
Tel: {ukphone}   E-mail: {email}
Employment
2020 to date: Data Analyst, {eorg}. Built dashboards used by {nn} people.
2016 to 2020: Junior Analyst, {eorg}.
Referees: Prof. {ename:b} ({email:b}); {ename:c}, former manager.

# code mixed
# config/prod.env
SPRING_DATASOURCE_URL=jdbc:mysql://{ip}:3306/order?useSSL=false
SPRING_DATASOURCE_PASSWORD={password}
OSS_ACCESS_KEY={aliyun}
OSS_BUCKET=prod-images
# 出问题找 {name} {phone}
FEATURE_FLAGS=new-cart,fast-pay
BUILD_ID={short}

# code en
const fixtures = [
  { id: {n}, fullName: '{ename}', email: '{email}', phone: '{usphone}' },
  { id: {n}, fullName: '{ename:b}', email: '{email:b}', phone: '{usphone:b}' },
];
test('renders the list', () => {
  expect(render(fixtures).length).toBe(2); // see issue {nn}
});

# code en
curl -s -X POST https://{host}.example.com/v1/session \\
  -H "Authorization: Bearer {jwt}" \\
  -H "Content-Type: application/json" \\
  -d '{"email":"{email}","password":"{password}"}'

# bank zh
{bank}信用卡中心：持卡人{name}申请挂失，卡号{card}，证件号{id}，预留电话{phone}，账单地址{addr}。受理时间{date} {time}，受理人工号{staff}。

# delivery zh
【菜鸟驿站】{name}，您的快递{parcel}已到{addr}，取件码{n}-{n}-{nn}，请及时领取，咨询电话{phone}。

# delivery mixed
Ship to: {name}
{addr}
Mobile: {phone}
Order No. {order}, tracking {parcel}, qty {n}, value CNY {amount}

# insurance zh
理赔申请书
申请人：{name}，与被保险人关系：配偶。被保险人：{name:b}，身份证号：{id}，保单号：{order}。
事故经过：{date}，被保险人{name:b}驾车（车牌{plate}，车辆识别代号{vin}）行驶至{addr}路段时发生单方事故。
理赔款请转入：{card}（{bank}，户名{name}）。

# police zh
经查，{name}（男，{birth}出生，住{addr}）于{date}伙同{name:b}在网吧内盗窃手机一部，串号{imei}，销赃得款{amount}元。被害人{name:c}，联系电话{phone}。现已将{name}抓获归案，{name:b}在逃。

# hr zh
部门通讯录（{date}更新）
{name}　总监　{tel}　{phone}　{email}
{name:b}　主管　{tel:b}　{phone:b}　{email:b}
{name:c}　专员　{tel:c}　{phone:c}　{email:c}

# school zh
家长您好！五年级三班学生{name}今日体温38.5度，已联系其母亲{name:b}（{phone}）接回。请务必填写健康登记，学号{student}，家庭住址{addr}。班主任：{name:c}

# travel zh
签证申请：申请人{name}，护照号码{passport}，签发日期{date}，有效期至{date}。在职单位{org}，单位电话{tel}，本人手机{phone}，邮箱{email}，家庭住址{addr}。

# medical en
Dear Dr. {ename},

Thank you for referring {ename:b} (date of birth {ebirth}, medical record number {record}), whom I saw in clinic on {edate}. She reports {n} months of joint stiffness. Examination showed swelling of both wrists. ESR {n} mm/h. I have started methotrexate 10 mg weekly. She can be reached at {usphone} or at home, {usaddr}.

Yours sincerely,
{ename:c}, MD

# ticket en
Customer: {ename}
Callback: {usphone}
Issue: charged twice on {edate} for order {order}. Card on file {card}. Wants refund of {amount}.
Notes: verified last four of SSN, full number on record is {ssn}. Escalated to {ename:b}.

# chat en
agent: Thanks for calling, may I have your full name?
caller: sure, it's {ename}
agent: And the best number to reach you?
caller: {usphone}
agent: Could you confirm the shipping address please
caller: {usaddr}
agent: Great, a confirmation goes to {email}. Your case id is {nn}.

# legal en
AFFIDAVIT
I, {ename}, born on {ebirth}, of {ukaddr}, make oath and say as follows:
1. On {edate} I lent {amount} to {ename:b}, by transfer from my account {iban}.
2. {ename:b} has not repaid any part of it, and no longer answers calls to {ukphone}.

# mixed mixed
@{name} 线上告警：host {host} ({ip}) CPU {percent}，owner 是 {name:b}，oncall 电话 {phone}，runbook 在 wiki。commit {short} 引入的，rollback to {version} 吧。

# mixed mixed
客户名称,Contact,Tel,Address
{org},{name},{phone},"{addr}"
{org},{name:b},{phone:b},"{addr:b}"
{org},{ename},{usphone},"{usaddr}"

# mixed mixed
<customer id="{nn}"><name>{name}</name><mobile>{phone}</mobile><idcard>{id}</idcard><address>{addr}</address><remark>VIP，生日{birth}</remark></customer>

# mixed mixed
GET /search?q=%E8%80%B3%E6%9C%BA&page={n}&mobile={phone}&ts={epochms} HTTP/1.1
Host: {host}.example.com
X-Forwarded-For: {ip}
Authorization: Bearer {jwt}

# notice zh
拟录用人员公示：根据考试和考察结果，拟录用{name}、{name:b}、{name:c}等3人为我单位工作人员，公示期为{date}至{date}。如有异议请向人事科反映，电话{tel}。

# minutes zh
周例会：{name}汇报了服务器迁移进度，已完成{percent}；{name:b}说测试环境还缺{n}台机器，让采购找{name:c}（{phone}）询价；下周一由{name}演示新版后台。

# court zh
申请执行人：{name}，公民身份号码{id}，住所地{addr}。
被执行人：{org}，统一社会信用代码{uscc}，法定代表人{name:b}。
本院依据已生效的法律文书，冻结被执行人在{bank}的账户{card}内存款{amount}元。
执行员 {name:c}　{date}　联系电话 {tel}

# letter zh
亲爱的{name}：
好久没给你写信了。上个月我搬到了{addr}，新家离地铁很近。{name:b}说他五一要来看我，你要不要一起？我换号码了，现在用{phone}。
想你的 {name:c}

# news zh
本报讯（记者{name}）{date}，第{n}届社区运动会在市体育馆开幕，共有{nn}名居民参加。家住{addr}的{name:b}今年{n}岁，是年龄最大的选手。组委会负责人{name:c}表示，明年将增加更多适合老年人的项目。

# clean zh
本次更新涉及三个模块：计费、对账和结算。计费模块支持阶梯价，单价保留四位小数；对账文件命名为 bill_{big}.csv，每天凌晨{time}生成；结算周期由T+1改为D+0。常见错误码：E{nn} 表示余额不足，E{nn} 表示签名错误，E{nn} 表示重复请求。

# clean zh
秋天到了，公园里的银杏叶黄了。孩子们在草地上追逐，老人们在长椅上晒太阳。傍晚时分，华灯初上，江边的步道热闹起来，有人跑步，有人遛狗，也有人静静看着水面发呆。远处高楼林立，车水马龙，城市的夜晚才刚刚开始。

# clean zh
设备参数：额定电压220V，额定功率{nn}W，噪音≤{n}dB，净重{n}.{n}kg，外形尺寸{nn}×{nn}×{nn}mm。产品条码{isbn}，生产批号{big}，执行标准GB 4706.1-2005。保修期自购买之日起{n}个月，凭发票享受三包服务。

# clean zh
课程安排：高等数学（周一第1-2节，教学楼A{nn}）、大学英语（周二第3-4节，教学楼B{nn}）、程序设计基础（周三第5-6节，机房{n}）、马克思主义基本原理（周五第1-2节）。请同学们按时上课，期末成绩由平时成绩（{percent}）和考试成绩组成。

# clean zh
招标公告：本项目为城市道路照明改造工程，建设规模约{nn}盏，预算金额{amount}万元，工期{n}个日历天。投标人须具有市政公用工程施工总承包三级及以上资质，投标文件递交截止时间为{date} {time}，逾期不予受理。项目编号：{order}。

# clean zh
公司财报显示，{date}当季实现营收{amount}亿元，同比增长{percent}，净利润率{percent}。分业务看，云计算收入增长最快，广告业务基本持平。公司宣布每股派息{n}分，股权登记日为{date}。分析师认为，汇率波动和原材料涨价仍是主要风险。

# clean en
Preheat the oven to {nn} degrees. Mix {n} cups of flour with sugar, butter and a pinch of salt until crumbly. Press into a tin, bake for {n} minutes and let it cool. Meanwhile whisk the cream with vanilla, fold in the berries and chill. Serves {n}; keeps for two days in the fridge.

# clean en
# Troubleshooting
If the service does not start, check that port {nn} is free and that /var/lib/app is writable. Error {nn} means the schema is older than {version}; run the migration first. Attach the output of "app doctor" (report id {uuid}) when you open an issue. Build {short} is known to be broken.

# clean en
apiVersion: apps/v1
kind: Deployment
metadata:
  name: checkout
  labels: { app: checkout, release: "{version}" }
spec:
  replicas: {n}
  template:
    spec:
      containers:
        - name: checkout
          image: registry.local/checkout@sha256:{sha}{short}
          resources: { limits: { cpu: "2", memory: 512Mi } }

# clean en
The old lighthouse stood at the end of the pier, its paint worn thin by a hundred winters. Gulls circled above the harbor while fishing boats came in one after another. In the market the smell of bread mixed with salt and tar. Nobody remembered who had built it, only that it had always been there.

# clean mixed
接口变更：POST /v2/orders 新增字段 couponId（string，可选），response 里 amount 改为 decimal(18,2)，旧版 client 不受影响。灰度比例 {percent}，预计 {date} 全量。requestId 示例：{uuid}，签名示例：{sha}。

# clean mixed
epoch={n} step={nn} loss=0.{nn} lr=1e-4 throughput={nn} tokens/s
epoch={n} step={nn} loss=0.{nn} lr=1e-4 throughput={nn} tokens/s
训练完成，最优 checkpoint 为 step_{nn}，验证集准确率 {percent}，模型参数量 {big}，随机种子 {big}。

# clean en
Terms and conditions. By using this website you agree to be bound by these terms. We may change prices without notice. Orders placed after {time} are processed on the next working day. Returns are accepted within {n} days if the packaging is unopened. Our liability is limited to {amount} per order. These terms were last revised on {edate}.

# clean en
#include <stdint.h>
/* CRC-32, polynomial 0xEDB88320 */
static const uint32_t table[4] = { 0x00000000, 0x77073096, 0xEE0E612C, 0x990951BA };
uint32_t crc32(const uint8_t *data, size_t length) {
  uint32_t crc = 0xFFFFFFFF;
  for (size_t i = 0; i < length; i++) crc = (crc >> 8) ^ table[(crc ^ data[i]) & 3];
  return crc ^ 0xFFFFFFFF; /* expected {nn}, seed {epoch} */
}
`);
