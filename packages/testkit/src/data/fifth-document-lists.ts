/**
 * Words of the fifth set of documents: other people, streets, firms and places than those of the sets before, written down from
 * memory with no look at the lists of a detector. Everybody is made up; division codes are those of GB/T 2260.
 *
 * @module
 */

/** Cuts a list at its spaces. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);
/** The same, with the underscores of each for spaces. */
export const phrases = (text: string): readonly string[] =>
  words(text).map((phrase) => phrase.replaceAll('_', ' '));

/** Surnames by how frequent they are, with rare and compound ones. */
export const fifthSurnames = words(
  `王 王 王 王 李 李 李 李 张 张 张 刘 刘 刘 陈 陈 陈 杨 杨 黄 黄 赵 赵 吴 吴 周 徐 孙 孙 马 马 朱 朱 胡 郭 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹
  曾 彭 萧 蔡 潘 田 董 袁 于 余 叶 蒋 杜 苏 魏 程 吕 丁 沈 任 姚 卢 傅 钟 姜 崔 谭 廖 范 汪 陆 金 石 戴 贾 韦 夏 邱 方 侯 邹 熊 孟 秦 白 江 阎 薛 尹 段
  雷 黎 史 龙 陶 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戚 莫 孔 向 汤 温 康 施 文 牛 樊 葛 邢 安 齐 易 乔 伍 庞 颜 倪 庄 聂 章 鲁 岳 翟 殷 詹 申 欧 耿 关
  兰 焦 俞 左 柳 甘 祝 包 宁 尚 符 舒 阮 柯 纪 梅 童 凌 毕 单 季 裴 霍 涂 成 苗 谷 盛 曲 翁 冉 骆 蓝 路 游 辛 靳 管 柴 蒙 鲍 华 喻 祁 蒲 房 滕 屈 饶 解
  牟 艾 尤 阳 时 穆 农 司 卓 古 吉 缪 简 车 项 连 芦 麦 褚 娄 窦 戚 岑 景 党 宫 费 卜 冷 晏 席 卫 米 柏 宗 瞿 桂 全 佟 应 臧 闵 苟 邬 边 卞 姬 师 和 仇
  栾 隋 商 刁 沙 荣 巫 寇 桑 郎 甄 丛 仲 虞 敖 巩 明 佘 池 查 麻 苑 迟 邝 官 封 谈 匡 鞠 惠 荆 乐 冀 郁 胥 南 班 储 原 栗 燕 楚 鄢 劳 谌 奚 皮 粟 冼 蔺 楼 盘
  满 闻 位 厉 伊 仝 区 郜 海 阚 花 权 强 帅 屠 豆 朴 盖 练 廉 禹 井 祖 漆 巴 丰 支 卿 国 狄 平 计 索 宣 晋 相 初 门 云 容 敬 来 扈 晁 芮 都 普 阙 浦 戈 伏 鹿 薄
  欧阳 欧阳 上官 夏侯 东方 诸葛 闻人 赫连 澹台 申屠 呼延 端木 南宫 司空 令狐 独孤`,
);

