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
