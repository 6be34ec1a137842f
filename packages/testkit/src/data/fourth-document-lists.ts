/**
 * Words of the fourth set of documents: other people, streets, firms and places than those of the sets before, written down from
 * memory with no look at the lists of a detector. Everybody is made up; division codes are those of GB/T 2260.
 *
 * @module
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const phrases = (text: string): readonly string[] =>
  words(text).map((phrase) => phrase.replaceAll('_', ' '));

/** Surnames by how frequent they are, with rare and compound ones. */
export const fourthSurnames = words(
  `李 李 李 李 王 王 王 王 张 张 张 张 刘 刘 刘 陈 陈 陈 杨 杨 赵 赵 黄 黄 周 周 吴 吴 徐 徐 孙 胡 朱 高 林 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董
  肖 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦
  江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 庞 樊 兰 殷 施 陶 洪 翟 安 颜 倪 严 牛 温 芦 季 俞 章 鲁 葛 伍 韦 申 尤 毕 聂 丛 焦
  向 柳 邢 路 岳 齐 梅 莫 庄 辛 管 祝 左 涂 谷 祁 时 舒 耿 牟 卜 詹 关 苗 凌 费 纪 靳 盛 童 欧 甄 项 曲 成 游 阳 裴 席 卫 查 屈 鲍 位 覃 霍 翁 隋 甘 景
  薄 单 包 司 柏 宁 柯 阮 桂 闵 车 滕 宫 郎 冉 迟 蒙 闫 喻 佟 樊 郁 臧 娄 窦 苟 仇 储 逯 芮 厉 郜 晏 佘 亓 鞠 桑 封 寇 巩 匡 全 禹 宗 边 敖 荆 沙 丘
  欧阳 欧阳 上官 诸葛 司徒 司马 令狐 皇甫 尉迟 轩辕 慕容 公孙 长孙 宇文`,
);