/** Given names of all ages and both sexes. */
export const fifthGivenNames = words(
  `敏 静 磊 洋 艳 勇 杰 娜 涛 超 明 平 桂英 丹 莉 君 凯 鑫 佳 倩 琳 莹 雯 婷 洁 岩 璐 蕾 峥 皓 昊 昕 晗 睿 煜 烨 炜 焱 琛 瑾 璟 琦 珂 珊 璨 岚 屿 嵘 舟 航 帆 野 畅 朗
  淼 泓 沁 沐 涵 淳 澈 澜 潇 毓 楠 桐 桦 栋 梁 森 榛 樱 芊 芮 芸 苒 荔 菁 蓓 葳 蕊 薏 绮 缨 羽 翎 翊 翔 翼 旻 昱 旸 晔 晟 暄 曼 曜 捷 振 挺 拓 扬 抒 念 恬 悠 惟 愉 懿 予
  国庆 国栋 国胜 国英 建军 建华 建国 建平 建萍 建芳 红梅 红霞 红艳 红兵 丽娟 丽君 丽萍 丽华 丽霞 秀兰 秀珍 秀娟 秀芝 秀荣 桂珍 桂香 桂芝 淑珍 淑华 淑琴 淑敏 玉兰 玉珍 玉梅
  玉凤 玉琴 凤英 凤霞 凤琴 凤仙 翠花 翠萍 翠莲 春梅 春燕 春生 春林 秋菊 秋生 秋月 冬梅 冬生 夏莲 巧云 巧玲 巧珍 彩霞 彩云 彩凤 金凤 金花 金龙 金宝 金泉 银海 银龙 铁柱 铁生 铁军 石头
  志明 志敏 志宏 志杰 志新 志平 志民 志坚 志国 志雄 文斌 文博 文辉 文龙 文清 文静 文秀 文燕 文英 文举 德才 德海 德华 德江 德生 德顺 德福 德兴 永强 永军 永康 永刚 永平 永祥 永泉
  光明 光辉 光荣 光华 光耀 晓东 晓燕 晓军 晓明 晓霞 晓芳 晓鹏 晓娟 晓蕾 晓雪 晓晨 晓棠 小红 小军 小芳 小丽 小明 小刚 小华 小林 小龙 小娟 大伟 大军 大庆 大力 大成 立新 立军 立国 立华
  立平 立群 少华 少波 少军 少杰 少文 少云 学军 学文 学明 学勇 学英 学良 胜利 胜男 胜军 胜华 爱民 爱军 爱国 爱英 爱琴 爱云 宗耀 宗翰 宗泽 宗明 广平 广林 广财 广生 广义 长青 长海 长明
  俊豪 俊明 俊涛 俊熙 俊彦 俊文 俊儒 俊驰 嘉怡 嘉欣 嘉琪 嘉伟 嘉慧 嘉俊 嘉铭 嘉乐 嘉佑 嘉木 子涵 子轩 子琳 子瑜 子悦 子玥 子辰 子骞 子恒 子默 子谦 子衿 子衡 梓涵 梓萱 梓轩 梓睿 梓宁 梓桐
  梓洋 梓莹 宇轩 宇航 宇涵 宇恒 宇晨 宇皓 宇桐 浩然 浩宇 浩辰 浩南 浩洋 浩成 浩铭 雨涵 雨桐 雨欣 雨轩 雨婷 雨洁 雨佳 雨霏 雨珊 雨凝 一诺 一鸣 一凡 一弦 一笑 一心 一苇 若曦 若溪 若雪 若瑜
  若谷 若愚 若妍 若涵 诗涵 诗琪 诗雨 诗怡 诗云 诗语 欣妍 欣然 欣雨 欣冉 欣蓉 欣竹 思远 思涵 思琪 思源 思颖 思危 思聪 思源 思翰 思慧 思雨 梦瑶 梦洁 梦佳 梦茹 梦竹 梦云 梦迪 依依 依琳 依诺
  依然 依晨 奕辰 奕萱 奕霖 奕彤 奕宏 沐宸 沐阳 沐辰 沐橙 沐恩 可馨 可昕 可为 可凡 可嘉 悦心 悦彤 悦宁 悦溪 语桐 语涵 语汐 语桑 语宸 书瑶 书涵 书豪 书雅 书宁 书韵 书言 煜城 煜祺 煜杰 煜航
  昊天 昊然 昊宇 昊阳 昊霖 星辰 星宇 星雨 星朗 星燃 明轩 明哲 明浩 明慧 明德 明志 天佑 天翔 天宇 天赐 天骄 天乐 天一 文轩 文昊 文彬 文韬 文渊 瑞霖 瑞泽 瑞雪 瑞轩 瑞华 博文 博涛 博雅 博远
  博轩 弘文 弘毅 弘扬 致远 致和 致宁 景行 景明 景怡 景云 清扬 清妍 清如 清源 清和 静怡 静娴 静远 静姝 静涵 雅琴 雅婷 雅欣 雅琪 雅文 雅涵 婉婷 婉清 婉如 婉莹 美琪 美玲 美娟 美华 美凤 海燕 海波 海涛
  海洋 海生 海鹰 海棠 海蓉 江涛 江华 江琴 亚男 亚楠 亚军 亚萍 亚东 亚琴 亚飞 艳红 艳芳 艳玲 艳秋 艳萍 燕妮 燕飞 燕萍 玲玲 芳芳 红红 丹丹 晶晶 倩倩 欢欢 佳佳 苗苗 蓉蓉 盼盼 贝贝 露露 甜甜 壮壮 阔`,
);

/** Names of ethnic groups, with the middle dot and without. */
export const fifthDottedNames = words(
  `阿依古丽·买买提 吐尔逊·阿不都拉 木尼热·热合曼 库尔班江·吐送 阿不都热西提·艾山 祖丽胡玛尔·艾合买提 艾力西尔·亚森 迪丽努尔·托合提 沙吾列提·哈孜 阿依努尔·达吾列提 热孜万古丽·卡德尔 伊力亚斯·阿西木
  麦尔丹·木塔里甫 帕尔哈提·玉山 努尔古丽·马合木提 巴特尔·额尔德尼 索南·才让 达瓦·扎西 伊布拉音·司马义 赛娜·叶尔肯`,
);

