/**
 * Words of the sixth set of documents where they differ from the fifth's: given names, streets, estates, firms and towns, written
 * down from memory with no look at the lists of a detector. Everybody is made up; division codes are those of GB/T 2260.
 *
 * @module
 */
import { phrases, words } from './fifth-document-lists.ts';

/** Given names of all ages and both sexes. */
export const sixthGivenNames = words(
  `昌 隽 倬 妤 珏 璇 蓁 骁 骞 崧 嵩 衍 璟 榕 棣 槿 泠 洵 溯 澍 煊 煦 熠 祎 禛 稷 笙 筠 箬 绾 缇 翃 芃 茉 荃 莘 菡 萤 蔓 蕴 虹 诚 谦 赟 跃 逸 遥 郡 酉 钊 钰 铎 锴 霁 霏 靖 韬 飒 骐 麒
  进喜 来福 满仓 有田 根生 水生 火旺 土根 关根 阿妹 招娣 引弟 来娣 小妹 三宝 四喜 五妹 六顺 七斤 双喜 双全 双林 存良 存义 书田 书林 书琴 树森 树青 树清 桂林 桂生 桂莲 桂荣 月英 月华 月琴 月仙
  素珍 素芬 素琴 素云 惠芳 惠英 惠琴 慧娟 慧芳 慧珍 爱玲 爱珍 爱莲 爱香 菊芳 菊英 菊香 荷花 莲芳 莲英 杏芳 杏花 翠兰 翠娥 银凤 银娣 银花 金娣 金妹 金生 金水 金荣 金山 金元 玉英 玉华 玉兔 玉洁 玉成
  保国 保平 保林 治国 治平 振国 振海 振东 镇江 庆丰 庆华 庆生 兴旺 兴邦 兴华 旺盛 发财 茂林 茂盛 茂松 松涛 松林 柏林 柏青 云峰 云飞 云龙 云霞 云芳 雪峰 雪莲 雪飞 雪琴 霞飞 霜叶 雷鸣 雨田 雨生
  孝文 孝先 忠义 忠良 忠诚 仁杰 仁德 义民 礼文 礼娟 智勇 智慧 信芳 信义 勤勇 俭朴 敬业 敬文 敬东 友善 友谊 友谅 学兵 学斌 学峰 学敏 学芳 治中 卫国 卫平 卫星 拥军 跃华 建新 建设 建强 建忠 建荣
  昱辰 昱彤 芷若 芷晴 芷萱 沁怡 沁雪 梓辰 梓妍 梓琪 梓墨 子昂 子豪 子晴 子墨 子航 子珊 子怡 皓轩 皓月 皓宇 铭泽 铭轩 铭浩 泽洋 泽霖 泽宇 泽恩 承泽 承志 承恩 承宇 逸凡 逸飞 逸晨 逸辰 亦菲 亦辰 亦凡
  安琪 安然 安宁 安歌 念慈 念真 知行 知远 知夏 知微 初夏 初晴 听雨 听澜 南笙 南星 北辰 西洲 东篱 望舒 怀瑾 怀远 握瑜 鹿鸣 采薇 子佩 如意 如月 如冰 若水 若兰 若冰 若彤 锦瑟 锦华 锦涛 锦绣 修远 修文 修竹`,
);

/** Names in Latin letters with pinyin parts: surname, given name. */
export const sixthPinyinNames: readonly (readonly [string, string])[] = words(
  `Wang-Zhiyuan Li-Anran Zhang-Qiong Liu-Baoping Chen-Nuo Yang-Shuhui Huang-Xiaotong Zhao-Weiqi Wu-Meijuan Zhou-Tao Xu-Qingfeng Sun-Yifei Ma-Guilan Zhu-Haoran Hu-Yaqin Guo-Zeyu He-Siqi Lin-Jianhong Gao-Ruixue Luo-Dan
  Zheng-Peng Liang-Yan Song-Chunhua Tang-Lei Xie-Jiayi Han-Xu Cao-Yingying Deng-Zihao Peng-Huan Zeng-Lihua Tian-Miao Dong-Wenbo Pan-Xiuying Yuan-Hong Jiang-Xinyi Yu-Bowen Qian-Rong Shi-Lan Dai-Yuqing Cui-Hao Sima-Yun`,
).map((name) => name.split('-') as [string, string]);

