/**
 * The sixth set of templates: how keepers of estates, wedding hosts, nurses on the telephone, admission offices, sellers of used
 * things, villages, races, libraries, embassies, surgeries, support desks, brokers of messages and mourners write. Written from life
 * with no look at a detector. The form is that of `document-templates.ts`, the slots those of `sixth-values.ts`.
 *
 * @module
 */
import { readTemplates } from './read-templates.ts';

/** What Markdown sets code between. */
const tick = '`';
const fence = tick.repeat(3);

export const sixthTemplates = readTemplates(String.raw`
# estate zh
【物业温馨提示】@所有人 今早巡查发现{plate}停在消防通道上，{plate:b}占了别人的固定车位，请两位车主看到后马上挪走。车主不方便的打给门岗{name}，{mobile}。谢谢配合🙏

# estate zh
管家{name}：
收到{saddr}业主反映楼上漏水，已联系{saddr:b}，没人应门。
楼上业主{name:b}说在外地，钥匙放在妹妹{name:c}那里，{phone}。
水电师傅{name:d}下午{time}到，麻烦楼下留人。

# estate zh
装修押金退还公示（{date}）
①{saddr}，{name}，押金{amount}元，退至{card}；
②{saddr:b}，{name:b}，押金{amount}元，退至{card:b}；
③{saddr:c}，{name:c}，扣除清运费{nn}元，余款退至{card:c}。
异议请在{n}日内致电{tel}，找{name:d}。

# estate mixed
群里的各位 neighbours，有个快递被拿错了：收件人写的 {pname}，phone {phone}，应该送 {saddr}。谁拿了请放回前台，or 联系我 {email}。—— {name}

# banquet zh
新郎：{name}　新娘：{name:b}
谨定于{date}（农历八月十六）{time}为小儿、小女举行结婚典礼，恭请光临。
席设：{addr}
男方父母：{name:c}、{name:d}　女方父母：{name:e}、{name:f}
回执请发{phone}

# banquet zh
婚礼桌位安排 v3
1桌（主桌）：{name}、{name:b}、{name:c}
2桌（男方同事）：{name:d} 带家属2位；{name:e}；{name:f} 不吃辣
3桌（女方同学）：{name:g}；{name:h}，高铁{train}到，接站打{mobile}
总管{name:i}（{mobile:b}），收礼金{name:j}

# banquet zh
礼簿抄录
{name}　贰佰元整
{name:b}　叁佰元整
{name:c}　伍佰元整　（托{name:d}带到）
{name:e}　微信转来 {nn}，电话 {mobile}
{name:f}　被面一床

# banquet en
Guest list, rehearsal dinner ({edate})
{ename} + guest, vegetarian, {usphone}
{ename:b} and {ename:c}, arriving from {usaddr}
{pname}, needs a crib, {email}
Still no answer from {ename:d}; ask {ename:e} for the new address.

# followup zh
电话随访记录
随访日期：{date}　随访护士：{name}
患者{name:b}，门诊号{record}，术后第{n}天。
接听人为女儿{name:c}（{phone}），诉伤口无红肿，夜间偶有疼痛。嘱按时换药，{n}天后复诊。
住址有变，更新为{addr}。

# followup zh
您好，这里是{hospital}随访中心，请问是{name}本人吗？上次开的降压药还有几天的量？{name:b}大夫让我提醒您{date}来抽血，空腹，带身份证，登记的号是{id}，没错吧？以后换手机号了打{tel}说一声就行。

# followup zh
随访任务导出
任务	姓名	档案号	电话	结果
术后7天	{name}	{record}	{mobile}	已接，恢复可
术后30天	{name:b}	{record:b}	{mobile:b}	关机
糖尿病季访	{name:c}	{record:c}	{mobile:c}	家属{name:d}代答，血糖7.8
孕晚期	{name:e}	{record:d}	{mobile:d}	改约{date}

# admissions en
From: Graduate Admissions
To: {email}
Subject: Missing documents

Dear {pname},

Our records show that your transcript has not arrived. Your date of birth appears as {ebirth} on the form and the passport scan reads {passport}; please confirm both. Originals go to {usaddr}. If it is urgent, ring {ename} at {usphone}.

# admissions zh
{name}同学：
祝贺你被我校录取！请于{date}凭本通知书及身份证（{yid}）到校报到。学号为{student}，统一身份认证初始密码为{password}，请尽快登录修改。通知书将以EMS寄往：{addr}，收件电话{mobile}。
招生办 {name:b}

# admissions mixed
推免生复试名单（姓名/学号/邮箱/联系方式）
{name}/{student}/{email}/{mobile}
{name:b}/{student:b}/{email:b}/{mobile:b}
{name:c}/{student:c}/{email:c}/{mobile:c}
Zoom 会议号另行通知，contact: {name:d}，{tel}

# admissions en
Reference for {pname}
I taught {pname} for two years and supervised the thesis jointly with {ename}. I recommend the application without reservation and am glad to answer questions at {email} or {ukphone}.
{ename:b}
{ukaddr}

# secondhand zh
买家：在吗 还能便宜点不
卖家：最低{nn}，包邮不包送上楼
买家：行，拍下了，地址{addr}，{name}，{mobile}
卖家：手机串号{imei}你收到核对一下
买家：好的，支付宝退差价就退到{phone}，名字一样

# secondhand zh
【出】九成新{product}，自提，坐标{saddr}，有意加V {wechat}，或者直接打{mobile}找{name}，晚上七点以后在家。不退不换，非诚勿扰。

# secondhand zh
二手车收购协议
甲方（卖方）{name}，{id}，{phone}
乙方（买方）{name:b}，{id:b}，{phone:b}
车辆 {plate}，车架 {vin}，发动机 {engine}
价款{amount}元，过户后付至{card}，甲方配偶{name:c}知情同意。

# secondhand en
Hi, is the bike still available? I can collect on Saturday. I'm {ename}, number is {ukphone}.
> Yes. Come to {ukaddr}, ring twice. Bank transfer is fine: {iban}, in the name of {ename:b}.
Done, sent. Receipt to {email} please.

# subsidy zh
耕地地力保护补贴发放表（第三村民组）
序号,户主,身份证号,面积(亩),金额,一卡通账号,电话
1,{name},{id},{dec},{amount},{card},{mobile}
2,{name:b},{id:b},{dec},{amount},{card:b},{mobile:b}
3,{name:c},{id:c},{dec},{amount},{card:c},{mobile:c}
4,{name:d}（已故，由{name:e}代领）,{id:d},{dec},{amount},{card:d},{mobile:d}

# subsidy zh
农机购置补贴申请
购机者 {name}
证件 {id}
住 {addr}
联系 {phone}
机具 轮式拖拉机　出厂编号 {serial}　发动机号 {engine}
经销商 秦川农机有限公司　统一社会信用代码 {uscc}
村级核验人 {name:b}、{name:c}　乡镇经办 {name:d}

# subsidy zh
低保对象动态调整说明：{name}户（家庭人口3人，户主{id}）因女儿{name:b}大学毕业参加工作，收入超过标准，自{date}起停发；{name:c}户（{addr}）因户主患病新增纳入，保障金打入{bank}{card}。入户调查：{name:d}、{name:e}。

# sports zh
项目,参赛号,姓名,性别,证件号,手机,衣服尺码,紧急联系人,紧急电话
半程,A{nn},{name},男,{id},{mobile},L,{name:b},{mobile:b}
全程,B{nn},{name:c},女,{id:b},{mobile:c},S,{name:d},{mobile:d}
欢乐跑,C{nn},{name:e},男,{passport},{mobile:e},XL,{name:f},{mobile:f}

# sports en
bib,first_last,dob,club,email,emergency
{nn},{ename},{ebirth},Adventure Works,{email},{ename:b} {usphone}
{nn},{ename:c},{ebirth:b},unattached,{email:b},{ename:d} {usphone:b}
{nn},{pname},{ebirth:c},unattached,{email:c},{ename:e} {usphone:c}

# sports zh
少儿游泳邀请赛秩序册（节选）
50米蛙泳 第{n}组
1道 {name} 成绩 0:41.27
2道 {name:b} 成绩 0:43.05
3道 {name:c} 弃权
领队{name:d}，教练{name:e}（{mobile}）；{name}监护人{name:f}签字，身份证{id}，孩子{cid}。

# library zh
图书逾期催还
读者：{name}（{student}）
题名：算法导论　条码：{barcode}　应还：{date}　滞纳金：{dec}元
题名：围城　条码：{barcode}　应还：{date}　滞纳金：{dec}元
通知已发{email}，如有疑问请找流通台{name:b}，{tel}。

# library en
OVERDUE NOTICE
{ename}
{usaddr}
The items below were due on {edate}. Your account owes USD {dec}.
  The Long Winter, copy {n}, {isbn}
  Atlas of Rivers, copy {n}, {isbn}
Notices are also sent to {email}. Call {usphone} to set up a payment plan.

# library zh
馆际互借：我馆读者{name}（工号{staff}，{phone}）申请复印贵馆1957年版县志第{n}至{n}页，请寄{addr}，费用由{name:b}老师课题列支，回函{email}。

# embassy en
Dear {pname},

Thank you for your message of {edate}. Your passport {passport} has been received by the consular section and will be returned to {pyaddr} by registered post. The fee may be paid to {iban} with your full name as the reference.

Consular Section

# embassy en
Ref. CON/{nn}/{n}
We regret to inform you that the application lodged by {ename} on behalf of {pname}, born {ebirth}, could not be decided within the usual time. The sponsor's letter gives {ukaddr} as place of stay, whereas the form gives none. Kindly write to {email} or telephone {abroad}, quoting passport {passport}.

# embassy en
Subject: RE: RE: lost passport in Chengdu

Good afternoon {ename},
Sorry to hear this. Please bring the police report and two photographs. We have noted number {uspassport} as cancelled. Your local contact, {pname} ({phone}), has been told. The nearest photo shop is open until {time}. Where you stay is on file as {pyaddr}. If that is wrong, tell {ename:b} at the desk.

# surgery en
Maple Hollow Family Practice - Phone note
{edate} {time}
Pt: {ename}  DOB {ebirth}  MRN {record}
Mother {ename:b} called from {usphone}. Fever 101.4 since last night, drinking ok. Advised fluids, acetaminophen 325 mg q6h. Callback if rash. Home: {usaddr}.
Taken by {ename:c}, RN

# surgery en
NEW PATIENT INTAKE
Legal name .......... {ename}
Preferred pronouns .. she/her
Born ................ {ebirth}
SSN ................. {ssn}
Street .............. {usaddr}
Cell ................ {usphone}
Email ............... {email}
Who may we call ..... {ename:b}, {usphone:b}
Card on file ........ {fcard}

# surgery en
REFERRAL
To: cardiology, attn {ename}
From: {ename:b}, MD
Re: {ename:c}, {ebirth}
Thank you for seeing this pleasant 64-year-old retired teacher with exertional dyspnea. BP 148/88, HR 76. ECG attached. She prefers calls after {time} at {usphone}; her son {ename:d} drives her from {usaddr}.

# support en
Ticket #{nn} | priority: high | opened {edate}
Requester: {ename} <{email}>
> Import fails for one row. Payload below.
{"id":{nn},"contact":{"full":"{ename:b}","mail":"{email:b}","cell":"{usphone}"},"ship":"{usaddr}","ip":"{ip}","tags":["vip"]}
Agent note: reproduced by {ename:c}, handed to the data team.

# support mixed
工单 {serial} / 客户反馈设备离线
{"device":{"imei":"{imei}","iccid":"{iccid}","mac":"{mac}"},"owner":{"nm":"{name}","ph":"{mobile}","addr":"{addr}"},"last":{epochms}}
处理：一线{name:b}远程重启无效，派{name:c}上门，SIM 换成 {iccid:b}，新机 {imei:b}。

# support en
Hello team,
we rotated credentials and now the webhook answers 401. The header we send is
Authorization: Bearer {jwt}
from {ip} and {ipv}. Our admin {ename} ({email}) can join a call; direct line {sgphone}.
Regards, {rname}

# brokerlog en
[{milli}] INFO [Consumer clientId=billing-{n}, groupId=billing] Resetting offset for partition invoices-{n} to position {serial}
[{milli}] DEBUG record(topic=invoices, partition={n}, offset={serial}, key={uuid}, value={"payer":"{ename}","mail":"{email}","pan":"{fcard}"})
[{milli}] WARN [Broker id={n}] Connection to node -1 ({ip}:9092) could not be established
[{milli}] ERROR dead letter: {"payer":"{ename:b}","mail":"{email:b}","iban":"{iban}"}

# brokerlog mixed
{"_index":"user-2025.06","_id":"{short}","_score":{n}.{n},"_source":{"real_name":"{name}","phone_no":"{mobile}","id_no":"{id}","home":"{addr}","client":"{ip}","@timestamp":"{stamp}"}}
{"_index":"user-2025.06","_id":"{short}","_score":{n}.{n},"_source":{"real_name":"{name:b}","phone_no":"{mobile:b}","id_no":"{id:b}","home":"{addr:b}","client":"{ip:b}","@timestamp":"{stamp}"}}

# brokerlog mixed
[{stamp}][WARN ][o.e.i.s.search] took[{n}.{n}s], total_hits[{n} hits], source[{"query":{"match":{"holder":"{name}"}}}]
[{stamp}][WARN ][o.e.i.s.search] took[{n}.{n}s], total_hits[0 hits], source[{"query":{"term":{"tel":"{mobile}"}}}]
[{stamp}][INFO ][o.e.x.s.a] authentication of [reporting] failed, origin=[{ip}]
[{stamp}][INFO ][c.r.kyc] msgId={md} 核验通过 {name:b} {id}

# issue en
### Bug: login loops after upgrade to {version}

Steps:
1. set ${tick}GITHUB_TOKEN={github}${tick} in the shell
2. run ${tick}deploy --host {ip}${tick}
3. the page reloads forever

Config I used:
${fence}yaml
openai_api_key: {openai}
mail_from: {email}
db: {dsn}
${fence}
Commit {sha}, Node {version}.

# issue mixed
**环境**：v{version}，docker
**现象**：短信发不出去，日志里有 ${tick}send {mobile} failed${tick}
**复现**：用我的测试配置
${fence}
accessKeyId: {aliyun}
robot: {dingtalk}
smtp_password: {password}
${fence}
方便的话加我 QQ {qq} 远程看，谢谢！

# issue en
Closing as duplicate. @reporter please revoke the credentials you pasted above right now: {awskey} / {awssecret} are live, and so is {slack}. Anyone can read this page. For anything private mail {email}.

# issue en
<details><summary>npm publish log</summary>

npm notice version {version}
npm notice shasum {sha}
//registry.npmjs.org/:_authToken={npm}
npm error code E403
STRIPE_KEY={stripe}

</details>

cc {ename}

# complaint zh
客户投诉登记（{bank}营业部）
投诉人：{name}　证件：{id}　回电：{phone}
诉求：{date}在ATM存款{amount}元未入账，卡{card}，要求当日补记并道歉。
核查：柜员{name:b}（工号{staff}）长款已上缴，复核{name:c}。
处理意见：{date}前入账，由大堂经理{name:d}致电客户。

# complaint zh
来电内容摘要：客户称其父亲{name}名下{card}被代扣保费{amount}元，父亲今年七十多岁，从未签字，怀疑理财经理{name:b}代签。客户本人{name:c}，手机{mobile}，要求提供录音录像，邮寄至{addr}。升级至合规岗{name:d}。

# complaint mixed
Complaint log
{edate} {time} caller {rname}, {hkphone}: card {fcard} charged twice by a hotel, wants refund
{edate} {time} caller {pname}, {phone}: statement went to the old address, new one is {ehkaddr}
{edate} {time} 客户{name}：账户 {iban} 汇款被退，回复邮箱 {email}

# funeral zh
泣告
家父{name}老大人于{date}寿终正寝，享寿八十有三。兹定于{date}{time}在家中设灵，{date}出殡。
孝子{name:b}、{name:c}　孝女{name:d}　孝婿{name:e}　泣叩
丧居：{addr}
执事{name:f} {mobile}

# funeral zh
治丧小组分工
总负责：{name}
联络亲友：{name:b}（{mobile}）、{name:c}（{mobile:b}）
车辆：{name:d}，{plate}；{name:e}，{plate:b}
火化手续：需逝者{name:f}身份证{id}，经办人{name:g}带本人身份证{id:b}
答谢饭：{saddr}楼下

# funeral en
{ename}, of {usaddr}, passed away peacefully on {edate}. Survived by a daughter, {ename:b}, a son, {ename:c}, and a sister, {ename:d}. Visitation begins at {time}. In lieu of flowers, the family asks that you write to {email} or call {usphone}.

# roster mixed
| 班次 | 志愿者 | 手机 | 点位 | 备注 |
|:--|:--:|--:|---|---|
| {time} | {name} | {mobile} | 东门 | 组长 |
| {time} | **{name:b}** | {mobile:b} | 检录处 | 会英语 |
| {time} | {name:c} | {mobile:c} | 补给站 | 学号 {student} |
| 机动 | {name:d} / {name:e} | {mobile:d} | - | 换班找 {name} |

# roster en
| Shift | Who | Reach at | Notes |
|---|---|---|---|
| Sat AM | {ename} | {ukphone} | first aid |
| Sat PM | {ename:b} | {email} | has van |
| Sun AM | {pname} | {ukphone:b} | new; pair with {ename} |

Keys are with {ename:c}, {ukaddr}.

# roster zh
## 防汛值守（{date}起）
- [x] 白班　{name}　{mobile}
- [x] 夜班　{name:b}　{mobile:b}
- [ ] 备勤　{name:c}　{mobile:c}　住{saddr}
> 带班领导{name:d}；物资库钥匙在{name:e}处；雨量 {n} mm 以上全员到岗
`);