export const fifthUndottedNames = words(
  `扎西顿珠 白玛央金 洛桑平措 达娃卓玛 强巴次旦 拉巴卓玛 久美多吉 才旦卓玛 娜仁花 萨日娜 巴雅尔 乌云其木格 吉木日哈 俄尔伍各 曲比阿木 阿侯拉铁`,
);

/** Names in traditional characters: Taiwan, Hong Kong. */
export const fifthTraditionalNames = words(
  `陳怡君 林志明 黃雅婷 張家豪 李淑芬 王俊傑 吳佩珊 劉建志 蔡宜臻 楊承恩 許雅雯 鄭宇翔 謝佳穎 郭俊霖 洪詩涵 邱顯達 曾馨儀 廖彥博 賴怡伶 徐銘鴻 周佩璇 葉庭瑋 蘇芷萱 莊凱翔 江美鳳 呂柏毅 何冠廷 羅惠雯
  高子晴 蕭人豪 潘思穎 簡志賢 朱珮綺 鍾承翰 彭淑珍 游宗霖 詹凱婷 胡瑞麟 施雅玲 沈哲緯 盧佳蓉 梁啟賢 趙詠欣 顏士傑 魏如蓁 孫立群 戴嘉琳 范文彥 方芷若 宋振豪 鄧婉儀 傅聖凱 侯家銘 阮氏秋紅 薛伯安 丁曉嵐
  卓美華 馬啟邦 董月娥 唐語謙 藍心妤 石孟儒 姚若蘭 紀博文 歐陽慧敏 張簡志宏 李陳秀鳳 司徒詠詩 黎仲文 陸穎琳 霍啟仁 容可欣 植浩賢 莫潔儀 翁逸朗`,
);

/** Names in Latin letters with pinyin parts: surname, given name. */
export const fifthPinyinNames: readonly (readonly [string, string])[] = words(
  `Wang-Yichen Li-Mengting Zhang-Kexin Liu-Haitao Chen-Yuhang Yang-Xueqin Huang-Zixuan Zhao-Lulu Wu-Chunyan Zhou-Junjie Xu-Ruijia Sun-Baoguo Ma-Xiaojun Zhu-Lingling Hu-Dawei Guo-Jiaqi He-Tingting Lin-Shufen Gao-Shengli
  Luo-Yuchen Zheng-Mingyue Liang-Qiaoyun Song-Wenjie Tang-Zhihong Xie-Yutong Han-Bingbing Cao-Guoqing Deng-Yalan Peng-Jinfeng Zeng-Kaixuan Xiao-Ruofan Tian-Jun Dong-Jiayuan Pan-Chengyu Yuan-Shan Cai-Minmin Jiang-Yunfei
  Yu-Xinran Du-Lijun Ye-Zhiping Wei-Fenghua Su-Manqing Lu-Haoyu Fang-Ying Ren-Xiaoyan Shen-Jiaming Qin-Yue Zhong-Weimin Qiu-Shiyu Hou-Tianyi Shao-Peipei Long-Jiacheng Ouyang-Nan Zhuge-Rui Situ-Wen`,
).map((name) => name.split('-') as [string, string]);

/** Cantonese, Hokkien and Malayan Chinese names as identity cards of Hong Kong and Singapore write them: surname, given name. */
export const fifthRomanNames: readonly (readonly [string, string])[] = phrases(
  `Chan/Ka_Ho Wong/Tsz_Ching Cheung/Wai_Man Lam/Siu_Ling Leung/Chi_Keung Ng/Hoi_Yan Lau/Kwok_Wai Yeung/Mei_Fong Kwok/Tin_Lok Chow/Yuen_Ting Tsang/Pui_Shan Ho/Man_Kit Yip/Sau_Lan Mak/Wing_Hong Fung/Cheuk_Lam Kwan/Lai_Wah
  Tan/Wei_Ling Lim/Jia_Hui Goh/Boon_Teck Teo/Shu_Min Ong/Kian_Seng Koh/Li_Ting Chua/Yong_Jie Sim/Hwee_Ping Toh/Zhi_Hao Yeo/Mui_Choo Quek/Siew_Hoon Foo/Kok_Leong`,
).map((name) => name.split('/') as [string, string]);