export const sixthEnglishGiven = phrases(
  `Abigail Adrian Alan Alison Allison Annabel Arthur Ashley Benjamin Bethany Brenda Bryan Caroline Chad Chloe Claire Colin Craig Curtis Cynthia Dale Dana Dean Derek Diana Dylan Edgar Eileen Eleanor Elliot Erica Felicity
  Francis Gail Garrett Gloria Graham Heather Hugh Imogen Jack Janice Jeffrey Jill Joel Jonah Jordan Kara Kathryn Kelly Kyle Leah Leonard Liam Lorraine Luke Marcus Maria Marion Maureen Megan Melvin Nadine Nathan Nicole Nora
  Oliver Olivia Patrick Paula Peter Phoebe Quentin Randall Rhys Rosalind Russell Samantha Shane Sharon Simon Sophie Stuart Terence Timothy Trevor Valerie Vincent Walter Wendy Zoe Amit Bashir Carlos Chiara Dalia Emeka Farid
  Gabriela Hana Hiroshi Imran Jamal Katarzyna Kofi Lucia Mateo Meera Mohammed Oksana Pedro Ravi Sofia Thandiwe Ximena Yusuf`,
);

export const sixthEnglishFamily = phrases(
  `Acheson Alcott Armitage Atwood Barker Beckett Birch Blanchard Bowden Brennan Burgess Cartwright Chadwick Colby Connolly Cotton Dawson Delaney Dixon Doyle Driscoll Eddington Ellery Everett Farrow Fielding Fletcher Gallagher
  Gillespie Granger Greaves Hadfield Hammond Harding Hawthorne Hendricks Holbrook Hutchins Iverson Jeffries Kearney Kingsley Lambert Leighton Lowell Mallory Marsden McBride McIntyre Milburn Montague Mulligan Nolan O'Hara
  O'Sullivan Oakley Palmer Peck Perkins Pickett Quigley Quinlan Rafferty Rawlins Reeves Rigby Sewell Shelton Spalding Sutherland Swift Tanner Thackeray Trent Tuttle Upton Vickers Wakefield Webster Whitlock Wilkes Woodard Wyatt
  Abdullah Achebe Alvarez Bhatt Bianchi Choudhury Cohen Da_Silva De_Luca Estrada Farouk Hoffmann Ibrahim Kaur Kovacs Mwangi Nair Nowak Ortiz Quintero Rahman Romero Saleh Sato Sokolov Strand Vargas Watanabe`,
);

