/**
 * Short messages as people type them into a telephone: no forms, few marks, emoji, numbers in any written form. Written from life with
 * no look at a detector. A line is a message; the form of slots is that of `document-templates.ts`.
 *
 * @module
 */

export const chatTemplates: readonly string[] = `
我电话{mobile}，有事打我
新号码{mobile}存一下哈😊
打这个{mobile}找{name}就行
{name}的手机号是{mobile}
加我微信，手机号{mobile}同步的👍
在吗？我是{name}，上次拼车的那个
麻烦寄到{saddr}，{name}收，{mobile}
{name} {mobile} {saddr}
收货地址：{saddr} 收件人：{name} 电话：{mobile}
地址发你了，{saddr}，别送错了啊🙏
快递放门口吧，{saddr}
我搬家啦🏠 现在住{saddr}
导航到{saddr}，到了给我打电话{mobile}
姐，身份证号发我一下 → {id}
我的身份证{id}，你帮我买票吧🎫
买票信息：{name} {id}
{id} {name} 两张高铁票谢谢
身份证号是{id}，别外传哈
卡号{card}，户名{name}
转我工商银行{card}就行💰
钱打到{card}了吗？
我把银行卡号给你：{card}
有事发邮件{email}
邮箱{email}，简历发过来就行
发我邮箱吧 {email} 谢谢～
刚给{email}发了，你看看收到没
护照号{passport}，帮忙填一下签证表
我护照{passport}快到期了😭
车牌{plate}的车主麻烦挪一下车！！
谁的车啊 {plate} 堵门口了😡
我开车过去，车牌{plate}，帮登记一下
明天{name}和{name:b}一起来
{name}你到哪了？
听说{name}要结婚了🎉🎉
@{name} 看下群公告
问一下{name}老师，作业交到哪里
{name}今天请假，有事找{name:b}（{mobile}）
班长叫{name}，电话{mobile}
刚跟{name}通完电话，他说下周给答复
我妈叫{name}，身份证{id}，帮挂个号
我老公{name}，电话{mobile}，到时候他去接
孩子叫{name}，三年级的
房东{name}，手机{mobile}，房子在{saddr}
中介小哥{name}说{saddr}那套降价了
帮我查下{name}的快递，手机尾号不记得了，号码是{mobile}
这是客户{name}的资料 手机{mobile} 邮箱{email} 地址{saddr}
{name}，{mobile}，{email}
老师好，我是{name}的家长，电话{mobile}
美团骑手打不通{mobile}，你催下
订单收货人改成{name:b}，电话改{mobile:b}
我在{saddr}等你，快点⏰
定位不准，你直接搜{saddr}
晚上去{name}家吃饭不
跟{name}说一声，会议改到三点了
{name}生日快乐🎂
谢谢{name}！帮大忙了
报销打款：{name}，{card}，招行的
下单人{name}，{mobile}，要两箱苹果🍎
您好，我想预约，姓名{name}，电话{mobile}，身份证{id}
我叫{name}，今年大三
姓名:{name} 电话:{mobile} 地址:{saddr} 谢谢老板
老板我要退货，当时留的是{name} {mobile}
那个{name}又迟到了，服了😅
{name}推荐的餐厅真不错
已经加了{name}的微信
跟我妈说打{mobile}，原来那个号停了
他手机{mobile}，座机{tel}
wx同号{mobile}
call我{mobile}
`
  .trim()
  .split('\n');

/** Messages that hold nothing, though they look like it. */
export const cleanChatTemplates: readonly string[] = `
哈哈哈笑死我了😂😂😂
今天中午吃啥？黄焖鸡还是麻辣烫
好的好的，马上到
明天早上8点半集合，别迟到
周末去不去爬山？
这个多少钱？{amount}？太贵了吧
快递到了，取件码{n}-{n}-{nn}
验证码{nn}01，别告诉别人
订单号{order}，帮我查下到哪了
单号{parcel}
房间号{nn}，密码在前台
高铁G{nn}，{time}到
今天股票又跌了{percent}😭
步数破{nn}了💪
王者上分吗，差{n}颗星
在路上了，堵车，还有{n}公里
谢谢老师🙏
收到，辛苦了！
小王子这本书真好看
白云真好看，高山流水
马上就到，别催
周五之前给你，放心
方便的话发个定位
余额还剩{amount}，够用了
你看这个链接，打折{n}%
于是我就走了
温水服用，一天三次
老板说明年再涨工资
金色的那款没货了，白色的有
何时发货？都三天了
`
  .trim()
  .split('\n');