export const fifthEnglishGiven = phrases(
  `Aaron Agnes Alice Amber Angela Angus Anita Archie Audrey Barbara Beatrice Bernard Beverly Blake Bridget Bruce Callum Cameron Camilla Carl Carol Cecilia Charlotte Christian Clara Clifford Corey Daisy Damian Darren Deborah
  Denise Desmond Donna Doris Duncan Edith Edmund Elaine Elsie Emily Eric Ernest Esther Ethan Evelyn Freya Gavin Gemma Genevieve Georgia Gerald Glenn Grace Gwen Harvey Hazel Helen Henry Herbert Holly Howard Iain Irene
  Isaac Isla Ivan Jacob Janet Jared Jasper Jean Jeremy Joanna Josephine Joyce Judith Julian Justin Karen Keith Kenneth Kerry Kimberly Lance Laurence Leslie Lila Logan Lois Lucy Mabel Madeleine Margaret Marjorie Martha
  Martin Matilda Maxwell Melanie Melissa Miles Mitchell Molly Morgan Naomi Natalie Neville Noel Norman Oscar Owen Pamela Percy Piers Rachel Ralph Raymond Rebecca Regina Roger Ronald Rory Ross Rufus Ruth Sally Sandra Sarah
  Scott Seth Sheila Sidney Stella Stephen Susannah Sylvia Tamara Tara Theresa Thomas Tobias Tracy Ursula Vera Veronica Victor Virginia Warren Wesley Wilfred Winifred Yvonne Aarav Aisha Akira Amara Ana_Paula Arjun Astrid
  Beatriz Chidi Deepika Dmitri Elif Enrique Fatima Giulia Haruto Ingrid Javier Kwame Leila Lars Mei_Lin Nadia Ngozi Omar Priya Rafael Rashid Sakura Siddharth Svetlana Tomasz Yuki Zainab`,
);

export const fifthEnglishFamily = phrases(
  `Abbott Ainsworth Aldridge Ashby Bainbridge Ballard Barlow Barnett Bates Beaumont Bellamy Benson Blackwell Boone Bowers Brady Bramley Brewster Briggs Buchanan Callahan Cantrell Carmichael Caldwell Carver Chandler Clayton
  Coleman Conway Cooke Corbett Coulson Crawford Cromwell Crowther Dalton Davenport Dempsey Denham Donnelly Drummond Eastwood Eaton Edgerton Ellington Emerson Fairbanks Farley Faulkner Fenwick Finch Fitzgerald Flanagan Forsyth
  Garrison Gibbons Glover Goddard Gresham Hadley Haines Halliday Hargreaves Hartley Haywood Henson Hobbs Hollis Holloway Huxley Ingram Irving Jarvis Keating Kendrick Kershaw Kirkland Langley Larkin Latham Lockwood
  MacDonald Maddox Marlowe Mayhew McAllister McCarthy McKenna Mercer Merritt Middleton Monroe Moreland Nash Naylor Newell Norris O'Brien O'Connor O'Donnell Ogden Osgood Paget Parrish Patterson Pemberton Pennington Prescott
  Pritchard Radcliffe Ramsey Redmond Rowland Rutherford Salter Sanderson Sawyer Sheridan Sinclair Skinner Stafford Stanton Stratton Talbot Tate Thorne Tillman Trask Underhill Vaughan Wainwright Walden Waverly Weston Whitaker
  Winslow Wooten Yates Adeyemi Agarwal Aydin Banerjee Castillo Chatterjee Cruz D'Angelo Desai Diaz Dubois El-Amin Fischer Fonseca Gupta Haddad Ivanov Iyer Jensen Kapoor Kobayashi Lindqvist Lopez Malik Moreau Müller Navarro
  Nakamura Novak Obi Okafor Ortega Pereira Petrov Rao Rossi Saito Santos Schneider Sharma Silva Singh Suzuki Tanaka Tran van_den_Berg Vasquez Wagner Yamamoto Zielinski`,
);

