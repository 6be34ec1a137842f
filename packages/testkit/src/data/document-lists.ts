/**
 * Words that the documents are put together from: written down from memory of how people are called and where they live, with no
 * look at the lists of a detector. Everybody is made up.
 *
 * @module
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Surnames, the frequent ones more than once, a few rare and compound ones. */
export const chineseSurnames = words(
  `王 王 王 李 李 李 张 张 张 刘 刘 陈 陈 杨 杨 黄 赵 周 吴 徐 孙 朱 马 胡 郭 林 何 高 梁 郑 罗 宋 谢 唐 韩 曹 许 邓 萧 冯 曾 程 蔡 彭
  潘 袁 于 董 余 苏 叶 吕 魏 蒋 田 杜 丁 沈 姜 范 江 傅 钟 卢 汪 戴 崔 任 陆 廖 姚 方 金 邱 夏 谭 韦 贾 邹 石 熊 孟 秦 阎 薛 侯 雷 白 龙 段
  郝 孔 邵 史 毛 常 万 顾 赖 武 康 贺 严 尹 钱 施 牛 洪 龚 汤 陶 黎 温 莫 易 樊 乔 文 安 殷 颜 庄 章 鲁 倪 庞 邢 俞 翟 蓝 聂 齐 向 申 葛 岳
  欧阳 司马 上官 诸葛 皇甫 尉迟 慕容 令狐`,
);

/** Given names as a whole. */
export const chineseGivenNames = words(
  `伟 芳 娜 敏 静 磊 洋 勇 艳 杰 涛 明 超 霞 平 刚 桂英 秀兰 玉兰 建华 建国 建军 国强 志强 志明 文斌 文静 晓东 晓燕 晓明 小红 丽华 丽娟 海燕
  海涛 春梅 冬梅 雪梅 红梅 桂花 金凤 玉珍 淑华 淑珍 凤英 子涵 子轩 梓涵 梓轩 浩然 浩宇 宇轩 宇航 雨桐 雨欣 雨涵 欣怡 欣妍 诗涵 诗琪 思远 思琪
  思雨 佳怡 佳琪 佳豪 嘉欣 嘉怡 俊杰 俊豪 一鸣 一诺 奕辰 沐宸 沐阳 若曦 若溪 语嫣 语桐 可馨 可欣 梦瑶 梦琪 梦洁 瑞雪 瑞霖 瑾瑜 昊天 昊然 天佑
  天宇 天翊 明轩 明哲 景行 景山 望舒 鹤鸣 清扬 清源 书瑶 书涵 婉清 婉婷 雅琴 雅婷 雅雯 秋月 秋实 立新 立群 永福 永康 德胜 德华 守仁 守义 克勤 克俭
  长青 长征 援朝 跃进 卫东 卫红 向阳 爱国 爱民 成功 胜利 新民 新宇 世杰 世豪 家宝 家豪 家明 宏伟 宏图 鹏飞 鹏程 振华 振宇 正豪 正阳 泽宇 泽楷 锦程 锦绣
  铭 煜 琛 璐 瑶 颖 妍 婷 倩 蕾 莹 莉 琳 珊 岚 澜 骏 毅 峰 岩 凯 锋 亮 鑫 森 淼 焱 垚 晗 曦 翀 旻 昱 昕 晨 旭 宁 宸 彬 斌 博 博文 博远 弘毅 致远 子墨 子衿`,
);

/** Names of ethnic groups that are written with dots, and long ones. */
export const dottedNames = words(
  `阿依古丽·买买提 迪丽努尔·艾合买提 吐尔逊·卡德尔 买买提明·阿不都热依木 古丽娜尔·吐鲁洪 扎西·多吉 阿卜杜拉·伊敏`,
);

/** Given names of English text, from several parts of the world. */
export const englishGivenNames = words(
  `James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah
  Charles Karen Daniel Nancy Matthew Lisa Anthony Margaret Mark Sandra Donald Ashley Steven Kimberly Andrew Emily Paul Donna Joshua
  Michelle Kenneth Carol Kevin Amanda Brian Melissa George Deborah Timothy Stephanie Ronald Rebecca Jason Laura Edward Helen Jeffrey
  Sharon Ryan Cynthia Jacob Kathleen Gary Amy Nicholas Angela Eric Shirley Jonathan Anna Stephen Brenda Larry Pamela Justin Emma
  Priya Arjun Ananya Rahul Fatima Omar Aisha Yusuf Chidi Ngozi Kwame Amara Sofia Mateo Camila Diego Lucia Javier Ingrid Lars Astrid
  Bjorn Oksana Dmitri Svetlana Pavel Katarzyna Piotr Marek Giulia Luca Chiara Matteo Amelie Luc Chloe Pierre Hans Greta Yuki Kenji
  Sakura Haruto Minh Linh Thuy Siobhan Niamh Declan Aoife`,
);

/** Family names of English text. */
export const englishSurnames = words(
  `Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor
  Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott
  Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Patel Sharma Gupta Okafor Mensah
  Kowalski Novak Petrov Ivanova Rossi Ferrari Moreau Dubois Schneider Fischer Johansson Lindqvist Hansen O'Brien O'Connor MacDonald
  McCarthy Fitzgerald Tanaka Yamamoto Suzuki Tran Pham Delgado Castillo Vasquez Whitfield Pemberton Ashworth Blackwood Hargreaves
  Abernathy Castellanos Van-Dyke`,
);

