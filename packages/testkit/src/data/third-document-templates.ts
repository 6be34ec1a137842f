/**
 * The third set of templates: genres that the first two do not have. Written from life with no look at a detector; its first run is
 * told in docs/detection.md. The form is that of `document-templates.ts`.
 *
 * @module
 */
import { readTemplates } from './read-templates.ts';

export const thirdTemplates = readTemplates(`
# http mixed
POST /api/v3/members HTTP/1.1
Host: gw.changhe-logistics.cn
Content-Type: application/json; charset=utf-8
X-Request-Id: {uuid}
X-Real-IP: {ip}
Authorization: Bearer {jwt}

{"realName":"{name}","mobile":"{phone}","certNo":"{id}","email":"{email}","receiveAddress":"{addr}","channel":"app","ts":{epochms}}

# http en
HTTP/1.1 200 OK
Content-Type: application/json
ETag: {etag}
Cache-Control: max-age={nn}
Date: Tue, 14 Oct 2025 08:22:11 GMT

{"data":[{"id":{nn},"fullName":"{ename}","phoneNumber":"{usphone}","address":{"line1":"{usaddr}"}},{"id":{nn},"fullName":"{ename:b}","phoneNumber":"{usphone:b}"}],"next":"{uuid}"}

# http mixed
curl -X POST 'https://open.example.com/sms/send?appid={nn}&ts={epoch}' -H 'Content-Type: application/x-www-form-urlencoded' -d 'phone={phone}&name={name}&tpl={n}'
< HTTP/1.1 200 OK
< Server: nginx/{version}
{"code":0,"msg":"ok","bizId":"{sha}"}

# court zh
民事判决书
原告：{name}，男，汉族，住{addr}。公民身份号码：{id}。
委托诉讼代理人：{name:b}，{org}律师。
被告：{name:c}，女，住{addr:b}。
原告{name}与被告{name:c}民间借贷纠纷一案，本院立案受理后，依法适用简易程序公开开庭进行了审理。原告诉称：被告因生意周转，于{date}向原告借款{amount}元，原告通过银行转账至被告尾号8821的账户。
审判员　{name:d}
书记员　{name:e}

# court zh
询问笔录
时间：{date}{time}　地点：派出所办案区
询问人：{name}　记录人：{name:b}
被询问人：{name:c}　身份证号：{id}　户籍所在地：{addr}　现住址：{addr:b}　联系方式：{phone}
问：你把事情的经过讲一下。
答：昨晚{time}左右，我在小区门口停车，一辆车牌号为{plate}的白色轿车把我的车刮了，司机下来骂人，后来我报了警。
问：对方你认识吗？
答：不认识，后来才知道他叫{name:d}。

# court en
IN THE COUNTY COURT AT YORK
Claimant: {ename}
Defendant: {ename:b}
Witness statement of {ename:c}
1. I reside at {ukaddr} and make this statement in support of the claim.
2. At about {time} on {edate} I telephoned the defendant on {ukphone}.
3. I exhibit a copy of the e-mail received from {email}.
Signed: {ename:c}

# medical zh
检验报告单
姓名：{name}　性别：男　年龄：{n}岁　门诊号：{record}　科室：消化内科　床号：
标本：静脉血　送检医师：{name:b}　采样时间：{date} {time}
白细胞 6.{n} ×10^9/L　参考区间 3.5-9.5
血红蛋白 {nn} g/L　参考区间 130-175
丙氨酸氨基转移酶 {n} U/L
检验者：{name:c}　审核者：{name:d}

# medical zh
护士站交班：12床{name}今晨体温37.{n}，血压{nn}/{n}，已通知家属{name:b}（电话{phone}）；15床{name:c}拟明日出院，出院带药已备；20床新收患者{name:d}，医保卡号登记中，主诉腹痛{n}小时，值班医生{name:e}已查看。

# medical en
EMERGENCY DEPARTMENT NOTE
Patient: {ename}   DOB: {ebirth}   MRN: {record}
Chief complaint: chest pain for {n} hours.
HPI: {n}-year-old presents with substernal pressure radiating to the left arm. No prior cardiac history. Takes lisinopril 10 mg.
Next of kin: {ename:b}, {usphone}
Disposition: admitted to telemetry under Dr. {ename:c}.

# logistics zh
【顺丰速运】您有一票到付快件，运单{parcel}，寄件人{name}，电话{phone}。请凭取件码 {nn} 到{saddr}取件。

# logistics zh
装车清单　车牌：{plate}　司机：{name}　{phone}
1. 运单号{waybill}　收货人{name:b}　{phone:b}　{addr}　{n}件
2. 运单号{waybill}　收货人{name:c}　{phone:c}　{addr:b}　{n}件
3. 运单号{waybill}　收货人{name:d}　{phone:d}　{addr:c}　{n}件
合计体积{n}.{n}方，重量{nn}kg，到付{amount}元

# logistics en
BILL OF LADING
Shipper: {eorg}
Consignee: {ename}, {usaddr}
Notify party: {ename:b}, tel {usphone}
Container: {container}   Seal: {nn}
Gross weight: {nn} kg   Measurement: {n}.{n} CBM
Freight prepaid. Booked by {email}.

# logistics en
Delivery note: left with neighbour at {ukaddr}. Recipient {ename} did not answer {ukphone}. Driver will retry on {edate}. Parcel {parcel}.

# form zh-Hant
租屋申請書
申請人姓名：{twname}　性別：女
身分證字號：{twid}
出生年月日：民國{roc}
通訊地址：{twaddr}
行動電話：{twphone}　市內電話：{twtel}
電子郵件：{email}
緊急聯絡人：{twname:b}（{twphone:b}）

# form zh-Hant
掛號通知：{twname}小姐您好，您已預約{roc}心臟內科{n}號，看診醫師{twname:b}。如需取消請於前一日致電{twtel}。

# form zh-Hant
受款人　{twname}
身分證統一編號　{twid}
戶籍地址　{twaddr}
聯絡電話　{twphone}
茲領到出席費新臺幣{nn}元整。

# form zh-Hant
送貨單
客戶：{twname} 先生
地址：{hkaddr}
電話：{hkphone}
香港身份證：{hkid}
貨品：{product} 一部　請於{date}前送抵

# chat zh-Hant
阿明：欸下禮拜的聚餐你約{twname}了嗎
小芳：約了，他電話{twphone}，你再跟他確認時間
阿明：地點一樣是{twaddr}那家嗎
小芳：對，晚上{time}

# email mixed
Subject: RE: 合同盖章事宜 / contract signature
Hi {ename},

附件是盖好章的合同扫描件，原件今天用顺丰寄出（{parcel}）。The signed copy will go to {usaddr}. 收件人写的是您，电话 {usphone}。
如有问题请联系我或者 {name}（{phone}）。

Thanks & best regards,
{name:b}
{org}
E: {email}

# email mixed
大家好，
新同事 {ename} 下周一入职，base 在深圳，临时工位 {n}F-{nn}。她的邮箱是 {email}，手机 {phone}。Mentor 是{name}。请 IT 提前准备 laptop，MAC {mac} 需要加白名单。
HR {name:b}

# email en
Hello {ename},

Just a quick note to say that {ename:b} from accounts will be in touch about the reimbursement. Please send your IBAN; the one we have ({iban}) was rejected. Also, is {usaddr} still your home address?

Cheers,
{ename:c}
Sent from my phone

# email en
Hi team,

Please welcome {ename}, who joins us on {edate} as a data engineer. Before that, {ename} spent {n} years at {eorg}. Reach out at {email} or drop by desk {nn}. {ename:b} will be the onboarding buddy.

Thanks,
{ename:c}

# im zh
{name}邀请你加入群聊"{product}团购接龙"
#接龙
1. {name:b} {phone} 2份
2. {name:c} {phone:b} 1份
3. {name:d} {phone:c} 5份 送到{saddr}
4. 

# im zh
群公告：明天停水，{time}到{time}，请各位邻居提前储水。物业值班电话{tel}，维修师傅{name}手机{phone}。

# im en
[{time}] mike: anyone got {ename}'s number?
[{time}] zoe: yeah {usphone}, or just email {email}
[{time}] mike: ta. shipping the swag to {usaddr} right?
[{time}] zoe: yep, care of {ename:b}

# insurance zh
车险报案记录
报案人：{name}　报案电话：{phone}　被保险人：{name:b}
标的车：{plate}　车架号：{vin}　驾驶人：{name:c}　驾驶人证件号：{id}
出险地点：{addr}　出险经过：追尾三者车，无人伤
查勘员：{name:d}　{phone:b}　估损金额：{amount}元

# bank zh
尊敬的{name}先生/女士：您尾号为{nn}的储蓄卡于{date}{time}向{name:b}（账号{card}）转账人民币{amount}元，余额{amount}元。如非本人操作，请立即致电95588。

# bank zh
个人开户申请表
客户姓名 {name}　　拼音 略
证件类型 居民身份证　证件号码 {id}
手机号码 {phone}　单位名称 {org}　单位地址 {addr}
出生日期 {birth}　职业 教师
绑定卡号 {card}
经办柜员 {staff}　复核 {name:b}

# hotel zh
住宿登记：{name}，身份证{id}，{phone}，房号{nn}，{date}入住，{date}离店；同住人{name:b}，护照{passport}。押金{amount}元。

# school zh
关于录取{name}同学的通知
{name}同学（学号{student}，身份证号{id}）：经审核，你已被我校2025级软件工程专业录取，请于{date}前到校报到。通知书寄往：{addr}，收件电话{phone}。招生办老师：{name:b}。

# code mixed
// TODO({staff}): 线上用户 {name} 反馈登录不了，手机号 {phone}，临时放行
const WHITE_LIST = ['{phone:b}', '{email}'];
const conf = { host: '{ip}', user: 'root', password: '{password}' };

# config en
[database]
url = "{dsn}"
[aws]
access_key_id = {awskey}
[github]
token = {github}
[alerts]
on_call = {email}
phone = "{usphone}"

# log mixed
{stamp} [INFO ] OrderFacade.create req={"buyerName":"{name}","buyerMobile":"{phone}","addr":"{addr}","skuId":{nn},"cnt":{n}} cost={nn}ms
{stamp} [WARN ] RiskFilter hit rule=R{nn} uid={big} ip={ip} idcard={id}
{stamp} [ERROR] PushClient imei={imei} mac={mac} code={nn} traceId={uuid}

# log en
Oct 14 08:{n}:11 {host} sshd[{nn}]: Accepted publickey for deploy from {ip} port {nn} ssh2
Oct 14 08:{n}:12 {host} sudo: deploy : TTY=pts/0 ; COMMAND=/usr/bin/systemctl restart app
Oct 14 08:{n}:13 {host} app[{nn}]: user created email={email} phone={usphone} name="{ename}"

# review zh
客户拜访纪要
拜访对象：{org}采购部{name}经理（{phone}），陪同：{name:b}、{name:c}
要点：1）对{product}的报价有异议，希望再降{percent}；2）样品寄到{addr}，{name}收；3）下次沟通时间{date}。

# family zh
家谱摘录：{name}，生于{birth}，娶妻{name:b}，育有二子一女，长子{name:c}，次子{name:d}，女儿{name:e}远嫁福建。

# property zh
业主信息登记
房号 {n}-{nn}　业主 {name}　电话 {phone}　家庭成员 {name:b}、{name:c}
车位 B{nn}　车牌 {plate}　紧急联系人 {name:d} {phone:b}

# travel en
Passenger: {ename}
Booking reference: QX7{n}LP
Flight {flight} departing {edate} at {time}
Contact: {usphone} / {email}
Billing address: {usaddr}
Paid with card {card}.

# hr en
Reference for {ename}
To whom it may concern,
I supervised {ename} from 2019 to 2023 at {eorg}. {ename} was reliable and curious. You may call me on {usphone}.
{ename:b}
Head of Operations

# police en
Incident report. On {edate} at about {time}, officer {ename} spoke with {ename:b} (DOB {ebirth}) at {usaddr}. {ename:b} stated that a neighbor, {ename:c}, had damaged the fence. SSN given as {ssn}. No arrests were made.

# clean zh
判决如下：驳回原告的全部诉讼请求。案件受理费{nn}元，由原告负担。如不服本判决，可在判决书送达之日起十五日内向本院递交上诉状，并按对方当事人的人数提出副本，上诉于省高级人民法院。

# clean zh
温馨提示：体检前三天请清淡饮食，体检当日空腹，抽血后方可进食。糖尿病、高血压患者可携带药品，少量饮水送服。女性避开生理期。报告一般在{n}个工作日后领取，也可在公众号查询。

# clean zh
【取件通知】您的包裹已到驿站，取件码{n}-{n}-{nn}，请于今日20:00前取走，超期将退回。客服热线请见公众号菜单。

# clean zh
哈哈哈今天也太热了吧，刚从健身房出来，路上全是人。晚上吃火锅还是烤肉？我都行，反正别再吃麻辣烫了，上次拉了三天肚子😂

# clean zh
周末去爬山吗？听说山顶的日出特别好看，我们可以周五晚上出发，住一晚民宿。高铁票还有，二等座{nn}块。记得带厚衣服，山上只有{n}度。

# clean zh
物流时效说明：省内次日达，江浙沪皖隔日达，西藏、新疆、内蒙古等偏远地区{n}至{n}天。泡货按体积重量计费，公式为长×宽×高÷{nn}。运费险由平台承担，理赔单号形如{order}。

# clean zh
本院心血管内科开设于1985年，现有床位{nn}张，年门诊量{nn}万人次，开展冠脉介入、起搏器植入等技术。科室注重人才培养，高级职称医师占比{percent}，先后承担国家级课题{n}项。

# clean zh
老师讲解《红楼梦》时提到，贾府的衰败早有伏笔。课后作业：写一篇不少于{nn}字的读后感，下周三交。另外请预习高中语文必修三第{n}单元，包括古诗词三首和文言文两篇。

# clean zh-Hant
本店營業時間為每日上午十時至晚上九時，逢週一公休。凡購物滿新臺幣{nn}元即享免運優惠，退換貨請於七日內持發票辦理。訂單編號{order}，如有疑問歡迎透過線上客服查詢。

# clean zh-Hant
會議決議：一、通過上次會議紀錄；二、年度預算增列{amount}元；三、系統升級排定於{roc}進行，期間暫停服務四小時；四、下次會議時間另行通知。

# clean http
HTTP/1.1 304 Not Modified
Server: nginx/{version}
ETag: {etag}
Cache-Control: public, max-age={nn}
X-Trace: {uuid}
Content-Length: 0
Vary: Accept-Encoding, Accept-Language

# clean http
GET /static/js/chunk-{short}.{short}.js?v={epochms} HTTP/2
Host: cdn.example.net
Accept: */*
Referer: https://www.example.net/item/{big}.html
Sec-Fetch-Mode: no-cors
If-None-Match: {etag}

# clean en
ORDER. Upon consideration of the motion, and for good cause shown, it is hereby ordered that the motion to extend time is granted. The response shall be filed no later than {edate}. Failure to comply may result in dismissal. So ordered. Docket {nn}-cv-{nn}, Document {n}.

# clean en
Discharge instructions: rest for {n} days, drink plenty of fluids, and take the tablets with food. Return to the emergency department if fever exceeds 38.5 or if the wound becomes red. Do not drive while taking the medicine. Follow up in {n} weeks.

# clean en
lol did you see the game last night? can't believe they lost in overtime again. anyway brunch on sunday? that new place on the corner does great pancakes, {n} bucks for the stack

# clean en
Container {container} discharged at berth {n}, gate out {stamp}. Demurrage starts after {n} free days. Tariff item {nn}, HS code 8517.62, incoterm FOB Shanghai, vessel Ever Given, voyage {n}E.

# clean en
Python 3.{n} adds exception groups, faster startup and better error messages. The Black formatter and Ruff both support the new syntax. Install with pip install -U pip=={version}; the Windows installer is {n} MB. Guido announced the feature freeze on {edate}.

# clean mixed
Sprint {n} 复盘：完成 story {n} 个，velocity {n}，遗留 bug {n} 个（P0 已清零）。Blocker：CI pipeline 平均耗时 {n} min，flaky test 占 {percent}。Action：下个 sprint 拆分 monorepo，owner 待定，deadline {date}。

# clean mixed
错误日志：java.lang.NullPointerException: Cannot invoke "com.acme.order.OrderService.find(long)" because "this.service" is null
	at com.acme.order.OrderController.detail(OrderController.java:{nn})
	at sun.reflect.GeneratedMethodAccessor{nn}.invoke(Unknown Source)
traceId={uuid} 耗时 {nn}ms

# clean mixed
型号,规格,库存,单价,条码
KX-{nn},白色/128G,{nn},{amount},{isbn}
KX-{nn},黑色/256G,{nn},{amount},{isbn}
合计,,{nn},{amount},
`);