/** Division code, plate prefix, and how the place is written in an address. */
export const fifthDivisions: readonly (readonly [string, string, string])[] = words(
  `110105/京M/北京市朝阳区 110106/京L/北京市丰台区 110112/京K/北京市通州区 110114/京G/北京市昌平区 120101/津A/天津市和平区 120103/津D/天津市河西区 120112/津E/天津市津南区 310104/沪E/上海市徐汇区 310106/沪G/上海市静安区
  310109/沪H/上海市虹口区 310112/沪J/上海市闵行区 310115/沪K/上海市浦东新区 320106/苏A/江苏省南京市鼓楼区 320115/苏A/江苏省南京市江宁区 320211/苏B/江苏省无锡市滨湖区 320303/苏C/江苏省徐州市云龙区 320411/苏D/江苏省常州市新北区
  320506/苏E/江苏省苏州市吴中区 330106/浙A/浙江省杭州市西湖区 330110/浙A/浙江省杭州市余杭区 330212/浙B/浙江省宁波市鄞州区 330402/浙F/浙江省嘉兴市南湖区 330502/浙E/浙江省湖州市吴兴区 330782/浙G/浙江省义乌市
  331002/浙J/浙江省台州市椒江区 340104/皖A/安徽省合肥市蜀山区 340202/皖B/安徽省芜湖市镜湖区 350102/闽A/福建省福州市鼓楼区 350203/闽D/福建省厦门市思明区 350503/闽C/福建省泉州市丰泽区 360102/赣A/江西省南昌市东湖区
  360702/赣B/江西省赣州市章贡区 370102/鲁A/山东省济南市历下区 370202/鲁B/山东省青岛市市南区 370602/鲁F/山东省烟台市芝罘区 371302/鲁Q/山东省临沂市兰山区 410105/豫A/河南省郑州市金水区 410302/豫C/河南省洛阳市老城区
  420106/鄂A/湖北省武汉市武昌区 420111/鄂A/湖北省武汉市洪山区 420502/鄂E/湖北省宜昌市西陵区 430104/湘A/湖南省长沙市岳麓区 430111/湘A/湖南省长沙市雨花区 430211/湘B/湖南省株洲市天元区 440106/粤A/广东省广州市天河区
  440111/粤A/广东省广州市白云区 440113/粤A/广东省广州市番禺区 440305/粤B/广东省深圳市南山区 440307/粤B/广东省深圳市龙岗区 440402/粤C/广东省珠海市香洲区 440605/粤E/广东省佛山市南海区 441302/粤L/广东省惠州市惠城区
  450203/桂B/广西壮族自治区柳州市鱼峰区 460106/琼A/海南省海口市龙华区 500103/渝A/重庆市渝中区 500105/渝B/重庆市江北区 500112/渝A/重庆市渝北区 510104/川A/四川省成都市锦江区 510107/川A/四川省成都市武侯区
  510703/川B/四川省绵阳市涪城区 520102/贵A/贵州省贵阳市南明区 530102/云A/云南省昆明市五华区 530111/云A/云南省昆明市官渡区 610113/陕A/陕西省西安市雁塔区 610302/陕C/陕西省宝鸡市渭滨区 620103/甘A/甘肃省兰州市七里河区
  630103/青A/青海省西宁市城中区 640104/宁A/宁夏回族自治区银川市兴庆区 650102/新A/新疆维吾尔自治区乌鲁木齐市天山区 150102/蒙A/内蒙古自治区呼和浩特市新城区 210102/辽A/辽宁省沈阳市和平区 210202/辽B/辽宁省大连市中山区
  220102/吉A/吉林省长春市南关区 220202/吉B/吉林省吉林市昌邑区 230103/黑A/黑龙江省哈尔滨市南岗区 230603/黑E/黑龙江省大庆市龙凤区 130102/冀A/河北省石家庄市长安区 130602/冀F/河北省保定市竞秀区 140105/晋A/山西省太原市小店区`,
).map((row) => row.split('/') as [string, string, string]);

