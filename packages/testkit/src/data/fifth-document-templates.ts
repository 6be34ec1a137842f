/**
 * The fifth set of templates: how banks push, sellers answer, hotels register, neighbourhoods post, police record, schools of drivers
 * enrol, funds write, carriers and customs ask, clubs and landlords abroad write, and programs log. Written from life with no look at
 * a detector. The form is that of `document-templates.ts`, the slots those of `fifth-values.ts`.
 *
 * @module
 */
import { readTemplates } from './read-templates.ts';

export const fifthTemplates = readTemplates(String.raw`
# bankpush zh
【{bank}】{name}，您尾号{nn}的储蓄卡{date} {time}向{name:b}（账号{card}）转账支出{amount}元，余额{amount}元。如非本人操作请立即致电官方客服。

# bankpush zh
{bank}提醒：您预约的跨行转账已受理
收款人　{name}
收款卡号　{card}
金额　¥{amount}
附言　装修尾款
预计到账　{date} {time}
若需撤销，请回复TD或联系客户经理{name:b}（{mobile}）

# bankpush zh
动账通知｜工资入账 +{amount}｜付款方 {org}｜收款账户 {card}｜户名 {name}｜{clock}

# bankpush zh
尊敬的{name}女士：您的信用卡申请已通过初审，请于{date}前携带身份证（{id}）到我行网点面签。卡片将寄往{addr}。网点电话{tel}。【{bank}】

# aftersale zh
订单号 {order}
买家已付款 {clock}
收货信息：{name}，{mobile}，{addr}
商品：{product} ×1　规格：{sku}
买家留言：麻烦用顺丰，工作日送，家里老人收，电话{phone:b}

# aftersale zh
客服-小橙 {time}
您好，这边查到订单{order}是寄到{addr}的，收件人{name}，对吗？
买家 {time}
不对！我改过地址，应该是{addr:b}
买家 {time}
收件人换成我爱人{name:b}，号码{phone}
客服-小橙 {time}
好的，已备注仓库，{product}预计{n}小时内发出～

# aftersale zh
退货登记（仓库{n}组）
{parcel}　{name}　{mobile}　{product}　外箱破损，已拍照
{parcel}　{name:b}　{mobile:b}　{product}　缺配件
{parcel}　{name:c}　{mobile:c}　{product}　七天无理由
换货寄回：{name:b}，{addr}
登记人 {name:d}

# aftersale en
Hi, my order {order} still has not arrived. It was supposed to go to {usaddr}, but I've moved. Please reship to {usaddr:b} and call me at {usphone} if there is any extra cost. You can also reach me at {email}.
Thanks,
{ename}

# aftersale en
RETURN LABEL REQUEST
Sold to: {ename}
Ship from: {ukaddr}
Contact: {ukphone} / {email}
Reason: wrong size
Refund to: original card {fcard}

# hotel zh
境内旅客住宿登记表
房号：{nn}　房型：高级大床　入住：{clock}
姓名：{name}　　性别：男　　证件：身份证 {id}
同住：{name:b}　证件：身份证 {id:b}
常住地址：{addr}
手机：{phone}　车牌：{plate}
预授权卡号：{card}　押金：{amount}
接待员：{name:c}

# hotel mixed
REGISTRATION CARD 住宿登记卡
Guest name 姓名: {ename}
Passport No. 护照号码: {uspassport}
Date of birth 出生日期: {ebirth}
Home address 住址: {usaddr}
Mobile 手机: {usphone}    E-mail: {email}
Arrival 抵店 {edate}    Departure 离店 {edate}    Rate 房价 {amount}
Clerk 接待: {pname}

# hotel en
Dear {ename},
Thank you for choosing the Harbourfront. Your reservation {pnr} for {n} nights from {edate} is guaranteed by card {fcard}. Early check-in has been requested by your colleague {pname}. For airport pick-up, please text our concierge, {rname}, on {hkphone}.

# hotel zh
@前台各位：{nn}房的{name}先生（{mobile}）落了一副眼镜，已联系本人，寄到{addr}，运费到付。另外{nn}房换成{name:b}的名字，身份证{id}，押金转过去。夜审{name:c}记得核。

# parents zh
三年级二班家长群 群公告
各位家长好，疫苗补种名单如下，请互相转告：
{name}、{name:b}、{name:c}、{name:d}
有过敏史的请今晚{time}前私信我或打{mobile}。谢谢配合！

# parents zh
【接龙】春游报名（请按格式：孩子姓名+家长电话）
1. {name} {phone}
2. {name:b} {phone:b}
3. {name:c} {phone:c}（妈妈同去）
4. {name:d} {mobile}，晕车，坐前排

# parents zh
亲爱的家长：您的孩子{name}（学号{student}）在本学期期末测评中语文{n}分、数学{n}分、英语{n}分。班主任{name:b}老师邀请您于{date}来校面谈。请填写回执：
家长签名：{name:c}　　与孩子关系：母亲　　电话：{phone}

# parents zh
校车乘车登记
学生 / 站点 / 接送人 / 电话
{name} / {saddr} / {name:b}（奶奶） / {mobile}
{name:c} / {saddr:b} / {name:d}（爸爸） / {mobile:b}
{name:e} / {saddr:c} / {name:f}（姥爷） / {mobile:c}
跟车老师 {name:g}

# community zh
居委会通知
各位居民：本周六上午9点在活动室办理居民医保集中登记，请携带户口本、身份证。行动不便的老人请联系网格员{name}上门，电话{phone}，微信同号。
{date}

# community zh
高龄津贴公示
经本人申请、社区初审，以下人员符合领取条件，现予公示，公示期{n}天。
{name}，女，{id}，住{saddr}
{name:b}，男，{id:b}，住{saddr:b}
{name:c}，女，{id:c}，住{saddr:c}
监督电话：{tel}　经办人：{name:d}

# community zh
调解笔录（摘要）
申请人{name}，住{addr}。
被申请人{name:b}，住{addr:b}，手机{phone}。
申请人称，{date}起楼上卫生间渗水，天花板起皮。被申请人称愿意维修，但只承担材料费。经调解员{name:c}主持，双方同意由被申请人于{n}日内完成防水，并赔偿{amount}元。

# community zh
出入登记：{date} {time}，{name}，{mobile}，{plate}，去{saddr}送家具；{time}，{name:b}，{mobile:b}，步行，去{saddr:b}做保洁；{time}，{name:c}，{mobile:c}，{plate:b}，搬家。值班保安{name:d}。

# lab zh
{hospital}检验报告单
姓名：{name}　性别：男　年龄：{n}岁　病历号：{record}
申请医生：{name:b}　科室：内分泌科　标本：静脉血　采样：{clock}
项目	结果	单位	参考区间
白细胞计数	{n}.{n}	10^9/L	3.5-9.5
空腹血糖	6.{n}	mmol/L	3.9-6.1
糖化血红蛋白	7.{n}	%	4.0-6.0
检验者：{name:c}　审核者：{name:d}　报告：{clock}

# lab zh
门诊处方笺　No.{serial}
{name}　女　{n}岁　住址：{addr}　电话：{phone}
Rp.
阿莫西林胶囊 0.5g×24粒　用法：0.5g tid po
布洛芬缓释胶囊 0.3g×20粒　用法：0.3g bid po
医师：{name:b}　药师审核：{name:c}　发药：{name:d}　金额：{amount}

# lab en
LAMNA HEALTHCARE PATHOLOGY
Patient: {ename}    DOB: {ebirth}    NHS Number: {nhs}
Requested by: Dr {ename:b}
Collected: {edate}
HbA1c 48 mmol/mol (20-41) HIGH
eGFR > 90
Comment: consistent with diabetes mellitus, please repeat. Patient phoned on {ukphone}, letter sent to {ukaddr}.

# lab zh
您好{name}，您{date}在我中心做的胃镜病理结果已出，请您或家属{name:b}凭身份证{id}到二楼取报告。病历号{record}。如需邮寄请回复地址，咨询电话{tel}。

# hrsheet zh
姓名	工号	身份证号码	政治面貌	手机	开户银行	银行卡号	基本工资
{name}	{staff}	{id}	{political}	{mobile}	{bank}	{card}	{amount}
{name:b}	{staff:b}	{id:b}	{political:b}	{mobile:b}	{bank}	{card:b}	{amount}
{name:c}	{staff:c}	{id:c}	{political:c}	{mobile:c}	{bank}	{card:c}	{amount}
合计	3人						{amount}

# hrsheet zh
| 序号 | 员工 | 部门 | 联系方式 | 现住址 | 紧急联系人 | 紧急联系电话 |
|---|---|---|---|---|---|---|
| 1 | {name} | 仓储部 | {phone} | {addr} | {name:b} | {phone:b} |
| 2 | {name:c} | 质检部 | {phone:c} | {addr:b} | {name:d} | {phone:d} |
| 3 | {name:e} | 行政部 | {phone:e} | {addr:c} | {name:f} | {phone:f} |

# hrsheet en
Employee ID	Legal name	Date of birth	SSN	Home address	Personal e-mail	Manager
{staff}	{ename}	{ebirth}	{ssn}	{usaddr}	{email}	{ename:b}
{staff:b}	{ename:c}	{ebirth:b}	{ssn:b}	{usaddr:b}	{email:b}	{ename:b}
{staff:c}	{ename:d}	{ebirth:c}	{ssn:c}	{usaddr:c}	{email:c}	{ename:b}

# hrsheet mixed
离职交接清单 / Exit checklist
Name: {pname}（{name}）  Staff No. 工号: {staff}
Last day: {edate}
- laptop 归还，MAC {mac}
- 个税、社保转出，身份证 {id}
- forward mail to {email}
- 离职证明寄 {addr}
HRBP {name:b}，有事打 {phone}

# police zh
接警记录
{clock}接{name}（{mobile}）报警称，在{addr}门口电动自行车被盗。民警{name:b}、{name:c}赶赴现场，走访了保安{name:d}，调取监控。报警人身份证号{id}。受案文号：{caseno}。

# police zh
询问笔录
时间：{date} {time}至{time}　地点：派出所询问室
询问人：{name}、{name:b}　记录人：{name:c}
被询问人：{name:d}　性别：女　出生日期：{birth}　身份证件种类及号码：居民身份证 {id}
现住址：{addr}　联系方式：{phone}
问：你因何事来派出所？
答：我被人骗了。{date}有个自称客服的人打我电话，号码是{phone:b}，让我把钱转到一个账户，户名{name:e}，卡号{card}，一共转了{amount}元。
问：你以上所讲是否属实？
答：属实。

# police zh
协查通报：犯罪嫌疑人{name}，男，{birth}生，身份证号{id}，户籍地{addr}，可能驾驶{plate}号白色轿车外逃。发现线索请与民警{name:b}联系，{mobile}。

# police en
INCIDENT SUMMARY {nn}-{nn}
On {edate} at {time} hours I spoke with the complainant, {ename}, of {usaddr}. She stated that her neighbor, {ename:b}, had entered the garage without permission. Witness {ename:c} (phone {usphone}) confirmed this account. {ename:b} gave a date of birth of {ebirth}.
Officer {ename:d}

# driving zh
机动车驾驶培训报名表
姓名：{name}　出生年月日：{birth}　身份证明号码：{id}
申请车型：C1　住址：{addr}
手机：{phone}　微信：{wechat}
教练员：{name:b}　教练车：{plate}
学费{amount}元，付款卡号{card}

# driving zh
【顺达驾校】{name}学员，您预约的科目二考试已成功，{date} {time}考场报到，请带好身份证原件（号码{id}）。教练{name:b} {mobile}，接送车{plate}，在{saddr}门口上车。

# driving zh
学员练车表 {date}
6:00 {name} {mobile}
7:00 {name:b} {mobile:b}
8:00 {name:c} {mobile:c} 补考
9:00 {name:d} {mobile:d}
10:00 空
教练：{name:e}　车号：{plate}

# pension zh
{name}同志：
您好！经审核，您符合按月领取基本养老金条件，自{date}起每月发放{amount}元，发至您的{bank}账户{card}。请每年办理一次领取资格认证。如有疑问请致电{tel}。
身份证号码：{id}
寄：{addr}

# pension zh
住房公积金提取受理回执
职工姓名：{name}　身份证号：{id}　单位：{org}
配偶：{name:b}　身份证号：{id:b}
提取原因：偿还购房贷款　房屋坐落：{addr}
转入账户：{bank} {card}
受理员：{name:c}　受理时间：{clock}

# pension en
Dear {ename},
Your workplace pension statement is enclosed. We hold the following details: born {ebirth}, address {ukaddr}, nominated beneficiary {ename:b}. To change any of them call {ukphone} or write to {email}.
Yours sincerely,
{ename:c}
Pensions Administrator

# pension mixed
公积金异地转移 transfer request
Applicant 申请人 {pname}
ID {id}
Mobile {phone}
New employer 新单位 {org}，USCC {uscc}
经办 {name}，{date}

# rentchat zh
租客：房东您好，我是{name}，昨天看过{saddr}那套
房东：你好，定了吗
租客：定了，定金打哪里？
房东：{card}，{bank}，我老婆的名字，{name:b}
租客：好的，我身份证{id}，合同先写上
房东：水管坏了找{name:c}师傅，{mobile}，就住隔壁楼

# rentchat zh
合租室友招募：{saddr}次卧，朝南，月付{nn}，限女生，不养宠物。我叫{name}，在附近上班，加V {wechat}，或者发短信到{phone}。

# rentchat en
Hi {ename}, this is {ename:b} about the studio at {ukaddr}. Is Thursday at {time} still OK? My number is {ukphone} in case you are running late. The other applicant, {ename:c}, dropped out, so it is yours if you like it. I can take the deposit to IBAN {iban}.

# rentchat mixed
Agent: Hi，这套在 {hkaddr}，landlord 係{twname}，keys 在我這裡
Tenant: OK, my name is {rname}, HKID {hkid}, call me {hkphone}
Agent: 好，offer letter send 去 {email}，please sign by {edate}

# waybill zh
运单号 {parcel}　{clock}
寄 {name} {phone}
{addr}
收 {name:b} {phone:b}
{addr:b}
托寄物 {product}　重量 {n}.{n}kg　保价 {amount}
快递员 {name:c}

# waybill zh
货运委托：今日从{addr}提货{n}箱，司机{name}，{mobile}，车牌{plate}，身份证{id}，送至{addr:b}，签收人{name:b}，{tel}。回单寄{name:c}。

# waybill en
AIR WAYBILL {awb}
Shipper: {pname}, {pyaddr}, Tel {phone}
Consignee: {ename}, {usaddr}, Tel {usphone}
Notify: {ename:b}, {email}
Pieces {n}    Gross weight {nn} kg    Nature of goods: {sku} spare parts

# waybill mixed
派送异常 exception list {date}
{parcel} | {rname} | {sgaddr} | {sgphone} | no one at home
{parcel} | {rname:b} | {sgaddr:b} | {sgphone:b} | 地址不详，已电联
{parcel} | {ename} | {sgaddr:c} | {sgphone:c} | refused, 退回 sender

# customs zh
进境物品申报单
旅客姓名：{name}　护照号：{passport}　出生日期：{birth}
进境航班：{flight}　自：新加坡
随身携带：{product} {n}件，总值人民币{amount}元
境内联系地址：{addr}　电话：{phone}
旅客签名：{name}

# customs mixed
出口货物报关委托书
委托方 Principal：{org}　统一社会信用代码：{uscc}
法定代表人：{name}　联系电话：{tel}
被委托方 Broker：{eorg}　报关员：{name:b}　手机 {phone}
HS CODE {hscode}　箱号 {container}　提单 {order}
收货人 Consignee：{ename}, {ukaddr}

# customs en
POSTAL CUSTOMS DECLARATION CN 23
From: {pname}, {pyaddr}
Sender's telephone: {phone}
To: {ename}, {ukaddr}
Recipient's telephone: {ukphone}    E-mail: {email}
Contents: {n} cotton shirts, value USD {dec}, HS {hscode}, origin CN

# customs zh
海关邮件短信：{name}，您从境外购买的包裹{parcel}因个人信息不全被退运，请登录系统补充收件人证件号码（系统现记录{id}）。承办关员{name:b}，电话{tel}。

# club en
Subject: Welcome to Northfield Rowing Club

Dear {ename},
Your membership runs from {edate}. Your coach will be {ename:b}, who can be reached on {ukphone}. We have your address as {ukaddr} and your next of kin as {ename:c}, {ukphone:b}. If anything is wrong, reply to {email}.
See you on the water!
{ename:d}, Membership Secretary

# club en
Committee list (members only)
Chair - {ename}, {email}
Treasurer - {ename:b}, {email:b}
Fixtures - {rname}, {sgphone}
Safeguarding - {ename:c}, {ukphone}
Club house keys are held at {ukaddr}.

# club en
ALPINE SKI HOUSE - LIABILITY WAIVER
Participant: {ename}    Birthdate: {ebirth}
Address: {usaddr}
Emergency contact: {ename:b}    Phone: {usphone}
Card on file: {fcard}    CVV: {cvv}
Signed: {ename}

# club zh
会员续费名单：{name}（{mobile}，年卡到{date}）、{name:b}（{mobile:b}，次卡剩{n}次）、{name:c}（{mobile:c}，冻结中）。私教{name:d}跟进，生日：{name:b} {birth}。

# overseas en
{rname}
{sgaddr}

{edate}

Dear {rname},
RE: RENEWAL OF LONG-TERM VISIT PASS
We refer to your application for your spouse, {pname}, holder of passport {passport}. Please bring your NRIC ({nric}) for verification. Enquiries: {sgphone}.
Yours faithfully,
{rname:b}
for Controller

# overseas en
Our ref: {order}
{rname}
{ehkaddr}

Dear Sir/Madam,
Tenancy of the above premises
We act for the landlord, {rname:b} (HKID {hkid}). Rent of {sgd} remains outstanding. Kindly settle within {n} days by transfer to account {account}. Should you have any query, please contact our {rname:c} at {hkphone}.
Harbourfront Property Management Limited

# overseas en
INTERVIEW CONFIRMATION
{ename}
{usaddr}

Dear {ename},
Thank you for your interest in {eorg}. You will meet {ename:b} and {pname} on {edate} at {time}. Parking is validated. If your phone number, {usphone}, or e-mail, {email}, has changed, let us know.
Sincerely,
{ename:c}

# overseas en
To whom it may concern,
I have known {ename} (born {ebirth}) for six years as her tutor at the university. She lives at {ukaddr} and is of good character. I am happy to be contacted on {ukphone} or at {email}.
{ename:b}
Senior Lecturer

# overseas en
Dear {ename},
Your policy covers two drivers: yourself and {ename:b}. The vehicle is kept overnight at {usaddr}, VIN {vin}. Claims may be reported to your agent, {ename:c}, at {usphone}. Premium was charged to card {fcard}.

# invoice mixed
INVOICE 发票 No. {order}    Date 日期: {edate}
Bill to 购买方: {org}
Tax ID 统一社会信用代码: {uscc}
Address 地址: {addr}    Tel 电话: {tel}
Bank account 银行账号: {bank} {account}
Item 项目: consulting fee 咨询费 × {n}    Total 合计: {amount}
Issued by 开票人: {name}    Payee 收款人: {name:b}    Checked by 复核: {name:c}

# invoice en
PRO FORMA INVOICE
Seller: {eorg}
Attn: {ename}, {abroad}
Buyer: {pname}, {pyaddr}
Ship to: {usaddr}
Amount due: {sgd}
Remit to IBAN {iban}. Account holder: {ename:b}

# invoice zh
电子发票抬头信息：{org}，税号{uscc}，地址电话：{addr} {tel}，开户行及账号：{bank}{account}。发票发到{email}，纸质版寄{name}收，{mobile}。

# webhook en
{"event":"order.paid","created_at":"{stamp}","data":{"order_no":"{order}","buyer":{"full_name":"{ename}","email":"{email}","phone":"{usphone}"},"shipping_address":"{usaddr}","client_ip":"{ip}","amount":{dec}},"delivery":"{uuid}"}

# webhook mixed
POST /callback HTTP/1.1
Content-Type: application/json
X-Request-Id: {uuid}
Authorization: Bearer {jwt}

{"code":0,"msg":"成功","data":{"userName":"{name}","idCardNo":"{id}","bankCardNo":"{card}","reservePhone":"{mobile}","result":"T"}}

# webhook mixed
{
  "form": "预约看房",
  "submitted": "{clock}",
  "fields": [
    {"label": "称呼", "value": "{name}"},
    {"label": "手机", "value": "{phone}"},
    {"label": "现居住地", "value": "{addr}"},
    {"label": "微信", "value": "{wechat}"}
  ],
  "meta": {"ip": "{ip}", "submission": {serial}}
}

# webhook en
{"object":"contact","id":"{uuid}","properties":{"firstname_lastname":"{ename}","dob":"{ebirth}","mobile":"{ukphone}","address":"{ukaddr}","owner_email":"{email}","iban":"{iban}"},"version":{n}}

# accesslog en
{ip} - - [{logtime}] "GET /api/v2/orders?page={n} HTTP/1.1" 200 {nn} "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64)" {ms}
{ip:b} - - [{logtime}] "POST /login HTTP/1.1" 401 {nn} "-" "curl/8.4.0" {ms}
{ipv} - - [{logtime}] "GET /reset?email={email} HTTP/1.1" 302 0 "-" "okhttp/4.12.0" {ms}
{ip:c} - - [{logtime}] "GET /static/app.{short}.js HTTP/1.1" 304 0 "-" "Mozilla/5.0 (X11; Linux x86_64)" {ms}

# accesslog mixed
{milli} ERROR [http-nio-8080-exec-{n}] c.y.order.OrderController - 下单失败, traceId={md}
com.yunfan.common.BizException: 用户{name}(手机号{mobile})库存不足
	at com.yunfan.order.OrderService.create(OrderService.java:{nn})
	at com.yunfan.order.OrderController.submit(OrderController.java:{n})
	at java.base/java.lang.Thread.run(Thread.java:{nn})
{milli} INFO  [http-nio-8080-exec-{n}] c.y.order.Audit - 收货地址={addr}, 证件={id}, ip={ip}

# accesslog en
{milli} WARN  [main] c.l.auth.TokenFilter - rejected token {jwt}
{milli} WARN  [main] c.l.auth.TokenFilter - user={email} remote={ip}
{milli} ERROR [pool-{n}-thread-{n}] c.l.mail.Sender - could not deliver to {email:b}
java.net.SocketTimeoutException: Read timed out
	at java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:{nn})
	... {n} more

# accesslog mixed
[{clock}] sms.INFO: send to {mobile} template=SMS_{serial} params={"name":"{name}","code":"{nn}"}
[{clock}] sms.INFO: send to {mobile:b} template=SMS_{serial} params={"name":"{name:b}","code":"{nn}"}
[{clock}] kyc.WARN: 二要素不一致 name={name} idNo={id}
[{clock}] dhcp.INFO: lease {ip} to {mac}

# deploy en
NODE_ENV=production
PORT=3000
DATABASE_URL={dsn}
OPENAI_API_KEY={openai}
STRIPE_SECRET_KEY={stripe}
SMTP_FROM={email}
SMTP_PASSWORD={password}

# deploy en
services:
  db:
    image: postgres:16
    environment:
      POSTGRES_USER: app
      POSTGRES_PASSWORD: {password}
    volumes:
      - pgdata:/var/lib/postgresql/data
  worker:
    image: registry.local/worker:{version}
    environment:
      GITHUB_TOKEN: {github}
      SLACK_TOKEN: {slack}
    extra_hosts:
      - "mail.local:{ip}"

# deploy en
provider "aws" {
  region     = "ap-southeast-1"
  access_key = "{awskey}"
  secret_key = "{awssecret}"
}

resource "aws_db_instance" "main" {
  engine            = "mysql"
  allocated_storage = {n}
  password          = "{password}"
}

# deploy mixed
## 生产环境变量（找 {name} 要最新的，电话 {mobile}）
ALIYUN_ACCESS_KEY_ID={aliyun}
TENCENT_SECRET_ID={tencent}
WECHAT_APP_SECRET={wxsecret}
FEISHU_WEBHOOK={feishu}
REDIS_HOST={ip}
LOG_LEVEL=warn

# deploy en
name: release
env:
  NPM_TOKEN: {npm}
  GITLAB_TOKEN: {gitlab}
  ANTHROPIC_API_KEY: {anthropic}
  MAPS_API_KEY: {google}
jobs:
  publish:
    runs-on: ubuntu-latest
    steps:
      - run: pnpm publish --no-git-checks
      - run: ./notify.sh {email}

# deploy mixed
把这个私钥存成 deploy.pem，chmod 600，然后 ssh 到 {ip}：
{pem}
有问题找{name}（工号{staff}）

# sqlfile mixed
INSERT INTO crm_customer (id, customer_name, cert_no, tel, addr, created) VALUES ({nn}, '{name}', '{id}', '{mobile}', '{addr}', '{clock}');
INSERT INTO crm_customer (id, customer_name, cert_no, tel, addr, created) VALUES ({nn}, '{name:b}', '{id:b}', '{mobile:b}', '{addr:b}', '{clock}');
UPDATE crm_customer SET tel = '{mobile:c}' WHERE cert_no = '{id}';

# sqlfile en
BEGIN;
INSERT INTO guests (full_name, email, phone, street_address) VALUES ('{qname}', '{email}', '{usphone}', '{usaddr}');
INSERT INTO payments (guest_email, card_number, paid_at) VALUES ('{email}', '{fcard}', '{clock}');
COMMIT;

# sqlfile mixed
SELECT * FROM t_member WHERE real_name = '{name}' AND mobile = '{mobile}';
-- 查不到，用身份证再试：{id}
DELETE FROM t_member_card WHERE bank_card = '{card}' AND holder = '{name}';
-- reviewed by {name:b}, {date}

# sqlfile mixed
postgres=> select owner, plate, vin, lng_lat from vehicles;
 owner | plate | vin | lng_lat
-------+-------+-----+---------
 {name} | {plate} | {vin} | {geo}
 {name:b} | {plate:b} | {vin:b} | {geo:b}
(2 rows)

# chatexport mixed
{clock} {name}
下午谁在公司？快递到了
{clock} {name:b}
我在，放前台吧
{clock} {name}
收件写的是{name:c}，打{mobile}没人接
{clock} {name:c}
刚在开会，放{saddr}就行，我让{name:d}去拿

# chatexport en
[{clock}] {ename}: did you send the contract to the new tenant?
[{clock}] {ename:b}: yes, to {email}
[{clock}] {ename}: her name is {rname}, not {pname}. Please resend.
[{clock}] {ename:b}: done. she asked us to ring {sgphone} instead
[{clock}] {ename}: and the unit is {sgaddr}, right?

# chatexport zh
聊天记录 导出时间：{clock}
{name} {time}：哥，帮我挂个号，身份证{id}
{name:b} {time}：名字、手机
{name} {time}：就写我妈，{name:c}，{mobile}
{name:b} {time}：挂好了，{hospital}，{name:d}主任
{name} {time}：谢谢，红包不收的话我转你卡上
{name:b} {time}：{card}，开玩笑的😄

# chatexport mixed
WhatsApp chat with {rname}
{clock} - {rname}: Morning! 上次那批货 ready 了
{clock} - {name}: good, 送到 {ehkaddr}
{clock} - {rname}: driver 叫 {rname:b}, {hkphone}
{clock} - {name}: 钱我打到你 account {iban}

# idocr zh
姓　名　{sname}
性　别　男　　民　族　汉
出　生　{birth}
住　址　{addr}
公民身份号码
{ocrid}

# idocr mixed
中华人民共和国机动车驾驶证
Driving License of the People's Republic of China
姓名 Name
{name}
性别 Sex 女　　国籍 Nationality 中国
住址 Address
{addr}
出生日期 Date of Birth
{birth}
准驾车型 Class C1

# idocr zh
营 业 执 照
统一社会信用代码 {uscc}
名称 {org}
类型 有限责任公司
法定代表人 {name}
住所 {addr}
注册资本 {nn}万元整

# idocr mixed
护照 PASSPORT
类型/Type P　国家码/Country Code CHN　护照号/Passport No. {passport}
姓名/Name
{name}
{pname}
出生日期/Date of birth
{ebirth}

# idocr zh
结 婚 证
持证人 {name}
登记日期 {date}
姓名 {name}　性别 男　出生日期 {birth}　身份证件号 {id}
姓名 {name:b}　性别 女　出生日期 {birth:b}　身份证件号 {id:b}

# notes zh
站会 {date}
- {name}：昨天改完对账脚本，今天联调，阻塞：测试库{ip}连不上
- {name:b}：请假，工作转给{name:c}
- {name:c}：跟客户{name:d}确认需求，电话{phone}
- {name:e}：写周报

# notes en
1:1 with {ename}, {edate}
Wants to move to the data team; {ename:b} would be the new manager. Relocation to {usaddr} in spring. Personal mail for the paperwork: {email}. Follow up with {ename:c} in payroll about the SSN typo (should be {ssn}).

# notes mixed
业务拜访记录
客户：{org}　到访：{date}
对方参加：{name}（采购）、{name:b}（法务）　我方：{name:c}、{pname}
要点：1. 价格下调{percent}；2. sample 寄到{addr}，{name}签收；3. 合同发{email}。
下一步：{name:c}周五前 follow up，{name}手机{phone}。

# comment zh
去{saddr}那家店吃过两次，老板{name}人很实在，订位打{phone}就行，周末要排队。推荐椒麻鸡，避雷甜品。

# comment zh
回复 {time}
博主好，我按你的教程装好了，就是授权邮件收不到，我的邮箱是{email}，QQ{qq}，能补发一份吗？
—— 来自{name}

# comment en
{ename} says:
{edate} at {time}
My late neighbour {ename:b} worked at this mill until it closed. If anyone has photographs, please write to {email} or to me at {ukaddr}. Thank you for the article!

# comment zh
给五星！装修队的{name}师傅和{name:b}师傅手艺好，我家在{saddr}，欢迎邻居来看。需要的联系{name}：{mobile}

# hantform zh-Hant
戶籍謄本申請書
申請人：{twname}　國民身分證統一編號：{twid}
戶籍地址：{twaddr}
聯絡電話：{twphone}　電子郵件：{email}
受委託人：{twname:b}　國民身分證統一編號：{twid:b}
申請日期：民國{roc}

# hantform zh-Hant
學校通知
致 {twname}家長：
貴子弟{twname:b}於{date}缺席，請填妥請假表格交回班主任{twname:c}，或致電校務處 {hkphone}。
學生住址（如有更改）：{hkaddr}

# hantform zh-Hant
【物流簡訊】{twname}您好，您的包裹{parcel}將於今日送達{twaddr}，司機{twname:b}，手機{twphone}，請備妥代收款{nn}元。

# hantform zh-Hant
來往內地通行證資料核對
姓名：{twname}　通行證號碼：{permit}　香港身份證：{hkid}
姓名：{twname:b}　台胞證號碼：{twpermit}　身分證字號：{twid}
酒店聯絡人：{name}　電話：{phone}

# hantform zh-Hant
租約摘要
業主：{twname}（身份證 {hkid}）　租客：{twname:b}（身份證 {hkid:b}）
物業地址：{hkaddr}
月租：{sgd}　電話：{hkphone} / {hkphone:b}
代理：{rname}

# notary zh
公证书
申请人：{name}，男，{birth}出生，公民身份号码：{id}，现住{addr}。
关系人：{name:b}，女，{birth:b}出生，公民身份号码：{id:b}。
公证事项：亲属关系
兹证明{name}是{name:b}的父亲。
公证员 {name:c}

# notary zh
借条
今借到{name}（身份证号：{id}）人民币{amount}元整，用于资金周转，借期{n}个月，到期一次性归还。收款账户：{bank}，{card}。
借款人：{name:b}（身份证号：{id:b}）　电话：{phone}
担保人：{name:c}　见证人：{name:d}
{date}

# notary zh
继承人声明：被继承人{name}于{date}去世，生前住{addr}，遗有{bank}存款（账号{card}）及小型汽车一辆（{plate}，车架号{vin}）。继承人{name:b}、{name:c}、{name:d}一致同意由{name:b}继承，联系电话{phone}。

# device zh
门禁与监控台账
位置	IP	MAC	责任人	电话
大堂	{ip}	{mac}	{name}	{mobile}
车库	{ip:b}	{mac:b}	{name:b}	{mobile:b}
机房	{ip:c}	{mac:c}	{name:c}	{mobile:c}

# device mixed
手机维修单
机主：{name}　电话：{phone}
机型：Redmi K70　IMEI：{imei}
SIM：{iccid}
锁屏密码：{password}
故障：进水不开机　报价：{amount}　工程师：{name:b}

# device en
MDM report {edate}
Owner: {ename} ({email})
IMEI: {imei}
Wi-Fi MAC: {mac}
Last IP: {ip}
Advertising ID: {idfa}
Last seen: {geo}
Status: lost, remote wipe requested by {ename:b}

# exchange mixed
BEGIN:VCARD
VERSION:3.0
FN:{name}
ORG:{org}
TEL;TYPE=CELL:{mobile}
TEL;TYPE=WORK:{tel}
EMAIL:{email}
LABEL;TYPE=WORK:{addr}
BDAY:{birth}
END:VCARD

# exchange en
BEGIN:VEVENT
DTSTAMP:20250618T090000Z
SUMMARY:Handover with {ename}
ORGANIZER;CN={ename:b}:mailto:{email}
ATTENDEE;CN={pname}:mailto:{email:b}
DESCRIPTION:Dial in or call {ename:b} on {ukphone}
END:VEVENT

# exchange mixed
<?xml version="1.0" encoding="UTF-8"?>
<applicant seq="{n}">
  <xm>{name}</xm>
  <zjhm>{id}</zjhm>
  <csrq>{birth}</csrq>
  <lxdh>{mobile}</lxdh>
  <txdz>{addr}</txdz>
  <email>{email}</email>
</applicant>

# exchange en
<table class="guests">
  <tr><th>Guest</th><th>Phone</th><th>Address</th><th>Card</th></tr>
  <tr><td>{ename}</td><td>{usphone}</td><td>{usaddr}</td><td>{fcard}</td></tr>
  <tr><td>{ename:b}</td><td>{usphone:b}</td><td>{usaddr:b}</td><td>{fcard:b}</td></tr>
</table>

# voice zh
喂你好我是{name}啊前两天在你们那儿订了个{product}那个地址写错了应该是{addr}你记一下电话还是{mobile}麻烦快点发啊

# voice zh
[00:{n}] 说话人1　您好，这里是售后回访，请问是{name}先生吗
[00:{n}] 说话人2　对，我是
[00:{n}] 说话人1　师傅{name:b}上周去{saddr}给您装的{product}，您满意吗
[00:{n}] 说话人2　挺好的，就是发票发到{email}没收到，你打{phone}跟我爱人说

# voice en
okay so this is {ename} calling about the car um the plate is not on the paperwork but the vin is {vin} and you can call me back at {usphone} or my husband {ename:b} at {usphone:b} thanks bye

# dispatch zh
【派单】师傅请到{saddr}接{name}，{mobile}，去机场，航班{flight}，{time}前到。
【改派】{name:b}，{mobile:b}，由{saddr:b}出发，带两件行李。
【取消】{name:c}，{mobile:c}

# dispatch zh
骑手{name}（{mobile}）正在赶往{saddr}，取货码{nn}。顾客{name:b}备注：敲门别按铃，打{phone}。

# dispatch mixed
Driver roster {date}
{rname} | {sgphone} | van {n}
{pname} | {phone} | 车牌 {plate}
{name} | {phone:b} | 车牌 {plate:b}
调度 {name:b}

# alumni zh
九八届三班通讯录（更新于{date}）
{name}，{org}，{phone}，{email}
{name:b}，退休，{phone:b}，现居{addr}
{name:c}，{org}，{phone:c}，微信{wechat}
{name:d}，失联，哪位同学有联系方式请告诉班长{name:e}

# alumni zh
讣告：我校退休教师{name}因病于{date}逝世。告别仪式定于{date}上午举行。家属联系人：{name:b}（长子），{phone}；{name:c}（女儿），{phone:b}。家中地址：{addr}。

# alumni en
Class notes: {ename} and {ename:b} were married in June. {pname} has moved to {usaddr} and would love visitors. {ename:c} can be reached at {email}; {ename:d} is collecting addresses for the reunion, {usphone}.
`);