/** Given names of all ages and both sexes. */
export const fourthGivenNames = words(
  `斌 健 波 辉 鹏 飞 军 华 林 丽 霖 萍 娟 玲 燕 莲 蕙 薇 珍 贞 爽 媛 悦 阳 娅 宽 奎 骞 屹 崇 尧 卓 然 恒 恺 枫 榕 灏 瀚 熠 祎 瑄 璇 瑜 茹 蔚 蕴 逊 邈 钧
  铮 霁 韵 颢 馨 骁 赟 彧 霈 玮 筠 鸣 聪 辰 彦 硕 诚 刚 乐 宏 玉华 玉芬 玉英 秀英 秀芳 秀云 秀梅 桂兰 桂荣 桂芳 淑兰 淑英 淑芳 素珍 素华 素梅 凤兰 凤珍 月英
  翠英 翠兰 菊香 金莲 银花 春花 春兰 兰英 兰芳 惠珍 惠英 美英 美兰 爱华 爱玲 爱萍 小英 小平 小玲 小燕 小琴 小梅 晓玲 晓红 晓丽 晓峰 晓琳 晓雯 晓庆 海英 海霞 海峰
  海龙 海军 红英 红波 红卫 红旗 建民 建新 建中 建伟 建强 建设 建波 志刚 志华 志勇 志伟 志军 志鹏 志远 志成 国华 国平 国强 国良 国富 国梁 国辉 文杰 文军 文华 文强 文涛 文娟
  德明 德林 德义 德胜 德全 永明 永福 永生 永年 永红 长春 长生 长林 长江 长河 福生 福来 福贵 树林 树森 树人 根生 水根 金水 火生 土根 木生 大海 大明 大鹏 大勇 小虎 小波
  小兵 小宝 占军 占国 占魁 殿臣 兆丰 兆祥 庆祥 庆华 庆丰 瑞祥 玉柱 玉山 玉田 玉成 宝国 宝林 宝成 世昌 世雄 世光 启明 启航 启帆 俊峰 俊杰 俊辉 俊凯 俊逸 俊哲 明辉 明亮 明杰
  明珠 明月 明霞 振兴 振宁 振邦 振威 伟东 伟明 伟民 伟杰 伟业 伟强 卫国 卫平 卫华 卫民 新华 新平 新建 新春 雪莲 雪峰 雪松 雪琴 雪娇 雨晴 雨辰 雨薇 雨泽 雨菲 雨彤 雨萌 雨墨 梓豪
  梓琪 梓彤 梓晨 梓航 梓妍 梓瑜 梓墨 子豪 子杰 子墨 子睿 子萱 子琪 子怡 子晴 子涛 子健 子昂 子安 宇辰 宇飞 宇帆 宇翔 宇彤 宇泽 宇浩 浩轩 浩东 浩哲 浩天 浩楠 浩博 皓月 皓宇 皓晨 俊宇 俊轩
  佳宁 佳妮 佳慧 佳明 佳雯 佳颖 佳欣 佳伟 佳蕊 嘉豪 嘉宁 嘉诚 嘉禾 嘉树 嘉言 嘉懿 思佳 思怡 思雯 思睿 思哲 思敏 思成 思齐 思邈 梦琳 梦婷 梦雪 梦露 梦娇 梦圆 梦溪 静雯 静宜 静茹 静文 静秋
  诗雅 诗琴 诗韵 诗媛 诗晴 语晴 语萱 语彤 语嘉 语薇 语蓉 若兰 若琳 若彤 若水 若男 若冰 欣悦 欣彤 欣怡 欣瑶 欣桐 欣蕾 一帆 一航 一涵 一菲 一铭 一宁 一丹 一可 艺馨 艺璇 艺菲 艺凡 奕泽
  奕帆 奕涵 奕鸣 逸凡 逸轩 逸群 亦辰 亦舒 亦心 沐泽 沐晨 沐瑶 沐妍 沛然 沛霖 泽洋 泽民 泽霖 泽涛 润泽 润东 晨曦 晨阳 晨宇 晨露 晨光 曦月 晓彤 晓萌 可欣 可心 可盈 可儿 乐天 乐瑶 乐怡 安然 安琪 安宁
  景天 景瑜 景文 景澄 知行 知远 知微 知夏 书航 书恒 书墨 书怡 书琴 怀瑾 握瑜 明远 修远 修文 修齐 承泽 承宇 承恩 承翰 翰林 翰墨 云鹤 云帆 云舒 云涛 云峰 飞宇 飞鸿 飞扬 凌云 凌霄 凌峰 星河 星瑶 星泽
  柏宇 柏霖 柏涵 楚涵 楚楚 楚云 紫涵 紫怡 紫薇 紫琪 紫嫣 雅静 雅芳 雅丽 雅楠 雅萱 雅洁 锦涛 锦程 锦鹏 锦荣 铭轩 铭泽 铭宇 锐泽 鑫磊 鑫宇 鑫鑫 磊磊 婷婷 丽丽 娜娜 莎莎 萌萌 媛媛 圆圆 阳阳 洋洋 冰冰 莉莉`,
);

/** Names of ethnic groups, with the middle dot and without. */
export const fourthDottedNames = words(
  `努尔艾力·吾买尔 古丽巴哈尔·赛买提 热依汗古丽·马木提 艾尔肯·阿布来提 木合塔尔·依明江 阿卜力克木·图尔荪 帕提古丽·库尔班 麦麦提艾力·阿卜杜外力 叶尔兰·哈布力 赛力克·木拉提
  巴合提古丽·努尔兰 米热古丽·玉素甫 阿尔斯兰·阿不力孜 尼加提·艾海提 其其格·乌云 洛桑·次仁 卓玛·央金 阿迪力·吐尔地 玛依努尔·斯迪克`,
);

/** Names of Tibetans, Mongols, Yi and others that are written in one. */
export const fourthUndottedNames = words(
  `格桑卓玛 次仁旺堆 旦增罗布 索朗央宗 巴桑次仁 德吉白珍 其美多吉 仁青卓嘎 斯琴高娃 乌兰图雅 阿木尔 那日松 吉克阿依 阿苏伍沙 沙马拉毅`,
);