export const fifthStreets = words(
  `望京西路 双桥东路 百子湾路 定福庄东街 蒲黄榆路 方庄南路 丰科路 果园环岛西路 立汤路 回龙观西大街 霍营东路 卫津南路 解放南路 绍兴道 龙华西路 漕溪北路 零陵路 江苏北路 胶州路 东长治路 大连西路 莘朱路 七宝镇横沥路 银都路 浦建路
  杨高南路 川沙路 祖冲之路 草场门大街 湖南北路 胜太路 双龙大道 蠡湖大道 梁溪路 云龙湖路 和平大道 通江中路 东方福街 宝带西路 石湖东路 古墩路 文三西路 文一西路 留和路 五常大道 良睦路 百丈东路 中兴路 南苑路 凌公塘路 龙溪北路
  稠州北路 江滨西路 市府大道 长江西路 望江西路 潜山路 北京中路 九华山路 五四路 铜盘路 鼓屏路 环岛路 会展路 仙岳路 城东街 宝洲街 洪都北大道 青山南路 赣江源大道 登峰大道 泺源大街 奥体中路 千佛山路 闽江路 延安三路 南京路 海港路
  毓璜顶东路 沂蒙路 金雀山路 花园路 农业路 国基路 九都路 唐宫西路 中北路 徐东大街 八一路 雄楚大道 珞喻路 夷陵大道 潇湘中路 麓谷大道 枫林三路 劳动东路 香樟路 泰山路 体育东路 中山大道西 员村二横路 机场路 黄石东路 大石南路
  汉溪大道 后海大道 科苑南路 沙河西路 龙翔大道 吉华路 翠华路 情侣南路 桂城南海大道 灯湖东路 麦地路 演达大道 柳石路 龙昆南路 滨海大道 中山三路 大坪正街 观音桥步行街 建新北路 松牌路 红锦大道 东大街 红星路三段 牛市口路 武侯祠大街
  人民南路四段 科华北路 临园路 新华大道 花果园大街 遵义路 小菜园路 一二一大街 关上中路 彩云北路 小寨西路 电子二路 雁南一路 经二路 宝光路 西津西路 敦煌路 长江路南段 南关街 凤凰北街 清和街 光明路 新华北路 海拉尔东街
  南京北街 和平北大街 人民路 五五路 亚泰大街 桂林路 解放大路 江湾路 学府路 中兴大道 龙凤大街 中山东路 体育北大街 东风西路 七一路 长风街 坞城路`,
);

export const fifthEstates = words(
  `望京花园 融泽嘉园 天通苑西三区 流星花园 华业东方玫瑰 首开国风美仑 金隅万科城 宝成里 云琅新居 梅江康城 田林十二村 康健星辰 中远两湾城 上海康城 古美西苑 御桥花园 香山新村 香格里拉花园城 莫愁新寓 天正湖滨 太湖花园 帝都花园
  新城公馆 石湖华城 蠡墅花园 三墩都市阳光 政苑小区 府苑新村 溪上玫瑰园 联合坊 四明苑 格兰春晨 秀洲花园 仁皇山庄 宾王小区 万达华府 香江龙城 书香苑 绿地内森庄园 华侨城天鹅堡 世欧王庄 金尚小区 前埔南区 泉淮花苑 恒茂梦时代 章江豪园
  燕子山小区 鲁能领秀城 大尧三小区 天泰阳光海岸 毓东小区 凤凰城 金雀花园 正弘蓝堡湾 索克世纪景园 涧西七号街坊 水果湖小区 融侨华府 南湖雅园 夷陵国际 咸嘉新村 麓谷明珠 融科东南海 华晨世纪城 汇侨新城 翠湖山庄 丽江花园 星河湾半岛
  蔚蓝海岸 阳光棕榈园 麒麟花园 四季花城 中海怡翠 华发新城 万科金域蓝湾 金迪星苑 半岛花园 滨江新城 昌茂花园 九坑子新村 鲁能星城 融创滨江壹号 龙湖紫都城 水井坊街坊 桐梓林小区 中海名城 长虹世纪城 花果园M区 月亮湾小区 世纪半岛 关上小区
  紫薇城市花园 明德门小区 高新一号公馆 石油公寓 雁滩高校住宅 黄河家园 胜利花园 凤凰花园 明珠花园 团结小区 东达城市广场 万科新里程 滨江花城 中海水岸春城 鸿城花园 辰能溪树庭院 果戈里小区 让胡路石化小区 国赫红珊湾 恒祥家园 坞城社区 平阳景苑 粮食局宿舍 铁路新村`,
);

export const fifthTowers = words(
  `望京SOHO 绿地启明星大厦 博瑞大厦 蓝色港湾写字楼 金融街中心 信达大厦 港汇恒隆广场 静安嘉里中心 白玉兰广场 虹桥绿谷广场 张江药谷大厦 世纪汇广场 中央商场大楼 江宁天元国际 太湖科技大厦 西溪科创园 海创园 环球中心 南苑环球大厦 嘉兴科技城大厦
  福田国际贸易大厦 置地广场 伟星时代金融中心 三坊七巷文创楼 磐基中心 东海泰禾广场 绿地中央广场 汉峪金谷 远洋大厦 海创大厦 绿地新都会 楷林国际 洛阳科技大厦 中南国际城 光谷软件园 步步高大厦 德思勤城市广场 太古汇 白云绿地中心 番禺节能科技园
  科兴科学园 天安云谷 华发商都 千灯湖金融大厦 惠州华贸大厦 国瑞大厦 英利国际大厦 北城国际中心 锦江国际大厦 来福士广场写字楼 花果园双子塔 南亚风情第一城 绿地缤纷城 兰州中心 新百大厦 宝地城 香格里拉办公楼 和平大悦城写字楼 万达中心 东方广场`,
);