/** Divisions as addresses begin: province, city, district or county; some write a part only. */
export const chineseAreas = words(
  `浙江省杭州市余杭区 浙江省金华市义乌市 浙江省台州市椒江区 江苏省苏州市工业园区 江苏省无锡市滨湖区 江苏省徐州市云龙区 广东省东莞市 广东省佛山市顺德区
  广东省珠海市香洲区 广东省惠州市惠城区 广东省中山市 四川省绵阳市涪城区 四川省成都市双流区 湖北省宜昌市西陵区 湖北省襄阳市樊城区 湖南省株洲市天元区
  湖南省衡阳市蒸湘区 河南省洛阳市涧西区 河南省郑州市金水区 河北省石家庄市长安区 河北省唐山市路北区 山东省烟台市芝罘区 山东省济南市历下区 山东省潍坊市奎文区
  山西省太原市小店区 陕西省咸阳市秦都区 甘肃省兰州市城关区 青海省西宁市城西区 宁夏回族自治区银川市兴庆区 新疆维吾尔自治区乌鲁木齐市天山区 内蒙古自治区包头市昆都仑区
  广西壮族自治区桂林市七星区 云南省大理白族自治州大理市 贵州省遵义市汇川区 海南省三亚市吉阳区 江西省赣州市章贡区 安徽省芜湖市镜湖区 福建省泉州市丰泽区 福建省漳州市芗城区
  黑龙江省大庆市萨尔图区 吉林省延边朝鲜族自治州延吉市 辽宁省大连市沙河口区 西藏自治区拉萨市城关区 上海市浦东新区 上海市闵行区 上海市嘉定区 北京市海淀区 北京市丰台区
  北京市通州区 天津市滨海新区 天津市河西区 重庆市九龙坡区 重庆市江北区 深圳市龙华区 杭州市滨江区 南京市江宁区 武汉市洪山区 成都市锦江区 西安市碑林区 苏州市吴中区`,
);

/** Streets, lanes and roads. */
export const chineseStreets = words(
  `文一西路 解放北路 人民东路 建设二路 长江路 黄河大道 朝阳北大街 迎宾大道 学府路 科技园南路 五一路 新华街 和平里东街 莲花北路 桂花巷 槐树胡同 柳荫街 湖滨路 滨河东路 金鸡湖大道 创新大道 世纪大道 龙腾路 凤凰山路 东风中路 永兴街 翠竹北路 梅园路`,
);

/** What stands behind the street. */
export const chineseEstates = words(
  `阳光花园 碧水湾小区 锦绣江南 金色家园 万科城 保利香槟 恒大绿洲 中海国际社区 翡翠城 御景湾 和谐家园 书香门第 东方明珠公寓 丽水嘉园 紫荆苑 教师新村 星河湾`,
);

export const chineseTowers = words(
  `创业大厦 环球金融中心 国贸大厦 科技大厦 银泰中心 信达广场 时代广场 财富中心 华润大厦`,
);

export const chineseVillages = words(
  `柳河镇王家村 青龙镇石桥村 双塔乡后营村 白云镇大湾村 平安镇李庄村 龙泉镇桃花村 清水乡河口村`,
);

/** Organisations; never judged. */
export const chineseOrganisations = words(
  `杭州云起信息技术有限公司 深圳市蓝海物流股份有限公司 北京同心医疗科技有限公司 江苏恒泰建设集团有限公司 成都锦里餐饮管理有限公司 上海申通检测技术服务有限公司 湖北江汉精密仪器厂 山东鲁能机械制造有限公司 广州粤海贸易有限公司 天津港航运代理有限公司`,
);

export const chineseHospitals = words(
  `市第一人民医院 省立中医院 协和医院 仁济医院 中心医院 妇幼保健院 华西医院 同济医院`,
);

export const chineseBanks = words(
  `中国工商银行 中国建设银行 招商银行 中国农业银行 交通银行 中国银行 浦发银行 兴业银行`,
);

export const englishOrganisations = [
  'Northwind Traders Ltd',
  'Blue Harbor Logistics',
  'Acme Analytics Inc.',
  'Greenfield Medical Group',
  'Summit Ridge Partners',
  'Lakeside Insurance Co.',
  'Brightwater Software GmbH',
  'Copperfield Publishing',
] as const;

/** Streets of English addresses. */
export const englishStreets = words(
  `Maple_Avenue Oak_Street Washington_Boulevard Elm_Drive Cedar_Lane Sunset_Court Highland_Road Park_Avenue River_Road Lincoln_Way Church_Street Mill_Lane Willow_Terrace King_Street Pinecrest_Circle 5th_Avenue West_42nd_Street North_Main_Street`,
).map((street) => street.replaceAll('_', ' '));

/** City, state and first digits of the ZIP code. */
export const americanCities = [
  ['Springfield', 'IL', '627'],
  ['Portland', 'OR', '972'],
  ['Austin', 'TX', '787'],
  ['Columbus', 'OH', '432'],
  ['Denver', 'CO', '802'],
  ['Raleigh', 'NC', '276'],
  ['Sacramento', 'CA', '958'],
  ['Buffalo', 'NY', '142'],
  ['Tampa', 'FL', '336'],
  ['Madison', 'WI', '537'],
] as const;

/** City and postcode area. */
export const britishCities = [
  ['London', 'SW1A'],
  ['Manchester', 'M1'],
  ['Leeds', 'LS6'],
  ['Bristol', 'BS8'],
  ['Edinburgh', 'EH3'],
  ['Cardiff', 'CF10'],
  ['Oxford', 'OX1'],
] as const;

export const mailDomains = words(
  `gmail.com outlook.com qq.com 163.com 126.com sina.com foxmail.com yahoo.com hotmail.com icloud.com proton.me example.com northwind.example.org yunqi-tech.cn mail.lanhai.com.cn greenfieldmed.org`,
);

export const products = words(
  `无线蓝牙耳机 智能手表 空气净化器 电饭煲 笔记本电脑 机械键盘 羽绒服 婴儿推车 咖啡机 扫地机器人`,
);