/** Names in traditional characters: Taiwan, Hong Kong, Macau. */
export const fourthTraditionalNames = words(
  `林美惠 陳俊宏 黃淑貞 張雅筑 李承翰 王思涵 吳宗憲 劉怡婷 蔡明達 楊佩蓉 許志偉 鄭淑娟 謝孟軒 郭育廷 洪嘉駿 邱怡伶 曾國棟 廖淑惠 賴冠宇 徐婉婷 周建國 葉秀琴 蘇志明 莊雅惠
  江家豪 呂佳蓉 何詠琳 羅振邦 高雅琪 蕭宇辰 潘建銘 簡淑華 朱俊男 鍾佩君 彭郁雯 游家瑋 詹淑芳 胡志遠 施柏宏 沈佳慧 盧明哲 梁嘉敏 趙國雄 顏玉婷 魏子翔 孫佩怡 余靜雯 馮偉倫 譚詠詩
  鄧家輝 區志堅 岑美珊 麥浩然 冼國權 霍麗嫦 關淑儀 甄偉明 伍穎欣 湯家俊 龔潔瑩 歐陽詠芝 司徒偉業 上官婉玲 范姜明道 張簡秀娟 陳李慧貞 何鄭美玲`,
);

/** Names in Latin letters with pinyin parts: surname, given name. */
export const pinyinNames: readonly (readonly [string, string])[] = words(
  `Zhang-Haoran Li-Siyuan Wang-Jianguo Liu-Yuxin Chen-Zihan Yang-Mengqi Zhao-Wenbo Huang-Xiaoli Zhou-Minghui Wu-Jiayi Xu-Zhiqiang Sun-Lijuan Ma-Tianyu Zhu-Ruoxi Hu-Yifan Guo-Shuai He-Jingwen Lin-Zhiyuan
  Gao-Yuan Luo-Dan Zheng-Kaiwen Liang-Bo Song-Yuqing Tang-Weiwei Xie-Fangfang Han-Xue Cao-Zheng Deng-Chao Peng-Xinyi Zeng-Guohua Xiao-Han Tian-Ye Dong-Mingzhu Pan-Jie Yuan-Hongmei Cai-Zhuoyan Jiang-Shuying
  Yu-Shaoqun Du-Pengfei Ye-Qing Wei-Lanlan Su-Tong Lu-Yao Fang-Zhongxin Ren-Zhengyi Shen-Congwei Qin-Hailu Ouyang-Xiadan`,
).map((name) => name.split('-') as [string, string]);

export const fourthEnglishGiven = words(
  `Abigail Adrian Alan Alexandra Allison Andrea Arthur Austin Benjamin Bethany Bradley Brandon Caroline Catherine Chad Cheryl Claire Colin Connor Courtney Craig Crystal Curtis Dana Dennis Derek Diane Dominic
  Douglas Eleanor Erica Erin Eugene Felicity Fiona Frank Fred Gail Gareth Geoffrey Gillian Gordon Graham Gregory Hannah Harold Harriet Heather Hugo Imogen Isabel Jack Jasmine Jeffery Jenna Jill Joel Jordan Kathryn
  Kayla Kelly Kirsty Kyle Lauren Leah Leonard Lewis Lindsey Lorraine Louise Luke Lydia Malcolm Marcus Marie Maureen Megan Meredith Miriam Monica Nathan Neil Nicole Nigel Olivia Patrick Paula Peter Philip Phoebe Rebekah
  Rhys Robin Rosemary Russell Samantha Samuel Sebastian Shannon Simon Sophie Stuart Suzanne Teresa Theodore Tiffany Travis Trevor Tyler Valerie Vanessa Vincent Wendy Zachary Abdullah Adaeze Alejandro Anjali Bao Carlos
  Chiara Chukwuma Daisuke Eduardo Emeka Esra Farah Fernanda Gabriela Gustavo Hamza Hana Ibrahim Jakub Jorge Kaito Khadija Kofi Laila Lucas Magnus Mariana Maximilian Mohammed Nikhil Nilufar Oluwaseun Pooja Rania Ricardo
  Sanjay Shreya Soren Takeshi Tariro Tatiana Usman Vivek Wanjiru Yara Youssef Zanele`,
);