/** Villages as addresses in the country end, with township. */
export const fifthRural = words(
  `河南省鹿邑县太清宫镇东刘庄村 湖南省浏阳市大瑶镇南阳村 四川省宣汉县南坝镇圣墩村 安徽省霍邱县临水镇阮集村 广西桂林市灵川县大圩镇熊村 贵州省遵义市湄潭县兴隆镇龙凤村 山东省寿光市孙家集镇三元朱村 江西省兴国县高兴镇长迳村
  广东省高州市根子镇元坝村 湖北省蕲春县漕河镇三渡村 河北省迁西县汉儿庄镇杨家峪村 甘肃省静宁县城川镇靳寺村 云南省宾川县平川镇底么村 福建省平和县小溪镇旧县村 陕西省洛川县旧县镇桐堤村 吉林省梨树县郭家店镇西河村 黑龙江省五常市龙凤山镇乐园村
  辽宁省东港市椅圈镇李家店村 山西省平遥县岳壁镇尹村 浙江省象山县石浦镇沙塘湾村 江苏省泗洪县半城镇穆墩村 青海省湟中县拦隆口镇拦一村 重庆市奉节县安坪镇三沱村 海南省琼海市潭门镇草塘村`,
);

export const fifthTaiwanPlaces = words(
  `臺北市松山區南京東路五段 臺北市士林區中正路 臺北市萬華區西園路二段 新北市板橋區文化路一段 新北市新莊區中平路 桃園市中壢區環北路 新竹市東區光復路一段 臺中市西屯區台灣大道三段 臺中市豐原區圓環東路 彰化縣員林市中山路二段
  嘉義市西區友愛路 臺南市東區崇學路 高雄市左營區自由二路 高雄市苓雅區四維三路 屏東縣屏東市廣東路 宜蘭縣羅東鎮公正路 南投縣草屯鎮碧山路`,
);

export const fifthHongKongStreets = words(
  `香港北角渣華道 香港銅鑼灣希慎道 香港筲箕灣東大街 香港堅尼地城卑路乍街 九龍旺角亞皆老街 九龍深水埗福華街 九龍觀塘協和街 九龍何文田太平道 九龍長沙灣道 新界沙田大涌橋路 新界荃灣沙咀道 新界葵涌興芳路 新界粉嶺聯和道 新界上水新豐路`,
);

export const fifthHongKongEstates = words(
  `杏花邨 德福花園 麗港城 新都城 沙田第一城 匯景花園 荃灣中心 海怡半島 城市花園 嘉湖山莊 富榮花園 爵悅庭 愉翠苑`,
);

/** Building, street and place of Hong Kong, as English letters write them. */
export const fifthHongKongEnglish = [
  ['Wing Fat Mansion', 'Argyle Street, Mong Kok, Kowloon'],
  ['Kornhill Court', 'Java Road, North Point, Hong Kong'],
  ['Hoi Fu Court', 'Nathan Road, Yau Ma Tei, Kowloon'],
  ['Sunshine Plaza', 'Castle Peak Road, Tsuen Wan, New Territories'],
  ['Dragon View', 'Tai Chung Kiu Road, Sha Tin, New Territories'],
  ['Lok Sing Centre', 'Hennessy Road, Wan Chai, Hong Kong'],
] as const;

export const fifthSingaporeStreets = phrases(
  `Bedok_North_Avenue_4 Tampines_Street_81 Jurong_West_Street_65 Clementi_Avenue_3 Toa_Payoh_Lorong_8 Hougang_Avenue_8 Bishan_Street_13 Yishun_Ring_Road Pasir_Ris_Drive_6 Bukit_Batok_West_Avenue_6`,
);

export const fifthEnglishStreets = phrases(
  `Abbey_Road Alder_Street Bayview_Drive Birchwood_Lane Bridge_Street Briar_Hill_Road Castle_Street Cedar_Ridge_Drive Chestnut_Avenue College_Road Copper_Beech_Lane Crescent_Road Deerfield_Road Dover_Street Elmhurst_Avenue
  Foxglove_Close Garfield_Street Glenwood_Avenue Hamilton_Road Harbor_View_Drive Heron_Way High_Street Juniper_Court Kingfisher_Drive Lakeshore_Boulevard Larkspur_Lane Magnolia_Street Maple_Ridge_Road Meadow_Lane Mill_Street
  North_4th_Street Orchard_Street Park_Avenue Pinecrest_Drive Queens_Road Ridgeway Riverside_Drive Sandpiper_Lane Sheffield_Road Station_Road Sycamore_Street Thornhill_Road Valley_View_Road Victoria_Street Willow_Bend_Drive W_Madison_Street`,
);

