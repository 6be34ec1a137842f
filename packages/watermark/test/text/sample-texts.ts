/** Two kilobytes of English: what a company might not want to find outside. */
export const english = `Dear colleagues, as most of you have heard by now, the board decided last week to move the launch of the new payment
terminal from spring to late autumn. There were three reasons for that, and I want you to know them before you read about them
somewhere else. First, the supplier of the secure element told us that the second production run failed its certification, and
nobody can promise a date for the third. Second, two of our largest customers asked us to support the older protocol for another
year, which means that our engineers will have to keep both branches alive and test every change twice. Third, and this is the
point that hurts most, the price that we had agreed with the assembly plant does not hold any longer, because copper and freight
have become more expensive than anybody expected. We looked at several ways out. One was to ship a smaller model without the
contactless reader, but the sales people showed us convincingly that no shop would want it. Another was to raise the price by
eleven percent, and to explain it openly. In the end we chose to wait, to use the time for the software, and to come to the market
with something that nobody has to apologise for. What does it mean for you? The teams in the north keep their budget and their
people. The team in the south will help with the old protocol until summer, then go on with the work on refunds. Travel remains
restricted, and open positions are filled only after a talk with me. Please do not discuss any of this with partners or with the
press. There will be a short announcement once the contracts are signed, and until then every word of it stays inside. If somebody
calls and seems to know more than they should, write down what was said and tell the legal department the same day. I know that
this is not the letter you hoped for. Thank you for your patience, and for the work that you have put into a product which, I am
still convinced of it, will be the best of its kind when people hold it in their hands at last. With kind regards, Martha.`;

/** One kilobyte of Chinese in UTF-8. */
export const chinese = `各位同事：经董事会研究决定，原定于明年春季发布的新一代支付终端，将推迟到秋末上市。原因主要有三点：第一，安全芯片供应商第二批产品未能通过认证，重新送检的时间尚无法确定；第二，两家重要客户要求我们继续支持旧版协议一年，研发部门必须同时维护两个分支；第三，组装厂报价大幅上涨，铜价和运费都超出了预期。我们讨论过几种办法：推出不带感应功能的简化机型，但销售部门认为商户不会接受；也考虑过涨价百分之十一，并向客户公开说明。最后大家一致认为，不如利用这段时间把软件做好，拿出真正有竞争力的产品。北方团队的预算和人员保持不变，南方团队协助旧协议的工作到夏天，随后转入退款项目。在合同签订之前，请不要向合作伙伴和媒体透露任何消息！如果有人打听，请记录下来并当天报告法务部。`;

/** More Chinese, with much punctuation. */
export const dialogue = `「小王，报表发出去了吗？」经理问道：「客户等着看呢，别再拖了！」小王回答：「发了，昨天晚上就发了；不过，（他压低声音）第三季度的数字有误，需要更正。」经理皱起眉头：「误差多少？影响大吗？」「不大，（他翻开笔记本）差了百分之二左右；但是，如果不更正，审计一定会发现。」「那就马上改，改完抄送财务部！」经理说，「另外，下周去深圳的机票，订好了吗？」「订好了，周三上午出发，周五晚上返回；酒店也订了，离会场很近，走路五分钟。」「好，辛苦了！记得带上样品，还有合同，（两份都要）千万不能忘！」小王点头，收拾东西，关上灯，锁好门，慢慢走下楼去：外面下着雨，他没有带伞。`;