export const fourthEnglishFamily = phrases(
  `Alexander Armstrong Atkinson Barker Barrett Baxter Bishop Bradley Burgess Burton Byrne Chambers Chapman Clarke Cole Cunningham Dawson Dixon Doyle Duncan Dunn Elliott Ellis Farrell Fletcher Fox Francis Freeman Gallagher
  Gardner George Gibson Gilbert Gill Goodwin Grant Graves Greene Hamilton Hammond Harding Harper Harrison Hart Harvey Hawkins Higgins Holland Holmes Hopkins Houghton Hudson Hunt Hunter Jennings Johnston Jordan Kennedy
  Kerr Knight Lambert Lane Lawrence Lawson Little Lloyd Lowe Lynch Marsh Marshall Mason Matthews McDonald McGregor Mills Moran Murray Newman Nicholson Norton O'Neill O'Sullivan Oliver Osborne Owen Page Palmer Parsons
  Payne Pearson Poole Porter Quinn Reynolds Rhodes Riley Rose Ryan Saunders Shaw Sharp Shelton Short Spencer Stanley Stephenson Stevens Stone Sutton Thornton Todd Walsh Walters Warren Webb Weber Welch West Wheeler
  Wilkinson Willis Woods Wyatt Abdi Aguilar Ahmed Alvarez Andersson Bakker Becker Bergstrom Boateng Carvalho Chowdhury Costa da_Silva De_Luca Dlamini El-Sayed Eriksen Eze Fernandez Gonzales Haque Hernandez Hoffmann
  Ishikawa Jankowski Kamau Khan Kowalczyk Laurent Mahlangu Matsuda Mehta Menon Mwangi Nair Nguyen Nowak Okonkwo Oyelaran Park Reddy Romero Sato Schulz Sørensen Takahashi Van_der_Merwe Vargas Verma Watanabe Yildiz`,
);

/** Division code, plate prefix, and how the place is written in an address. */
export const fourthDivisions: readonly (readonly [string, string, string])[] = words(
  `110101/京A/北京市东城区 110108/京N/北京市海淀区 110107/京Q/北京市石景山区 110113/京P/北京市顺义区 110115/京Y/北京市大兴区 120104/津C/天津市南开区 120105/津B/天津市河北区 310101/沪A/上海市黄浦区
  310105/沪B/上海市长宁区 310110/沪C/上海市杨浦区 310113/沪D/上海市宝山区 310117/沪F/上海市松江区 320102/苏A/江苏省南京市玄武区 320104/苏A/江苏省南京市秦淮区 320105/苏A/江苏省南京市建邺区 320507/苏E/江苏省苏州市相城区
  320582/苏E/江苏省张家港市 320581/苏E/江苏省常熟市 330105/浙A/浙江省杭州市拱墅区 330109/浙A/浙江省杭州市萧山区 330206/浙B/浙江省宁波市北仑区 330303/浙C/浙江省温州市龙湾区 330381/浙C/浙江省瑞安市 330602/浙D/浙江省绍兴市越城区
  330783/浙G/浙江省东阳市 340102/皖A/安徽省合肥市瑶海区 340103/皖A/安徽省合肥市庐阳区 350205/闽D/福建省厦门市海沧区 350206/闽D/福建省厦门市湖里区 350502/闽C/福建省泉州市鲤城区 350582/闽C/福建省晋江市 360103/赣A/江西省南昌市西湖区
  370103/鲁A/山东省济南市市中区 370203/鲁B/山东省青岛市市北区 370702/鲁G/山东省潍坊市潍城区 410102/豫A/河南省郑州市中原区 410103/豫A/河南省郑州市二七区 420102/鄂A/湖北省武汉市江岸区 420103/鄂A/湖北省武汉市江汉区 420105/鄂A/湖北省武汉市汉阳区
  430102/湘A/湖南省长沙市芙蓉区 430103/湘A/湖南省长沙市天心区 430105/湘A/湖南省长沙市开福区 440103/粤A/广东省广州市荔湾区 440104/粤A/广东省广州市越秀区 440105/粤A/广东省广州市海珠区 440303/粤B/广东省深圳市罗湖区 440304/粤B/广东省深圳市福田区
  440306/粤B/广东省深圳市宝安区 440604/粤E/广东省佛山市禅城区 450103/桂A/广西南宁市青秀区 460105/琼A/海南省海口市秀英区 500106/渝B/重庆市沙坪坝区 500108/渝A/重庆市南岸区 510105/川A/四川省成都市青羊区 510106/川A/四川省成都市金牛区
  510108/川A/四川省成都市成华区 520103/贵A/贵州省贵阳市云岩区 530103/云A/云南省昆明市盘龙区 540102/藏A/西藏自治区拉萨市城关区 610104/陕A/陕西省西安市莲湖区 610103/陕A/陕西省西安市碑林区 620102/甘A/甘肃省兰州市城关区 630104/青A/青海省西宁市城西区
  640106/宁A/宁夏银川市金凤区 650103/新A/新疆乌鲁木齐市沙依巴克区 150105/蒙A/内蒙古呼和浩特市赛罕区 210103/辽A/辽宁省沈阳市沈河区 210203/辽B/辽宁省大连市西岗区 220104/吉A/吉林省长春市朝阳区 230102/黑A/黑龙江省哈尔滨市道里区
  130104/冀A/河北省石家庄市桥西区 130203/冀B/河北省唐山市路北区 140106/晋A/山西省太原市迎泽区`,
).map((row) => row.split('/') as [string, string, string]);

