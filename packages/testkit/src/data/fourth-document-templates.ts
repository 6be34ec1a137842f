/**
 * The fourth set of templates: how hospitals, courts, schools, insurers, travel agents, shops, neighbours and programs write.
 * Written from life with no look at a detector. The form is that of `document-templates.ts`, the slots those of `fourth-values.ts`.
 *
 * @module
 */
import { readTemplates } from './read-templates.ts';

export const fourthTemplates = readTemplates(String.raw`
# discharge zh
{hospital}出院记录
科别：骨科    病区：{n}病区    床号：{n}
姓名：{name}    性别：女    年龄：{n}岁    病案号：{record}
身份证号：{id}
现住址：{addr}
联系人：{name:b}（夫妻）    联系人电话：{phone}
入院时间：{clock}    出院时间：{clock}
入院情况：不慎跌倒致右髋部疼痛、活动受限{n}小时入院。
诊疗经过：完善相关检查，排除禁忌后在腰硬联合麻醉下行人工股骨头置换术，术程顺利，术后予抗凝、镇痛、康复锻炼。
出院医嘱：1. 继续服用利伐沙班10mg 每日一次；2. 避免深蹲、盘腿；3. 术后{n}周门诊复查。
主管医师：{name:c}        上级医师：{name:d}

# discharge zh
患儿{name}，{cbirth}生，因“发热伴咳嗽{n}天”由门诊收入院。家长{name:b}（母亲）陪护，手机{phone}。住院号{record}，医保卡号{medical}。入院后予雾化、补液等对症治疗，体温平稳{n}天，今日办理出院。随访电话{tel}。管床医生{name:c}，责任护士{name:d}。

# discharge en
Woodgrove General Hospital
Discharge letter to GP
RE: {ename}, DOB {ebirth}, NHS No: {nhs}
Address: {ukaddr}
Dear Dr {ename:b},
The above patient was admitted on {edate} under the care of Mr {ename:c} following an elective hernia repair. There were no complications. Sutures to be removed in {n} days at your surgery. The patient can be contacted on {ukphone}.
Yours sincerely,
{ename:d}
Ward Clerk

# discharge mixed
Patient: {pname} 先生    Hospital No. 住院号: {record}    Passport: {uspassport}
Diagnosis 诊断: acute appendicitis 急性阑尾炎
The patient was discharged on {edate}. 出院带药：头孢呋辛酯 0.25g bid × {n}天。
Emergency contact 紧急联系人: {ename}, {abroad}
Attending physician 主治医师: {name}

# claim zh
人身险理赔申请书
保单号：{policy}
被保险人：{name}  证件类型：身份证  证件号码：{id}
申请人：{name:b}  与被保险人关系：父子  手机号码：{phone}
联系地址：{addr}
申请项目：☑住院医疗  □重大疾病  □身故
领款人开户银行：{bank}  账户名：{name:b}  银行账号：{card}
本人声明以上填写内容真实无误。
申请人签名：{name:b}    日期：{date}

# claim zh
【紫金保险】{name}您好，您{date}提交的理赔申请（案件号{serial}）已结案，赔付金额{amount}元将于{n}个工作日内转入您尾号{nn}的账户。如有疑问请联系理赔专员{name:b}，电话{tel}。

# claim en
GRANITE PEAK MUTUAL - PROPERTY CLAIM FORM
Claim number: GP-{nn}-{nn}
Policyholder: {ename}
Loss location: {usaddr}
Daytime phone: {usphone}    E-mail: {email}
Social Security Number: {ssn}
Describe what happened: A pipe burst in the upstairs bathroom on {edate} and water came through the kitchen ceiling. My neighbor {ename:b} shut off the main valve and can be reached at {usphone:b}.
Adjuster assigned: {ename:c}

# claim zh
航班延误险 理赔材料清单（{date}收）
申请人{name}，{phone}，护照{passport}，航班{flight}，延误{n}小时；
申请人{name:b}，{phone:b}，身份证{id}，航班{flight}，取消。
以上两笔转{name:c}复核，赔款分别付至{card}、{card:b}。

# onboarding zh
主题：【入职通知】欢迎加入{org}
{name}，您好：
恭喜您通过我司面试！请于{date}上午9:30到以下地址报到：{addr}，联系人：人力资源部{name:b}，电话{phone}。
报到请携带身份证原件、离职证明、学历证书、{bank}储蓄卡复印件。您的工号为{staff}，邮箱为{email}，初始密码：{password}，首次登录请立即修改。
祝好！
人力资源部

# onboarding zh
员工信息登记表
姓名 | {name} | 出生年月日 | {birth}
政治面貌 | {political} | 婚姻状况 | {marital}
身份证号码 | {id}
户籍地址 | {addr}
现居住地址 | {addr:b}
手机号码 | {phone} | 微信号 | {wechat}
个人邮箱 | {email} | 工资卡号 | {card}
紧急联系人 | {name:b} | 联系电话 | {phone:b}

# onboarding en
Subject: Your first day at {eorg}

Hi {ename},

We're all set for {edate}. A few things we still need:
- a photo of your passport (number ending does not matter, but ours on file is {uspassport})
- your home address; HR has {auaddr}
- a phone number for emergencies. You listed {ename:b}, {abroad}
Your badge number is not printed yet. For anything else write to {email}.

{ename:c}
People Operations

# onboarding mixed
新人 checklist - {pname}
[x] 邮箱 {email}
[x] VPN 账号已开，临时密码 {password}，24h 内过期
[ ] 门禁卡：找行政 {name}，工号 {staff}
[ ] 电脑 MAC {mac} 加到白名单
[ ] buddy：{name:b}（{phone}）

# court zh
传 票
案号：{caseno}
案由：房屋租赁合同纠纷
被传唤人：{name}
住所：{addr}
传唤事由：开庭
应到时间：{date} {time}
应到处所：本院第{n}审判庭
审判员 {name:b}  书记员 {name:c}  联系电话 {tel}

# court zh
限制消费令
{caseno}
被执行人{org}，统一社会信用代码{uscc}，法定代表人{name}，公民身份号码{id}。
本院立案执行申请人{name:b}申请执行你单位买卖合同纠纷一案，因你单位未按执行通知书指定的期间履行生效法律文书确定的给付义务，本院依照有关规定，对你单位采取限制消费措施，限制你单位及法定代表人{name}不得实施乘坐飞机、列车软卧等高消费行为。

# court zh
公告
{name}：本院受理原告{name:b}诉你离婚纠纷一案，已审理终结。因你下落不明，现依法向你公告送达{caseno}民事判决书。自本公告发布之日起经过三十日即视为送达。特此公告。

# court zh
起诉状
原告：{name}，男，{birth}出生，汉族，户籍地{addr}，联系电话{phone}。
被告：{name:b}，女，{birth:b}出生，身份证号码{id}，住{addr:b}。
第三人：{org}，法定代表人{name:c}。
诉讼请求：一、判令被告返还借款本金{amount}元及利息；二、本案诉讼费由被告承担。
事实与理由：{date}，被告因购车向原告借款，经{name:d}介绍，双方签订借条一份，约定一年内还清，到期后经多次催讨未果。
此致
具状人：{name}

# school zh
小学一年级新生报名登记表
学生姓名：{name}  性别：男  出生日期：{cbirth}  身份证号：{cid}
户籍所在地：{addr}
家庭实际住址：{addr:b}
父亲：{name:b}  联系电话：{phone}
母亲：{name:c}  联系电话：{phone:b}
毕业幼儿园：区机关幼儿园  预防接种证：有

# school zh
关于学生转学的函
兹有我校八年级（3）班学生{name}，因父母工作变动，申请转入贵校就读。该生学号{student}，监护人{name:b}，电话{phone}，新住址{addr}。请予接收为盼。
教务处 经办人：{name:c}

# school mixed
Offer letter / 录取信息
Applicant: {pname}
Student ID 学号: {student}
Mailing address: {pyaddr}
E-mail: {email}
导师 supervisor: {name}教授
缴费截止 {date}，如有问题请致电 {tel}。

# school zh
家长群通知：各位家长，明天期中考试，请{name}、{name:b}、{name:c}三位同学带上补交的材料。另外{name:d}妈妈请回电{phone}，孩子有点发烧。

# travel zh
订单确认：您预订的{date} {train}次列车（杭州东—成都东）已出票
乘车人：{name} 证件号：{id} 05车{n}F号
乘车人：{name:b} 证件号：{id:b} 05车{n}D号
联系手机：{phone}
请持有效证件进站，开车前{n}分钟停止检票。

# travel en
E-TICKET ITINERARY RECEIPT
Booking reference {pnr}
Passenger {ticketname} MR    FOID: {passport}
Passenger {ticketname:b} MS    FOID: {passport:b}
{flight} XIAMEN - AMSTERDAM   Departs {time}  Economy  1PC
Form of payment: card {fcard}
Contact {abroad}  {email}

# travel zh
出团名单（昆大丽{n}日游，{date}发团）
序号 姓名 证件号码 电话
1 {name} {id} {phone}
2 {name:b} {id:b} {phone:b}
3 {name:c} {id:c}
导游：{name:d} {phone:c}  车号：{plate}  司机：{name:e}

# travel en
Hello from Tailspin Travel! Your villa at {auaddr} is confirmed from {edate} to {edate}. The host, {ename}, will meet you with the keys; text {abroad} when you land. Door code will be sent on the day. Guest names on file: {ename:b} and {pname}.

# visa en
APPLICATION FOR A SHORT STAY VISA
Full name (as in passport): {pname}
Date of birth: {ebirth}
Passport No.: {passport}
Home address: {pyaddr}
Telephone: {phone}
E-mail: {email}
Inviting person in the Member State: {ename}, {ukaddr}, {ukphone}

# visa zh
在职及收入证明
兹证明{name}（护照号码：{passport}，出生日期：{birth}）自2016年起在我公司工作，现任采购经理，月薪人民币{amount}元。我公司同意其于{date}至{date}赴新加坡旅游，所有费用由其本人承担。
负责人：{name:b}
电话：{tel}
地址：{addr}

# visa mixed
港澳通行/台胞/外国人证件登记
1) {twname}　台胞证号：{twpermit}　手机：{phone}
2) {twname:b}　港澳居民来往内地通行证：{permit}　HKID：{hkid}
3) {ename}　外国人永久居留身份证：{residence}　E-mail：{email}

# sms zh
【中通快递】您的快递{parcel}已由{name}（{mobile}）派送，请保持电话畅通。

# sms zh
【丰巢】{name}先生，您的{product}已放入{saddr}门口快递柜，取件码{nn}{n}，电话{mobile}为派件员电话。

# sms zh
【韵达】寄件提醒：{name:b}（{phone}）寄给您的包裹已揽收，收件地址：{addr}，收件人{name}，预计{date}送达。

# sms zh
【挪车服务】车主您好，您的爱车{plate}挡住了他人出行，请尽快挪车，联系电话：{phone}

# sms zh
[菜鸟] 家人{name}的包裹到站啦，凭{n}-{n}-{nn}到{saddr}领取，22:00前营业，站长{mobile}

# service zh
[{clock}] 智能客服：您好，请问有什么可以帮您？
[{clock}] 访客：转人工
[{clock}] 客服2{nn}：您好，很高兴为您服务
[{clock}] 访客：我{date}买的{product}到现在还没发货，订单{order}
[{clock}] 客服2{nn}：请提供一下收件人和手机号核实
[{clock}] 访客：{name} {phone}
[{clock}] 客服2{nn}：地址是{addr}对吗？
[{clock}] 访客：不对，搬家了，改成{addr:b}
[{clock}] 客服2{nn}：已修改，谢谢您的耐心等待

# service zh
坐席：您好，{bank}信用卡中心，请问是{name}女士吗？
客户：是的，什么事
坐席：您{date}有一笔境外交易{amount}元，请问是本人操作吗？核对一下您的证件号后四位
客户：不是我刷的！卡号是{card}，你帮我马上冻结
坐席：好的，新卡寄到哪里？
客户：{addr}，电话{phone}，家里没人就放物业
坐席：已登记，工单号{serial}

# service en
Agent: Thanks for contacting Contoso Health. May I have your full name and date of birth?
Customer: {ename}, {ebirth}
Agent: And the card you'd like to remove?
Customer: {fcard}, security code {cvv}
Agent: Thank you. I also see {usphone} on the account. Is that current?
Customer: No, please use {usphone:b} and send letters to {usaddr}
Agent: Done. Your reference is {order}.

# service zh
投诉内容：用户{name}来电（{phone}）反映宽带月底被停机，要求赔偿。用户地址：{addr}。SIM卡ICCID：{iccid}。处理意见：已由{name:b}回访，用户表示满意，{date}结案。

# minutes zh
党支部会议记录
时间：{date} {time}    地点：三楼小会议室
主持：{name}    记录：{name:b}
应到{n}人，实到{n}人，缺席：{name:c}（出差）
议题：1. 学习文件；2. 讨论{name:d}同志转正事宜。
{name:d}宣读转正申请。介绍人{name:e}、{name}先后发言，认为该同志工作踏实。表决结果：全票通过。

# minutes zh
项目周会纪要（第{n}期）
参会：{name}、{name:b}、{name:c}、{name:d}
1. 支付模块联调延期，原因是上游接口未提供，{name:b}跟进，周三前给出排期。
2. 压测环境由{name:c}负责搭建，机器 {ip}、{ip:b} 已申请。
3. 客户现场的问题请{name:d}出差处理，现场对接人{name:e}，手机{phone}。
下次会议：{date}

# minutes en
Minutes of the residents' association, {edate}
Present: {ename} (chair), {ename:b}, {ename:c}, {ename:d}
Apologies: {ename:e}
1. Parking. {ename:b} reported that the council had not replied.
2. Lift repair. Quotes to be sent to {email} by the end of the month.
3. AOB. The keys to the bin store are with {ename:c} at {ukaddr}.

# wire zh
付款指令
收款人名称：{org}
收款人账号：{account}
开户行：{bank}西湖支行
金额：人民币{amount}元整
用途：{product}采购款，合同号{order}
经办：{name}  复核：{name:b}  授权：{name:c}
如有疑问请致电{tel}

# wire en
WIRE TRANSFER INSTRUCTIONS
Beneficiary: {ename}
Beneficiary address: {ukaddr}
IBAN: {iban}
Bank: {eorg}
Amount: EUR {amount}
Reference: invoice {order}
Please confirm by phone with {ename:b} on {ukphone} before sending. Never act on changed bank details received by e-mail alone.

# wire zh
转账回单
付款人户名：{name}　付款账号：{card}
收款人户名：{name:b}　收款账号：{card:b}
交易金额：{amount}　交易时间：{clock}
电子回单号：{serial}　附言：房租

# wire mixed
请财务今天付两笔：
① 退 {name} 押金 {amount}，卡号 {card}，{bank}
② 付 {ename} 顾问费，IBAN {iban}，附言写 consulting {edate}
付完截图发我邮箱 {email}，谢谢！{name:b}

# lease zh
房屋出租合同（续签）
甲方（房东）：{name}，身份证 {id}，电话 {phone}
乙方（租客）：{name:b}，身份证 {id:b}，电话 {phone:b}
房屋坐落：{addr}
租金：每月 {amount} 元，每季度首月 5 日前付至甲方 {bank} 卡 {card}。
水表底数 {nn}，电表底数 {nn}，燃气表底数 {nn}。
违约方应支付相当于{n}天租金的违约金。

# lease en
RESIDENTIAL TENANCY AGREEMENT
Landlord: {ename}
Tenant(s): {ename:b} and {ename:c}
Property: {ukaddr}
Rent: GBP {amount} per calendar month, payable to account IBAN {iban}
Guarantor: {ename:d}, {ukphone}, {email}
The Tenant shall not keep pets without the written consent of the Landlord.

# lease zh
业主直租 非中介勿扰
{saddr}，两室一厅，南北通透，精装修拎包入住，地铁口{n}米，月租{nn}，押一付三。
看房联系{name}，{phone}（微信{wechat}）

# property zh
房源委托书
委托人{name}（身份证号{id}）系{addr}房屋的所有权人，现委托{name:b}代为办理该房屋出售、签约、过户、收取房款等事宜。
委托人电话：{phone}　受托人电话：{phone:b}
受托人收款卡号：{card}

# property zh
物业费催缴通知单
{name}业主：您位于{saddr}的房屋自{date}起尚欠物业服务费{amount}元，请于收到本通知{n}日内缴清。物业前台{tel}，收费员{name:b}。

# property en
Just listed: {usaddr}. 3 bed, 2 bath, newly renovated kitchen, fenced yard, {nn} sq ft. Offered at USD {amount}. Call {ename} at {usphone} or email {email} for a private showing. Open house Sunday 1-3 pm.

# vehicle zh
机动车交通事故责任强制保险单
保险单号：{policy}
被保险人：{name}    身份证号：{id}
号牌号码：{plate}    机动车种类：客车    使用性质：非营运
发动机号：{engine}    识别代码（车架号）：{vin}
保险期间：自{date}零时起至{date}二十四时止
业务员：{name:b}    联系电话：{phone}

# vehicle zh
【交管12123】{name}，您的小型汽车{plate}于{clock}在解放路口实施机动车违反禁止标线指示的违法行为，已被记录，罚款200元，记1分。

# vehicle zh
二手车转让协议
卖方：{name}，{phone}，身份证{id}
买方：{name:b}，{phone:b}，身份证{id:b}
车辆：大众牌，车牌号{plate}，VIN {vin}，发动机号码{engine}，表显里程{n}.{n}万公里
成交价{amount}元，买方付至卖方账户{card}。过户前一切违章由卖方承担。

# vehicle zh
事故快处：对方车{plate}，司机{name}，电话{phone}，驾驶一辆黑色越野车追尾。我方{plate:b}，{name:b}驾驶。双方协商一致，对方全责，保险报案号{serial}，定损员{name:c}。

# report en
{"timestamp":"{stamp}","level":"error","service":"checkout","message":"PSP declined","context":{"customer":{"name":"{ename}","email":"{email}","phone":"{usphone}"},"card":{"number":"{fcard}","cvv":"{cvv}"},"ip":"{ip}","order":"{order}"},"release":"{version}","trace_id":"{md}"}

# report mixed
Sentry Issue #{nn}: TypeError: Cannot read properties of undefined (reading 'list')
  at OrderPage.render (webpack:///./src/pages/order.tsx:{nn}:{n})
user.ip_address: {ip}
request.body: {"contactName":"{name}","contactMobile":"{mobile}","certificateNo":"{id}","detailAddress":"{addr}"}
request.headers.authorization: Bearer {jwt}
device: Xiaomi 13, IMEI {imei}
event_id: {md}

# report zh
【崩溃上报】版本 {version}（build {build}）
设备型号：HUAWEI Mate 60，IMEI：{imei}，IMSI：{imsi}
广告标识 IDFA：{idfa}
网络：WLAN，本机IP {ip}，MAC {mac}
定位经纬度：{geo}
用户反馈：点击提交按钮闪退，我的手机号是{phone}，请尽快修复
堆栈：java.lang.IllegalStateException: Fragment not attached to a context.

# report en
[{stamp}] production.ERROR: SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry '{email}' for key 'users_email_unique' (SQL: insert into users (name, email, phone, created_at) values ({ename}, {email}, {usphone}, {clock}))
[{stamp}] production.INFO: retry in {n}s, queue=default, job={uuid}

# cluster en
$ kubectl get pods -o wide -n payment
NAME                       READY   STATUS             RESTARTS   AGE    IP             NODE
checkout-{pod}   1/1     Running            0          {n}d    {ip}   node-{n}
ledger-{pod}     0/1     CrashLoopBackOff   {n}         {n}h    {ip:b}   node-{n}
$ kubectl logs ledger-{pod} -n payment --tail=3
{stamp} FATAL cannot connect: {dsn}
{stamp} INFO  exiting with code 1

# cluster en
Run docker/login-action@v3
  with:
    registry: ghcr.io
    username: ci-bot
    password: {github}
##[error]Error response from daemon: Get "https://ghcr.io/v2/": denied
Run npm publish --tag next
npm notice version {version}
npm ERR! //registry.npmjs.org/:_authToken={npm}
npm ERR! code E403

# cluster en
apiVersion: v1
kind: Secret
metadata:
  name: billing-credentials
type: Opaque
stringData:
  STRIPE_SECRET_KEY: {stripe}
  OPENAI_API_KEY: {openai}
  DATABASE_URL: {dsn}
  ADMIN_EMAIL: {email}

# cluster mixed
stage: deploy  runner: shell-{n}  耗时 {n}s
+ export AWS_ACCESS_KEY_ID={awskey}
+ export AWS_SECRET_ACCESS_KEY={awssecret}
+ helm upgrade --install api ./chart --set image.tag={short}
Error: UPGRADE FAILED: timed out waiting for the condition
请联系值班同学 {name} {phone}

# cluster en
$ git push https://gitlab.example.com/infra/terraform.git
remote: GitLab: You are not allowed to push code to protected branches on this project.
remote: token used: {gitlab}
$ ssh-add - <<< "
{pem}
"
Identity added. Host {ip} ({ipv}) added to known hosts.

# dump mixed
-- MySQL dump 10.13  Distrib 8.0.{n}, for Linux (x86_64)
LOCK TABLES t_customer WRITE;
INSERT INTO t_customer VALUES ({n},'{name}','{id}','{mobile}','{addr}','{email}','{clock}'),({n},'{name:b}','{id:b}','{mobile:b}','{addr:b}','{email:b}','{clock}');
UNLOCK TABLES;
-- Dump completed on {clock}

# dump mixed
COPY public.patients (pid, xm, csrq, sfzh, lxdh, jtzz) FROM stdin;
{nn}	{name}	{birth}	{id}	{mobile}	{addr}
{nn}	{name:b}	{birth:b}	{id:b}	{mobile:b}	{addr:b}
\.

# dump en
INSERT INTO employees (emp_no, full_name, birth_date, ssn, home_address, work_email) VALUES
  ('{staff}', '{qname}', '{ebirth}', '{ssn}', '{usaddr}', '{email}'),
  ('{staff:b}', '{qname:b}', '{ebirth:b}', '{ssn:b}', '{usaddr:b}', '{email:b}');

# dump mixed
mysql> SELECT id, owner_name, plate_no, vin, mobile FROM vehicle LIMIT 2;
+-------+------------+-----------+-------------------+-------------+
| id    | owner_name | plate_no  | vin               | mobile      |
+-------+------------+-----------+-------------------+-------------+
| {nn}  | {name}     | {plate}   | {vin}             | {mobile}    |
| {nn}  | {name:b}   | {plate:b} | {vin:b}           | {mobile:b}  |
+-------+------------+-----------+-------------------+-------------+
2 rows in set (0.0{n} sec)

# csv zh
序号,会员姓名,手机号码,身份证号,收货地址,会员等级,积分
1,{name},{mobile},{id},{addr},金卡,{nn}
2,{name:b},{mobile:b},{id:b},{addr:b},银卡,{nn}
3,{name:c},{mobile:c},{id:c},{addr:c},普通,{nn}

# csv en
order_id,ship_name,ship_address,ship_phone,buyer_email,sku,qty
{order},{ename},"{usaddr}",{usphone},{email},{sku},{n}
{order},{ename:b},"{usaddr:b}",{usphone:b},{email:b},{sku},{n}
{order},{pname},"{pyaddr}",{phone},{email:c},{sku},{n}

# csv mixed
StudentNo;Name;DOB;Guardian;Mobile
{student};{name};{cbirth};{name:b};{mobile}
{student:b};{name:c};{cbirth:b};{name:d};{mobile:b}
{student:c};{name:e};{cbirth:c};{name:f};{mobile:c}

# csv zh
工号	姓名	部门	入职日期	开户行	工资卡号	实发
{staff}	{name}	市场部	{date}	{bank}	{card}	{amount}
{staff:b}	{name:b}	研发中心	{date}	{bank}	{card:b}	{amount}
{staff:c}	{name:c}	财务部	{date}	{bank}	{card:c}	{amount}

# wiki mixed
## 值班安排

| 周次 | 主值班 | 电话 | 备份 |
|---|---|---|---|
| W{n} | {name} | {phone} | {name:b} |
| W{n} | {name:c} | {phone:b} | {name:d} |

**告警机器人**：{feishu}
跳板机 {ip}，登录问题找 {name}。

# wiki zh
## 测试账号汇总

- 实名账号：{name} / {id} / {phone}
- 绑定银行卡：{card}（{bank}）
- 后台地址见导航页，密码：{password}
- 钉钉机器人 access_token={dingtalk}

> 请勿在生产环境使用，过期联系 {name:b}

# wiki en
## Vendor contacts

* Hosting: {ename}, {email}, {abroad}
* Legal: {ename:b} ({email:b})
* Office: {ukaddr}

### How to rotate keys

1. Revoke the old key (currently {google}).
2. Ask {ename:c} to approve.

# config en
server:
  port: 8443
spring:
  datasource:
    username: root
    password: {password}
  mail:
    username: {email}
  redis:
    host: {ip}
wechat:
  appid: wx{short}{short}aa
  app-secret: {wxsecret}
tencent:
  cos:
    secret-id: {tencent}

# config mixed
; 生产环境配置，改动前联系 {name} {phone}
[oss]
endpoint = oss-cn-hangzhou.aliyuncs.com
access_key_id = {aliyun}
bucket = mall-static
[gateway]
api_key = {key}
upstream = {ip}:8080,{ip:b}:8080

# config en
export ANTHROPIC_API_KEY="{anthropic}"
export SLACK_BOT_TOKEN='{slack}'
export DATABASE_URL="{dsn}"
export ALERT_EMAIL={email}
export LOG_LEVEL=debug

# config mixed
{
  "notify": { "receiver": "{name}", "mobile": "{mobile}", "email": "{email}" },
  "mysql": { "host": "{ip}", "port": 3306, "user": "app", "password": "{password}" },
  "retry": {n}
}

# thread mixed
On {edate}, {ename} wrote:
> Could you send me the updated list of attendees?
> {ename}
> {eorg} | T {abroad} | {email}

Hi, 名单如下：
{name} {phone}
{name:b} {phone:b}
会场地址：{addr}

{name:c}
市场部 | {org}
手机：{phone:c}

# thread zh
发件人：{name} <{email}>
发送时间：{clock}
收件人：{name:b} <{email:b}>；抄送：{name:c} <{email:c}>
主题：答复: 样品寄送

{name:b}你好，样品昨天已发出，单号{parcel}，寄到{addr}，收件人写的{name:c}。

----- 原始邮件 -----
发件人：{name:b} <{email:b}>
请把样品寄一份给我们，电话{tel}，谢谢。

# thread en
From: {ename} <{email}>
To: {ename:b} <{email:b}>
Cc: {pname} <{email:c}>
Subject: RE: RE: visit to the plant

{ename:b},

I've booked a driver. His name is {ename:c} and his number is {abroad}. The hotel is at {pyaddr}.

Regards,
{ename}
Sales Director, {eorg}
{usaddr}

# forum zh
楼主：买了套{saddr}的二手房，原房东{name}拖着不迁户口怎么办？电话{phone}打了也不接。
1楼：走法律途径吧，判决下来强制执行
2楼：我也遇到过，房东叫{name:b}，最后赔了违约金
3楼：建议先打12345，{line}
楼主回复1楼：谢谢，律师{name:c}也是这么说的

# forum en
Posted by vintage_fan_{n} on {edate}
Selling my old amp, pickup only at {usaddr}. Text {usphone} after 6. Cash, or crypto to {coin}. No lowballs please.
> Is it still available?
Sorry, sold to {ename} this morning.

# forum zh
【曝光】骗子！此人自称{name}，QQ {qq}，微信{wechat}，手机{phone}，收款账户{card}，收了我{amount}元定金就拉黑，大家小心。警方已立案，案件编号{serial}。

# wechat zh
{name}：@所有人 明天团建集合地点{saddr}，早上8点，开车的把车牌报一下
{name:b}：{plate}
{name:c}：我坐{name:b}的车
{name:d}：{plate:b}，还能带两个人
{name}：好，司机电话{phone}，找不到路打给他

# wechat zh
{name}：各位邻居，我家猫丢了，橘色的，住{saddr}，看到请打{phone}🙏
{name:b}：昨晚好像在地下车库看到过
{name:c}：问问保安{name:d}，他值夜班
{name}：好的谢谢🌹

# wechat zh
接龙 团{product}，{amount}一份
1. {name} {saddr} 2份
2. {name:b} {saddr:b} 1份 {phone}
3. {name:c} {saddr:c} 3份
付款后备注楼号，有问题找团长{name:d}（{phone:b}）

# wechat zh
妈，我新办的卡，{bank}，{card}，户名写我名字{name}，别写错了。学校地址{addr}，东西寄{name:b}老师收，她电话{phone}。我这个月流量超了，有事发邮件{email}。

# letter zh-Hant
{twname}先生台鑒：
茲通知　閣下於本行申請之信用卡業已核准，卡片將以掛號寄至{twaddr}。如資料有誤，請於{roc}前電洽{twphone}，或來信{email}。
敬頌
時綏
信用卡部　{twname:b}　謹啟

# letter zh-Hant
致：{twname}女士
地址：{hkaddr}
有關：租約續期事宜
閣下現時租用之單位租約將於{date}屆滿，請與本公司職員{twname:b}（電話：{hkphone}）聯絡。請出示香港身份證（{hkid}）及近三個月住址證明。
此致
物業管理部

# letter zh-Hant
澳門居民身份證持有人{twname}（編號：{moid}），現居{moaddr}，聯絡電話{mophone}，茲授權{twname:b}代辦學費津貼申請手續。
授權人簽署：{twname}
{date}

# letter zh-Hant
勞動契約書
甲方：宏碩精密股份有限公司
乙方：{twname}　身分證字號：{twid}　戶籍地址：{twaddr}
乙方自{roc}起受僱於甲方，擔任工程師乙職，薪資匯入乙方帳戶。緊急聯絡人：{twname:b}，電話{twphone}。

# slack mixed
{pname}  {time}
guys 线上又报警了，payment-svc 的 pod 一直 OOM，IP 是 {ip}
{ename}  {time}
looking. who owns this? cc {name}
{pname}  {time}
owner 是 {name}，他今天 OOO，urgent 的话打他手机 {phone}
{ename}  {time}
ok, rolled back to {version}. postmortem doc 我来写

# slack mixed
#proj-overseas
{name}: 客户 {ename} 要求把 invoice 发到 {email}，billing address 是 {auaddr}，帮忙 update 一下 CRM
{name:b}: done ✅ 顺便他的 contact number 改成 {abroad} 了
{name}: thx! 还有 token 贴错 channel 了：{slack}，麻烦 rotate

# slack en
{ename}: heads up, someone committed a key to main: {openai}
{ename:b}: revoking now. whose is it?
{ename}: git blame says {pname}, {email}
{ename:b}: pinged on {abroad}, no answer yet

# textable zh
某街道独居老人走访台账（{date}）
--------------------------------------------------------------
姓名      年龄  住址                       联系电话       走访人
--------------------------------------------------------------
{name}    {n}    {saddr}    {phone}    {name:b}
{name:c}    {n}    {saddr:b}    {phone:b}    {name:b}
{name:d}    {n}    {saddr:c}    {phone:c}    {name:e}
--------------------------------------------------------------
备注：{name:c}子女在外地，紧急联系{name:f} {phone:d}

# textable en
Name                     Extension   Mobile               Birthday
------------------------------------------------------------------
{ename}        {nn}        {ukphone}        {ebirth}
{ename:b}        {nn}        {abroad}        {ebirth:b}
{pname}        {nn}        {phone}        {ebirth:c}

# textable zh
┌────────┬──────────────┬────────────────────┐
│ 持卡人 │ 开户行 │ 卡号 │
├────────┼──────────────┼────────────────────┤
│ {name} │ {bank} │ {card} │
│ {name:b} │ {bank} │ {card:b} │
└────────┴──────────────┴────────────────────┘
制表：{name:c}　复核：{name:d}

# ocr zh
姓 名 {sname}
性 别 女 民 族 汉
出 生 {birth}
住 址 {addr}
公民身份号码 {ocrid}

# ocr zh
收 货 单   N o . {serial}
收 货 人 ： {sname}      电 话 ： {ocrphone}
地 址 ： {addr}
品 名 ： {product}   数 量 ： {n}   金 额 ： {amount}
经 手 人 ： {sname:b}

# ocr mixed
中 华 人 民 共 和 国 机 动 车 行 驶 证
号牌号码 Plate No.  {plate}
所 有 人 Owner  {name}
住 址 Address  {addr}
车辆识别代号 VIN  {vin}
发动机号码 Engine No.  {engine}

# ocr en
RECEI PT   No  {serial}
Recei ved from :  {ename}
Ad dress :  {usaddr}
Tel :  {usphone}
Am ount :  {amount}   Ca sh [x]  Che que [ ]

# telecom zh
开户业务受理单
客户名称：{name}　证件号码：{id}　联系电话：{phone}
装机地址：{addr}
选号：{phone:b}　ICCID：{iccid}
光猫MAC：{mac}　分配IPv6：{ipv}
受理员工号：{staff}　　受理时间：{clock}

# telecom zh
通话详单（本机{mobile}，机主{name}）
{clock}  主叫  {mobile:b}  {n}秒
{clock}  被叫  {mobile:c}  {n}秒
{clock}  主叫  {tel}  {nn}秒
基站位置 {geo}

# telecom mixed
[{clock}] AAA accounting start user-mac={mac} framed-ip={ip} framed-ipv6={ipv} imsi={imsi} msisdn={mobile}
[{clock}] AAA accounting stop user-mac={mac} framed-ip={ip} bytes-in={serial} cause=Lost-Carrier
[{clock}] 用户侧 DHCP 续租失败，联系装维 {name} {phone}

# civil zh
村民建房申请表
申请人：{name}　身份证号码：{id}　家庭人口：{n}
现住址：{addr}
四邻签字：东：{name:b}　西：{name:c}　南：{name:d}　北：{name:e}
村委会意见：同意上报　村主任：{name:f}　{date}

# civil zh
婚礼邀请：谨定于{date}为小女{name}与{name:b}先生举行结婚典礼，席设{saddr}，恭请光临。{name:c} {name:d} 敬邀　联系{phone}

# civil zh
寻物启事
本人于{date}在公交车上遗失黑色钱包一个，内有{name}的身份证（{id}）、军官证（{officer}）、银行卡（{card}）。拾到者请与{phone}联系，当面酬谢。

# civil en
Parking permit application
Applicant: {ename}    NRIC: {nric}
Vehicle owner: {ename:b}
Phone: {abroad}    Email: {email}
Date of birth: {ebirth}

# tender zh
投标文件 法定代表人授权委托书
本人{name}系{org}（统一社会信用代码：{uscc}）的法定代表人，现委托{name:b}（身份证号：{id}，手机：{phone}）为我方代理人，以我方名义签署、澄清、递交投标文件。
开户银行：{bank}　账号：{account}
传真：{tel}　电子邮箱：{email}

# tender zh
中标候选人公示
第一中标候选人：{org}，项目经理：{name}，投标报价：{amount}万元
第二中标候选人：{org}，项目经理：{name:b}，投标报价：{amount}万元
招标人联系人：{name:c}　电话：{tel}　地址：{addr}
公示期{n}日，异议请以书面形式提出。

# tender mixed
Supplier registration 供应商登记
Company: {eorg} / {org}
USCC 统一社会信用代码: {uscc}
Contact person 联系人: {pname} 
Mobile 手机: {phone}    E-mail: {email}
Office address: {pyaddr}
Bank account 账号: {account}

# donation zh
爱心捐款公示（{date}）
{name} {amount}元；{name:b} {amount}元；{name:c} {amount}元；{name:d} {amount}元；好心人 50元
受助人：{name:e}，{n}岁，住{addr}，监护人{name:f}（{phone}），善款已汇至{card}。

# donation en
Dear {ename},
Thank you for your gift of GBP {amount}. We will write to you at {ukaddr} with a receipt. If you would rather hear from us by e-mail ({email}) or by phone ({ukphone}), let us know.
{ename:b}
Fundraising Manager

# donation zh
献血登记：{name}，男，身份证{id}，血型O，本次献血{n}0毫升，手机{phone}，采血护士{name:b}，献血证寄往{addr}。
`);