/** Division code, plate prefix, and how the place is written in an address. */
export const sixthDivisions: readonly (readonly [string, string, string])[] = words(
  `110108/京N/北京市海淀区 120104/津B/天津市南开区 310105/沪A/上海市长宁区 310113/沪B/上海市宝山区 310117/沪C/上海市松江区 320205/苏B/江苏省无锡市锡山区 320602/苏F/江苏省南通市崇川区 321002/苏K/江苏省扬州市广陵区
  321102/苏L/江苏省镇江市京口区 330203/浙B/浙江省宁波市海曙区 330302/浙C/浙江省温州市鹿城区 330602/浙D/浙江省绍兴市越城区 330702/浙G/浙江省金华市婺城区 340303/皖C/安徽省蚌埠市蚌山区 340802/皖H/安徽省安庆市迎江区
  350603/闽E/福建省漳州市龙文区 360403/赣G/江西省九江市浔阳区 360902/赣C/江西省宜春市袁州区 370303/鲁C/山东省淄博市张店区 370703/鲁G/山东省潍坊市寒亭区 370811/鲁H/山东省济宁市任城区 370902/鲁J/山东省泰安市泰山区
  411302/豫R/河南省南阳市宛城区 420202/鄂B/湖北省黄石市黄石港区 420602/鄂F/湖北省襄阳市襄城区 421002/鄂D/湖北省荆州市沙市区 430304/湘C/湖南省湘潭市岳塘区 430602/湘F/湖南省岳阳市岳阳楼区 430405/湘D/湖南省衡阳市珠晖区
  440303/粤B/广东省深圳市罗湖区 440104/粤A/广东省广州市越秀区 440507/粤D/广东省汕头市龙湖区 440703/粤J/广东省江门市蓬江区 440802/粤G/广东省湛江市赤坎区 450103/桂A/广西壮族自治区南宁市青秀区 450302/桂C/广西壮族自治区桂林市秀峰区
  500106/渝A/重庆市沙坪坝区 500109/渝B/重庆市北碚区 510303/川C/四川省自贡市贡井区 511302/川R/四川省南充市顺庆区 520302/贵C/贵州省遵义市红花岗区 530302/云D/云南省曲靖市麒麟区 610402/陕D/陕西省咸阳市秦都区
  610602/陕J/陕西省延安市宝塔区 620502/甘E/甘肃省天水市秦州区 150203/蒙B/内蒙古自治区包头市昆都仑区 210302/辽C/辽宁省鞍山市铁东区 231002/黑C/黑龙江省牡丹江市东安区 130203/冀B/河北省唐山市路北区 140702/晋K/山西省晋中市榆次区
  640202/宁B/宁夏回族自治区石嘴山市大武口区`,
).map((row) => row.split('/') as [string, string, string]);

export const sixthStreets = words(
  `知春路 成府路 苏州街 清华东路 黄河道 鞍山西道 天山路 仙霞路 定西路 牡丹江路 友谊路 文诚路 新松江路 东亭中路 工农路 青年东路 文昌中路 江都路 学府路 梦溪路 联丰路 柳汀街 人民西路 车站大道 府山横街 胜利东路 八一南街 宾虹路 淮河路 胜利中路
  人民路 菱湖南路 水仙大街 浔阳路 庐山南大道 袁山中路 柳泉路 金晶大道 通亭街 太白湖路 洸河路 岱宗大街 东岳大街 独山大道 建设东路 颐阳路 湖滨大道 檀溪路 胜利街 北京路 双拥路 建设中路 南湖大道 巴陵中路 东风南路 湖东路 深南东路 春风路
  东门中路 中山五路 东风东路 长平路 金砂路 建设二路 迎宾大道 海滨大道 民族大道 金湖路 中山中路 三环路 沙中路 天生路 云华路 自由路 汇川大道 文化路 麒麟南路 玉泉西路 人民中路 南桥街 二道街 成纪大道 钢铁大街 少先路 胜利路 东四条路 太平路
  新华西道 北新道 顺城街 迎宾西街 朝阳西街`,
);

export const sixthEstates = words(
  `知春里 学院派小区 华清嘉园 大华公园世家 虹仙小区 天山怡景苑 友谊家园 檀香花苑 香颂湾 春江花园 学田新村 易家桥新村 梅岭花园 汇银家园 江滨新村 桃花坞 胜丰公寓 都市名园 新桥家园 黎明花苑 快阁苑 明珠苑 世贸山水 湖滨假日 曹山花园
  菱湖新居 碧湖豪园 龙文丽景 怡溪苑 昌建一品 秀江御景 春秋花园 理工大家属院 世纪花园 海通苑 冠亚星城 运河新城 南湖馨苑 泰山佳园 建业绿色家园 张衡小区 亚光新村 湖锦苑 檀溪山庄 长虹家园 江汉新城 东方红小区 南盘岭小区 君山壹号 珠晖花园
  百仕达花园 翠竹苑 东湖新苑 龙珠广场花园 丹霞庄 奥林匹克花园 海景湾 江湾一号 荣和山水绿城 秀峰佳园 临江苑 联芳园 缙云新居 康馨园 丽景苑 鱼洞溪小区 蓝宝石花园 麒麟小筑 世纪大道家园 渭滨苑 枣园小区 天河花苑 青松小区 阿尔丁花园
  千山花园 江南明珠 祥富里 凤凰新城 安宁小区 锦纶小区 星海花园 机床厂宿舍 教师新村 供销社家属院`,
);