export const fourthStreets = words(
  `丰潭路 教工路 望江东路 庆春路 中河中路 莫干山路 秋涛北路 天目山路 塘苗路 紫金港路 东新路 沈半路 石祥路 民心路 富春路 之江路 北环西路 广渠路 西三环北路 阜成路 万寿路 复兴路 马家堡东路 南三环东路 安立路
  北苑路 酒仙桥路 三里屯路 东直门外大街 崇文门外大街 虎坊路 鼓楼东大街 张自忠路 苏州街 清河中街 漕宝路 虹漕路 古美路 宜山路 吴中路 四平路 军工路 殷高西路 周家嘴路 曹杨路 武宁路 万航渡路 愚园路 肇嘉浜路 打浦路 陆家嘴环路 张杨路
  锦绣路 莲溪路 沪太路 中山东路 汉中路 龙蟠路 江东中路 集庆门大街 三牌楼大街 干将东路 人民南路 观前街 狮山路 竹辉路 天河北路 黄埔大道西 江南西路 东晓南路 新港西路 同泰路 滨河大道 红荔路 梅林路 彩田南路 笋岗东路 宝安南路
  布龙路 创业二路 前进一路 南海大道 桃源街 湖滨南路 嘉禾路 厦禾路 莲前西路 杏林湾路 五一中路 芙蓉中路 韶山北路 万家丽路 解放西路 东风路 武珞路 建设大道 青年路 解放大道 鹦鹉大道 三阳路 建设路 嵩山南路 航海东路 桐柏北路 大学北路
  经十路 舜耕路 英雄山路 历山路 山大南路 台东三路 辽阳西路 香港东路 高新路 友谊东路 朱雀大街 劳动南路 大兴西路 一环路西二段 二环路北一段 蜀汉路 万年路 双林路 抚琴西路 石灰市街 民权路 南滨路 小龙坎正街 延河路 北滨河路 白银路
  友好北路 钱塘江路 中山路 文化路 民族大道 七星路 海秀中路 兴隆街 西安大路 红旗街 友谊路 经纬二道街 青年大街 大西路 长江路 黄河路 建设北大街 槐安西路 新华西道 迎泽大街 并州北路 通道南街 八一西路`,
);

export const fourthEstates = words(
  `翡翠湾 滨江和园 星悦湾 都市水乡 金地艺境 橡树湾 龙湖滟澜山 西溪诚园 钱江湾花园 桂花城 北辰福第 华清嘉园 莱茵春天 天鹅湾 东港嘉苑 江畔云庐 远大园五区 育新花园 新龙城 珠江帝景 百环家园 华龙苑中里 保利西山林语 万泉新新家园
  瑞和城 汇景新城 玉兰花苑 慧芝湖花园 联洋花园 仁恒河滨城 圣莫丽斯 香蜜三村 益田村 缇香名苑 中信红树湾 海怡湾畔 骏景花园 光大花园 富力千禧 逸翠园 曲江公馆 紫薇田园都市 枫林绿洲 浐灞半岛 天府名居 中海格林威治城 蓝光富丽城
  鹭岛国际社区 南湖国际社区 洪广花园 汉口花园 常青花园 百步亭花园 东湖庭园 岳麓山庄 湘江世纪城 八方小区 福晟钱隆城 观音山公寓 瑞景新村 海沧生活区 水云间 泉城花园 伟东新都 银丰花园 浮山后四小区 绿城百合 中央花园 农科苑 工人新村 纺织宿舍 税务局家属楼`,
);