/** One kilobyte of each of other genres, none of them written for what the channels need. */
export const genres: Readonly<Record<string, string>> = {
  news: `本报讯（记者 林然）入秋以来最强冷空气昨夜抵达江南，沿江八市气温骤降十度以上，多地发布大风蓝色预警。气象台预计，今明两天仍有小到中雨，周四起转晴，早晚温差加大，最低气温将跌至 6℃ 左右。受大风影响，轮渡公司昨晚 8 时起停航，约 1200 名旅客改乘地铁过江；机场取消航班 37 架次，延误 52 架次。菜价也随之波动：农贸市场里，菠菜每斤 5.8 元，比上周贵了 1.2 元；萝卜、白菜货源充足，价格平稳。“今年下得早，棚里的苗得赶紧盖膜。”种了二十年菜的周师傅说。供热企业表示，锅炉检修已全部完成，如果连续五天平均气温低于 5℃，将提前供暖。交管部门提醒：雨天路滑，请市民减速慢行，尽量选择公共交通出行。学校方面，城区中小学照常上课，体育课改在室内；郊区两所寄宿学校把周五的放学时间提前了一小时，方便家长接送。`,
  dialogue: `“喂，妈，你到哪儿了？”“刚下车，人多，挤得很。”“别急，我在出站口，穿红衣服，看见没有？”“没看见……哦，看见了，看见了！你瘦了。”“哪有！走，先吃饭，饿坏了吧？”“不饿，车上吃了个馒头。给你带了腊肉，还有你爱吃的豆腐干。”“哎呀，这么沉，你怎么拿得动？给我，给我。”“小心，别洒了，里头有一罐汤。”“汤？坐了九个小时的车，你带汤？”“你爸熬的，熬了一宿，说城里买不到这味儿。”“他腰好点没有？”“好多了，能下地了。就是嘴硬，不肯去医院。”“那过年我回去，押着他去。”“真的？几号放假？”“还没定，二十八吧，最晚二十九。”“好，好！我回去就告诉他，他准高兴。走吧，天黑了，你住得远不远？”“不远，三站地铁，走！”“慢点，我腿跟不上你。”“那咱打车？”“打什么车，贵！走，走着暖和。”`,
  contract: `第三条 交付与验收。乙方应于收到预付款之日起四十五日内，将设备运至甲方指定地点，运费及保险费由乙方承担。甲方应在到货后十日内完成验收；逾期未提出书面异议的，视为验收合格。第四条 价款与支付。合同总价为人民币 860,000 元（大写：捌拾陆万元整），分三期支付：签约后支付百分之三十，验收合格后支付百分之六十，余款作为质保金，于质保期满后七日内无息返还。第五条 违约责任。任何一方迟延履行的，每迟延一日，应按未履行部分价款的万分之五支付违约金，但累计不超过总价的百分之十；迟延超过三十日的，守约方有权解除合同并要求赔偿损失。第六条 保密。双方对履约过程中知悉的对方商业秘密负有保密义务，该义务在合同终止后三年内继续有效。第七条 争议解决。因本合同发生的争议，双方应协商解决；协商不成的，向甲方所在地人民法院起诉。`,
  minutes: `会议时间：11 月 3 日下午 2:30；地点：三楼 302 会议室；主持：赵工；记录：小孟；缺席：一人（出差）。一、上次会议事项回顾：1. 仓库搬迁已完成；2. 条码打印机仍未到货，采购部本周五前催办；3. 系统接口联调延期，原因是供应商人员变动。二、讨论内容：（1）年底盘点时间定为 12 月 20 日至 22 日，期间停止出入库，各部门提前备料。（2）新员工培训改为线上加实操，每批不超过 15 人，考核不及格者补考一次。（3）食堂意见箱收到 46 条意见，集中在排队时间长、菜品重复，行政部拟增设一个窗口，试行一个月。三、决议：同意以上安排；预算超支部分（约 3.2 万元）报总经理审批。四、下次会议：11 月 17 日，同一时间、地点，请各组带上数据。散会时间 4:10。附件两份：盘点分工表、培训课程表（初稿）；如有出入，请于本周内告知小孟更正，逾期按此执行。`,
  essay: `老屋的后面有一条小河，水不深，夏天刚没过膝盖。祖母在河边洗衣服，我就坐在石头上看鱼。鱼很小，成群地逆着水游，一有影子落下来便四散逃开，过一会儿又聚到原来的地方。河对岸是一片竹林，风吹过的时候沙沙地响，像有许多人在低声说话。祖母说竹子开花以后就会死去，一辈子只开一次，她活了七十多年也只见过一回。我问她花是什么样子，她想了很久，说忘记了，只记得那一年收成不好，大家都上山去挖笋。后来我离开了家，在很远的城市里读书、工作、结婚，很少再想起那条河。去年清明回去，河道已经填平，上面修了公路，汽车一辆接一辆地开过去。竹林还在，只是稀疏了许多。我站在路边听了一会儿，风里仍旧有那种声音，像有人在很远的地方叫我的名字。天快黑了，我从路边捡了一片竹叶夹在书里，到家时它已经卷成了一根细细的针。`,
};