export const sixthTowers = words(
  `理想国际大厦 学清嘉创大厦 长宁来福士 虹桥万博中心 宝莲城 松江万达写字楼 圆融广场 京华城中环大厦 苏宁广场 和义大厦 温州国贸大厦 绍兴世贸中心 金华时代大厦 光彩大厦 碧湖万达 联盛广场 义乌大厦 黄金国际 财富广场 民生大厦
  京基一百 国贸中心大厦 中华广场 君华海逸大厦 汇悦大厦 民歌湖中心 联发广场 渝开发新干线大厦 北碚万达写字楼 南充商会大厦 麒麟国际 财富中心 正大广场 恒通大厦 万达写字楼 唐山金融中心 榆次开发大厦`,
);

/** Villages as addresses in the country end, with township. */
export const sixthRural = words(
  `河南省邓州市穰东镇老君殿村 湖南省汨罗市长乐镇合旗村 四川省南部县定水镇秀山村 安徽省枞阳县汤沟镇先锋村 广西桂林市荔浦市修仁镇大榕村 贵州省绥阳县温泉镇双河村 山东省新泰市羊流镇沟西村 江西省靖安县宝峰镇毗炉村
  广东省廉江市良垌镇新华村 湖北省公安县章庄铺镇天井村 河北省玉田县鸦鸿桥镇河东村 甘肃省秦安县叶堡镇侯滩村 云南省罗平县板桥镇金鸡村 福建省南靖县书洋镇塔下村 陕西省礼泉县烟霞镇袁家村 黑龙江省宁安市渤海镇小朱家村
  辽宁省海城市牌楼镇庙沟村 山西省寿阳县宗艾镇神武村 浙江省嵊州市甘霖镇白泥坎村 江苏省如皋市搬经镇芹湖村 重庆市忠县拔山镇五星村 内蒙古固阳县怀朔镇前康图沟村`,
);

export const sixthEnglishStreets = phrases(
  `Ashgrove_Road Aspen_Court Beacon_Hill_Road Bellevue_Avenue Boulder_Creek_Drive Broad_Street Canterbury_Lane Cherry_Tree_Close Church_Street Clearwater_Drive Colonial_Drive Dogwood_Lane Eastgate Fairview_Avenue Fern_Hollow_Road
  Granville_Street Greenfield_Avenue Hawthorn_Road Hickory_Street Ivy_Lane Kensington_Road Lincoln_Avenue Linden_Street Manor_Road Mulberry_Court New_Street Oakdale_Drive Old_Mill_Road Pebble_Creek_Lane Poplar_Avenue Prospect_Street
  Quail_Run Regent_Street Ridgewood_Terrace Saddlebrook_Way Spring_Garden_Road Stonebridge_Lane Summit_Avenue Tamarack_Trail Union_Street Walnut_Street Westbourne_Grove Windsor_Terrace S_Jefferson_Street NE_42nd_Avenue`,
);

export const sixthAmericanCities = [
  ['Columbus', 'OH', '432'],
  ['Omaha', 'NE', '681'],
  ['Richmond', 'VA', '232'],
  ['Boise', 'ID', '837'],
  ['Tampa', 'FL', '336'],
  ['Spokane', 'WA', '992'],
  ['Ann Arbor', 'MI', '481'],
  ['Knoxville', 'TN', '379'],
  ['St. Paul', 'MN', '551'],
  ['Santa Fe', 'NM', '875'],
] as const;