export const fourthTowers = words(
  `西溪国际 坤和中心 华联时代 欧美中心 恒生科技园 浙商大楼 数码港大厦 银河SOHO 中关村e世界 融科资讯中心 嘉里中心 尚都国际 来福士中心 南丰城 漕河泾开发区 长泰广场 绿地中心 新世纪广场 天安数码城 赛格广场 卓越时代广场 大冲国际中心
  中洲大厦 广晟国际大厦 珠江城大厦 泰然科技园 软件新城 都市之门 航天科技产业园 保利国际广场 光谷金融港 泛海国际中心 世茂环球 新地中心 海峡交流中心 观音山营运中心`,
);

/** Villages as addresses in the country end, with township. */
export const fourthRural = words(
  `河南省固始县陈淋子镇红花村 湖南省新化县西河镇太平村 四川省仪陇县马鞍镇琳琅村 安徽省临泉县长官镇于寨村 广西玉林市博白县亚山镇清江村 贵州省毕节市大方县羊场镇穿岩村 山东省曹县青堌集镇张楼村 江西省于都县梓山镇潭头村
  广东省梅州市五华县华城镇塔岗村 湖北省监利市朱河镇李沟村 河北省威县梨园屯镇沙柳寨村 甘肃省陇西县首阳镇菜子坪村 云南省昭通市镇雄县芒部镇庙河村 福建省安溪县感德镇槐植村 陕西省富平县淡村镇荆山村 吉林省榆树市五棵树镇广隆村
  黑龙江省望奎县先锋镇坤南村 辽宁省昌图县老城镇城子村 山西省临县三交镇高家坪村 浙江省泰顺县泗溪镇下桥村 江苏省沭阳县新河镇周圈村 青海省互助县威远镇小庄村 内蒙古赤峰市宁城县大城子镇瓦南村 海南省儋州市木棠镇铁匠村`,
);

export const taiwanPlaces = words(
  `臺北市中山區民權東路三段 臺北市內湖區瑞光路 新北市永和區中正路 新北市三重區重新路四段 桃園市龜山區文化一路 臺中市北屯區崇德路二段 臺中市南屯區公益路二段 臺南市永康區中華路 高雄市三民區建工路 高雄市鳳山區光遠路 基隆市仁愛區愛三路
  新竹縣竹北市光明六路 苗栗縣頭份市中央路 雲林縣斗六市大學路三段 花蓮縣花蓮市國聯五路 臺東縣臺東市更生路`,
);

export const hongKongStreets = words(
  `香港灣仔莊士敦道 香港鰂魚涌英皇道 香港西營盤第三街 香港柴灣道 九龍紅磡馬頭圍道 九龍尖沙咀加連威老道 九龍油麻地廟街 九龍黃大仙鳳德道 新界屯門鄉事會路 新界元朗青山公路 新界大埔安慈路 新界將軍澳唐明街`,
);

export const hongKongEstates = words(
  `寶翠園 太古城金楓閣 美孚新邨 黃埔花園 康怡花園 泓景臺 金輝大廈 永安大樓 祥勝大廈 海濱花園`,
);

export const macauStreets = words(
  `澳門新馬路 澳門高士德大馬路 澳門提督馬路 澳門黑沙環海邊馬路 澳門氹仔柯維納馬路 澳門賈伯樂提督街 澳門荷蘭園大馬路`,
);

export const fourthEnglishStreets = phrases(
  `Ashford_Road Beechwood_Avenue Brookside_Lane Canterbury_Close Clearwater_Drive Cobblestone_Court Cypress_Point_Drive Dogwood_Lane Eastgate_Road Fairview_Terrace Fern_Hill_Road Grandview_Avenue Greenwood_Street Hawthorn_Way
  Hickory_Hollow_Road Hillcrest_Drive Ivy_Lane Kensington_Gardens Laurel_Street Linden_Avenue Locust_Street Marlborough_Road Millbrook_Road Northgate_Drive Oakwood_Crescent Old_Mill_Road Peachtree_Street Pleasant_Street
  Poplar_Avenue Regent_Street Rosewood_Drive School_Street South_3rd_Street Spruce_Street Summit_Avenue Union_Street Walnut_Street Westbourne_Grove West_End_Avenue Wharf_Road Woodland_Drive E_17th_Street`,
);