export const fifthAmericanCities = [
  ['Austin', 'TX', '787'],
  ['Denver', 'CO', '802'],
  ['Boston', 'MA', '021'],
  ['Atlanta', 'GA', '303'],
  ['Portland', 'OR', '972'],
  ['Raleigh', 'NC', '276'],
  ['San Diego', 'CA', '921'],
  ['Minneapolis', 'MN', '554'],
  ['Madison', 'WI', '537'],
  ['Salt Lake City', 'UT', '841'],
  ['Tucson', 'AZ', '857'],
  ['Fort Collins', 'CO', '805'],
] as const;

export const fifthBritishCities = [
  ['London', 'N16'],
  ['London', 'SW11'],
  ['Bristol', 'BS6'],
  ['Leeds', 'LS8'],
  ['Edinburgh', 'EH9'],
  ['Cardiff', 'CF5'],
  ['Oxford', 'OX4'],
  ['Norwich', 'NR2'],
] as const;

/** District, city and province as Chinese addresses in English end. */
export const fifthEnglishPlaces = phrases(
  `Chaoyang_District,_Beijing Xuhui_District,_Shanghai Tianhe_District,_Guangzhou,_Guangdong Yuhang_District,_Hangzhou,_Zhejiang Yinzhou_District,_Ningbo,_Zhejiang Wuchang_District,_Wuhan,_Hubei Jinjiang_District,_Chengdu,_Sichuan
  Yuelu_District,_Changsha,_Hunan Shinan_District,_Qingdao,_Shandong Jinshui_District,_Zhengzhou,_Henan Xiangzhou_District,_Zhuhai,_Guangdong`,
);

export const fifthEnglishChineseStreets = phrases(
  `Wangjing_West_Road Caoxi_North_Road Tiyu_East_Road Gudun_Road Zhongxing_Road Luoyu_Road Kehua_North_Road Xiaoxiang_Middle_Road Minjiang_Road Nongye_Road Huanghe_Avenue Yan'an_3rd_Road`,
);

export const fifthMailDomains = words(
  `gmail.com gmail.com qq.com qq.com qq.com 163.com 163.com 126.com outlook.com live.cn yeah.net 139.com aliyun.com foxmail.com icloud.com me.com yahoo.com proton.me gmx.de virginmedia.com singnet.com.sg netvigator.com hinet.net
  yunfan-tech.com.cn hengda-logistics.cn beiming-edu.cn qihang-pharma.com northfield-rowing.org.uk fabrikam.com litware.io fourthcoffee.com.sg tju.edu.cn whu.edu.cn`,
);

export const fifthOrganisations = words(
  `杭州云帆网络科技有限公司 上海恒达国际货运代理有限公司 深圳市启航智能装备有限公司 北京北溟教育科技有限公司 广州万象家居用品有限公司 成都锦里餐饮管理有限公司 武汉江城建筑劳务有限公司 重庆嘉陵机械制造有限公司 西安秦风文化传媒有限公司
  青岛蓝湾船舶服务有限公司 厦门思明进出口贸易有限公司 宁波甬江塑化股份有限公司 长沙湘麓医药连锁有限公司 郑州金水物业管理有限公司 昆明滇池花卉有限公司 沈阳和平精密铸造厂`,
);

export const fifthEnglishOrganisations = [
  'Fabrikam Freight Pte Ltd',
  'Litware Analytics Ltd',
  'Fourth Coffee Singapore',
  'Northfield Rowing Club',
  'Alpine Ski House',
  'Harbourfront Property Management Limited',
  'Blue Yonder Airlines',
  'Lamna Healthcare Company',
] as const;

export const fifthHospitals = words(
  `天津医科大学总医院 上海交通大学医学院附属瑞金医院 四川大学华西医院 中南大学湘雅医院 厦门市妇幼保健院 青岛市市立医院 区第一人民医院 社区卫生服务中心 省肿瘤医院`,
);

export const fifthBanks = words(
  `中国工商银行 中国建设银行 中国农业银行 招商银行 兴业银行 浦发银行 江苏银行 北京银行 农村商业银行`,
);

export const fifthProducts = words(
  `扫地机器人 电压力锅 机械键盘 折叠婴儿车 羽绒服 咖啡机 空气净化器 蓝牙耳机 四件套 儿童书桌 露营帐篷 电饼铛 显示器支架 保温杯`,
);