export const sixthBritishCities = [
  ['London', 'E8'],
  ['London', 'SE22'],
  ['Manchester', 'M20'],
  ['Sheffield', 'S10'],
  ['Glasgow', 'G12'],
  ['Exeter', 'EX4'],
  ['York', 'YO10'],
] as const;

export const sixthMailDomains = words(
  `gmail.com gmail.com qq.com qq.com 163.com 163.com 126.com sina.com sohu.com hotmail.com outlook.com yahoo.co.uk icloud.com aol.com fastmail.com btinternet.com foxmail.com 189.cn vip.163.com
  ruihe-pm.com.cn lanqiao-trade.cn qingmiao-edu.cn wideworldimporters.com proseware.io tailwindtraders.com adventure-works.org.uk umich.edu nju.edu.cn sysu.edu.cn`,
);

export const sixthOrganisations = words(
  `瑞和物业服务有限公司 绍兴兰桥纺织品贸易有限公司 南通青苗教育咨询有限公司 淄博鲁中陶瓷科技股份有限公司 温州鹿城鞋业有限公司 湘潭莲城机电设备有限公司 汕头市潮汇玩具实业有限公司 自贡盐都彩灯文化有限公司 包头市钢城运输有限责任公司
  唐山路北区顺达汽车修理厂 天水麦积果业专业合作社 秦川农机有限公司 武夷岩茶合作社 珠江啤酒经销部`,
);

export const sixthEnglishOrganisations = [
  'Wide World Importers',
  'Proseware Inc.',
  'Tailwind Traders',
  'Adventure Works Cycling Club',
  'Maple Hollow Family Practice',
  'Riverbend Pediatrics',
] as const;

/** Sentences that name nobody, though many of their words begin as surnames or given names do. */
export const sixthLines: readonly string[] = `
王府里的海棠开了两茬。
张榜之后可以申请复核。
刘海太长容易扎眼睛。
陈皮放得越久越香。
杨柳依依，正是踏青的好时候。
黄金周期间不接受退换。
赵体字结构匀称。
周末双休，法定节假日另算。
吴越争霸的故事家喻户晓。
徐徐展开的画卷长达八米。
孙辈放学由老人接送的比例超过一半。
马尾松的病枝要及时清理。
朱砂和雄黄都不能内服。
胡萝卜切丝，焯水一分钟。
高山流水，知音难觅。
林下养鸡，一举两得。
何时复课，等候通知。
罗汉果泡水很甜。
梁上的燕子又回来了。
宋锦和云锦的织法不同。
谢幕之后观众久久不愿离去。
唐三彩多为陪葬器物。
许可证有效期五年，到期前三十日申请延续。
韩城的花椒占全国产量的一成半。
冯家坡隧道单向放行。
曹娥江大闸今天开闸泄洪。
曾用名一栏没有就空着。
彭泽鲫适合红烧。
袁州府城墙遗址正在修缮。
苏铁十年才开一次花。
卢比对人民币的汇率小幅回升。
丁香花有四瓣也有五瓣。
钟乳石一百年才长一厘米。
任务书下达后两周内开题。
方志馆周一闭馆。
石榴籽多，寓意团圆。
熊猫馆限流，每半小时放一批。
金属探测门前请取出钥匙。
白开水就是最好的饮料。
江河湖海都禁止倾倒垃圾。
万一停电，应急灯会自动亮起。
钱包夹层里的公交卡不用掏出来也能刷。
严冬腊月，室外水管要包好。
汤面趁热吃，坨了就不好吃了。
文竹喜阴，一周浇一次水。
易燃易爆物品严禁带入场内。
常温存放即可，开封后冷藏。
向导会在山门口等大家。
古琴七根弦，各有各的音。
`
  .trim()
  .split('\n');