export const fourthAmericanCities = [
  ['Seattle', 'WA', '981'],
  ['Cleveland', 'OH', '441'],
  ['Pittsburgh', 'PA', '152'],
  ['Nashville', 'TN', '372'],
  ['San Jose', 'CA', '951'],
  ['Ann Arbor', 'MI', '481'],
  ['Brooklyn', 'NY', '112'],
  ['St. Louis', 'MO', '631'],
  ['Charlotte', 'NC', '282'],
  ['Cambridge', 'MA', '021'],
  ['Baton Rouge', 'LA', '708'],
  ['Las Vegas', 'NV', '891'],
] as const;

export const fourthBritishCities = [
  ['London', 'SE15'],
  ['London', 'W4'],
  ['Liverpool', 'L17'],
  ['Nottingham', 'NG7'],
  ['Newcastle upon Tyne', 'NE6'],
  ['Cambridge', 'CB4'],
  ['Exeter', 'EX4'],
  ['Belfast', 'BT9'],
] as const;

/** City with state and postcode, Australia and Canada. */
export const commonwealthCities = phrases(
  `Parramatta_NSW_2150 Fitzroy_VIC_3065 Toowong_QLD_4066 Fremantle_WA_6160 Toronto,_ON_M5V_2T6 Vancouver,_BC_V6B_4Y8 Calgary,_AB_T2P_1J9`,
);

/** District, city and province as Chinese addresses in English end. */
export const englishChinesePlaces = phrases(
  `Binjiang_District,_Hangzhou,_Zhejiang Yanta_District,_Xi'an,_Shaanxi Nanshan_District,_Shenzhen,_Guangdong Haidian_District,_Beijing Pudong_New_Area,_Shanghai Wuhou_District,_Chengdu,_Sichuan Siming_District,_Xiamen,_Fujian
  Gulou_District,_Nanjing,_Jiangsu Hongshan_District,_Wuhan,_Hubei Laoshan_District,_Qingdao,_Shandong`,
);

export const englishChineseStreets = phrases(
  `Keji_Road Jianghong_Road Wensan_Road Zhongshan_East_Road Renmin_South_Road Xueyuan_Road Shennan_Avenue Jiefang_Road Century_Avenue Hubin_North_Road Tianfu_3rd_Street`,
);

export const fourthMailDomains = words(
  `gmail.com gmail.com qq.com qq.com 163.com 126.com outlook.com hotmail.com sina.cn sohu.com foxmail.com icloud.com 189.cn vip.163.com yahoo.com.hk yahoo.com.tw protonmail.com hotmail.co.uk btinternet.com
  ruihe-med.com.cn xingtu-auto.cn lingnan-trade.com.hk minghai.com.tw zju.edu.cn contoso.com tailspin-travel.com woodgrove.co.uk adatum.io`,
);

export const fourthOrganisations = words(
  `杭州瑞禾医疗器械有限公司 上海星途汽车销售服务有限公司 深圳市岭南进出口贸易有限公司 北京京北数据技术股份有限公司 苏州工业园区安捷电子有限公司 成都天府知行教育咨询有限公司 南京紫金保险代理有限公司 武汉黄鹤楼文化传播有限公司
  重庆山城物流集团有限公司 西安城墙旅行社有限责任公司 青岛海信达水产有限公司 厦门鹭江置业有限公司 郑州中原粮油有限公司 石家庄华北制药厂 马鞍山钢铁设备有限公司 张家口风电运维有限公司`,
);

export const fourthEnglishOrganisations = [
  'Contoso Health Systems',
  'Tailspin Travel Ltd',
  'Woodgrove Bank plc',
  'Adatum Software Inc.',
  'Riverside Lettings',
  'Granite Peak Mutual',
  'Proseware Logistics B.V.',
  'Coho Vineyard & Winery',
] as const;

export const fourthHospitals = words(
  `浙江大学医学院附属第二医院 北京积水潭医院 上海市第六人民医院 中山大学附属第一医院 武汉大学人民医院 江苏省人民医院 省立儿童医院 区中西医结合医院`,
);

export const fourthBanks = words(
  `中国民生银行 中信银行 平安银行 中国光大银行 杭州银行 宁波银行 中国邮政储蓄银行 广发银行`,
);

export const fourthProducts = words(
  `人体工学椅 儿童安全座椅 破壁机 投影仪 电动牙刷 登山鞋 行车记录仪 羊绒围巾 智能门锁 空气炸锅 猫爬架 乳胶床垫`,
);
