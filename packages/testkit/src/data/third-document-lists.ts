/**
 * Words of the third set of documents and of the chats: other people, streets and places than `document-lists.ts`, written down from
 * memory with no look at the lists of a detector.
 *
 * @module
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const phrases = (text: string): readonly string[] =>
  words(text).map((phrase) => phrase.replaceAll('_', ' '));

export const thirdSurnames = words(
  `王 王 李 李 张 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋
  蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤
  尹 黎 易 常 武 乔 贺 赖 龚 文 庞 樊 兰 殷 施 陶 洪 翟 安 颜 倪 严 牛 温 芦 季 俞 章 鲁 葛 伍 韦 申 尤 毕 聂 丛 焦 向 柳 邢 路 岳 齐 梅 莫 庄 辛
  管 祝 左 涂 谷 祁 时 舒 耿 牟 卜 詹 关 苗 凌 费 纪 靳 盛 童 欧 甄 项 曲 成 游 阳 裴 席 卫 查 屈 鲍 位 覃 霍 翁 隋 植 甘 景 薄 单 包 司 柏 宁 柯
  阮 桂 闵 欧阳 司徒 上官 夏侯 东方 端木 南宫`,
);

export const thirdGivenNames = words(
  `凡 丹 卉 可 哲 威 晋 朗 桐 楠 欢 浩 渊 灿 炜 玥 珂 畅 睿 祺 科 策 筱 绮 翔 耀 航 芸 若 茜 菲 蓉 衡 谦 轶 达 迪 通 遥 钰 锐 雁 雯 霄 韬 顺 驰 麟
  大勇 小军 云飞 云霞 仁杰 传芳 佩兰 佩珊 作霖 允文 光辉 光耀 元恺 先进 克明 兴旺 兴邦 冠宇 冰洁 凤霞 利民 剑锋 力扬 加林 友谅 友善 国庆 国栋 圣杰 国香
  培元 士杰 大伟 大山 天龙 夏荷 奇峰 如玉 如意 子默 子珩 学文 学军 孝文 安妮 安琪 宝山 宝玉 家栋 富贵 小芳 小龙 少华 少波 展鹏 岚清 巧云 庆余 康宁 建平
  建业 彩霞 彩云 德才 怀远 思琦 思源 恩泽 惠芳 慧敏 慧琳 成林 承志 振东 振国 改革 敬业 文博 文龙 新月 方舟 旭东 明月 明珠 春生 春晖 晓峰 晓蕾 景辉 月娥
  朝阳 木兰 来福 杏花 松涛 林峰 桂珍 桃红 楚乔 欣然 正国 步青 永强 永刚 江涛 泽民 洪波 浩天 海波 海洋 清华 清秋 溪亭 玉兰 玉龙 玉梅 琼芳 瑞祥 瑞华 生辉
  百川 盼盼 知夏 石头 秀珍 秋菊 程远 立冬 红军 红霞 纪元 细妹 绍华 维国 罗敷 美玲 美华 翠花 耀东 腊梅 致和 良玉 艺涵 芷若 苗苗 英姿 茂林 荣华 菲菲 蔚然
  虹宇 蝶衣 西西 诗雨 赛男 起航 超群 跃华 逸飞 道明 醒龙 金龙 金玲 金花 铁柱 锦华 长江 长虹 雅欣 雪峰 雪莹 青山 青青 静怡 韵竹 风华 飞燕 高峰 鸿飞 黛玉
  琪琪 梓萱 梓睿 一凡 一帆 亦菲 依诺 俊熙 语晨 皓轩 钰涵 沐晴 若汐 昕怡 芮涵 睿渊 星辰 星宇 昊宇 紫萱 伊诺 宇泽 宇宁 语汐 允熙 书瑜 亚楠 亚军 佳乐 丽萍 丽君`,
);

/** Names in traditional characters, of Taiwan and Hong Kong. */
export const traditionalNames = words(
  `陳怡君 林志豪 黃雅婷 張家豪 李淑芬 王建宏 吳佩珊 劉冠廷 蔡宜蓁 楊宗翰 許雅雯 鄭凱文 謝佳穎 郭俊賢 洪美玲 邱柏翰 曾詩涵 廖彥廷 賴品妤 徐承恩 周子瑜 葉欣怡
  蘇育賢 莊佩琪 江振宇 呂思穎 何家榮 羅美儀 高志強 蕭敬騰 潘慧如 簡嘉宏 朱麗娟 鍾曉彤 彭國華 游雅涵 詹凱翔 胡秀英 施淑敏 沈建志 余曉晴 盧俊傑 梁詠琪 趙文瑄
  顏清標 柯佳嬿 翁倩玉 魏如萱 孫協志 戴佩妮 范植偉 宋芸樺 方大同 鄧麗君 陳大文 李嘉欣 黃家駒 區永權 歐陽靖 司徒法正`,
);

export const thirdEnglishGiven = words(
  `Oliver Noah Liam Ethan Lucas Mason Logan Aiden Caleb Owen Henry Wyatt Isaac Gavin Dylan Carter Julian Levi Ruth Martha Judith Joan
  Alice Julia Grace Frances Gloria Evelyn Rose Hazel Violet Stella Aurora Naomi Elena Ariana Madeline Peyton Harper Scarlett Bella
  Gerald Roger Keith Jeremy Terry Lawrence Sean Christian Albert Wayne Ethel Beverly Denise Marilyn Amber Danielle Brittany Rachel
  Imani Malik Zainab Tariq Leila Hassan Nadia Karim Rohan Kavya Deepak Sunita Meera Vikram Ayodele Folake Tunde Thabo Lerato Sipho
  Valentina Santiago Ximena Thiago Beatriz Rafael Joao Ines Elif Mehmet Zeynep Cem Eleni Nikos Zofia Tomasz Jana Radek Anneliese
  Wolfgang Henrik Freya Sven Mikko Aino Hiroshi Naoko Jiwoo Minjun Wei Xiaoming Mei Siu-Ming Nguyet`,
);

export const thirdEnglishFamily = phrases(
  `Bennett Brooks Cooper Edwards Evans Foster Gray Hayes Hughes Jenkins Kelly Long Morgan Murphy Myers Parker Perry Peterson Phillips
  Powell Price Reed Richardson Rogers Ross Russell Sanders Simmons Stewart Sullivan Turner Ward Watson Wood Bailey Barnes Butler Coleman
  Collins Cook Cox Cruz Diaz Gomez Griffin Gutierrez Henderson Howard Morales Morris Ortiz Ramos Reyes Stephens Tucker Underwood Vaughn
  Whitaker Yates Zimmerman Osei Adeyemi Nkosi Banerjee Iyer Chaudhry Siddiqui Haddad Yilmaz Papadopoulos Wisniewski Horvath Svensson
  Virtanen Mueller Bauer Lefebvre Fournier Bianchi Moretti Silva Oliveira Kobayashi Nakamura Kim Park Choi Wong Cheung Chan Lam de_Souza
  van_den_Berg O'Sullivan McKenzie St._John`,
);

export const thirdAreas = words(
  `浙江省宁波市鄞州区 浙江省温州市瓯海区 浙江省绍兴市柯桥区 浙江省嘉兴市桐乡市 浙江省湖州市安吉县 江苏省南通市崇川区 江苏省常州市武进区 江苏省扬州市邗江区
  江苏省盐城市亭湖区 江苏省昆山市 广东省广州市天河区 广东省深圳市南山区 广东省汕头市龙湖区 广东省江门市蓬江区 广东省湛江市赤坎区 广东省揭阳市普宁市 四川省乐山市市中区
  四川省宜宾市翠屏区 四川省凉山彝族自治州西昌市 湖北省武汉市江夏区 湖北省荆州市沙市区 湖北省黄冈市麻城市 湖南省长沙市岳麓区 湖南省岳阳市岳阳楼区 湖南省湘西土家族苗族自治州吉首市
  河南省南阳市宛城区 河南省新乡市卫滨区 河南省信阳市固始县 河北省保定市竞秀区 河北省邯郸市丛台区 河北省廊坊市三河市 山东省青岛市崂山区 山东省临沂市兰山区 山东省济宁市任城区
  山西省大同市平城区 山西省运城市盐湖区 陕西省西安市雁塔区 陕西省宝鸡市金台区 陕西省榆林市榆阳区 甘肃省天水市秦州区 内蒙古自治区呼和浩特市赛罕区 广西壮族自治区南宁市青秀区
  广西柳州市鱼峰区 云南省昆明市五华区 云南省西双版纳傣族自治州景洪市 贵州省贵阳市观山湖区 贵州省黔东南苗族侗族自治州凯里市 海南省海口市美兰区 江西省南昌市红谷滩区 江西省九江市浔阳区
  安徽省合肥市蜀山区 安徽省阜阳市颍州区 福建省福州市鼓楼区 福建省厦门市思明区 福建省宁德市福鼎市 黑龙江省哈尔滨市南岗区 黑龙江省齐齐哈尔市龙沙区 吉林省长春市朝阳区 辽宁省沈阳市和平区
  辽宁省鞍山市铁东区 上海市徐汇区 上海市普陀区 上海市青浦区 北京市朝阳区 北京市昌平区 北京市西城区 天津市南开区 重庆市渝中区 重庆市沙坪坝区 广州市番禺区 苏州市姑苏区 无锡市梁溪区`,
);

export const thirdStreets = words(
  `中山北路 南京西路 淮海中路 人民大道 胜利路 和平街 光明路 体育西路 珠江新城华夏路 高新南一道 深南大道 江南大道 滨海大道 环城西路 建国门外大街 长安街 学院南路 知春路 西直门北大街
  望京西路 兴业路 春熙路 玉林南街 天府大道北段 高新大道 光谷大道 珞喻路 韶山中路 潇湘中路 二七路 花园路 泉城路 香港中路 延安三路 太白南路 未央路 解放碑步行街 观音桥 南坪西路 丽江路 北京路
  翠湖东路 花溪大道 海甸五西路 五四路 湖东路 鹭江道 吉祥里 羊肉胡同 南锣鼓巷 宽窄巷子 柴家巷 双榆树北路`,
);

export const thirdEstates = words(
  `绿地世纪城 融创壹号院 龙湖时代天街 华润二十四城 碧桂园凤凰城 万科金域华府 中海锦城 招商雍华府 绿城桂花园 世茂滨江 金地格林小镇 远洋山水 天通苑北三区 回龙观龙泽苑 望京花园 康居新村 幸福里小区
  梅林一村 百花公寓 铁路宿舍 机关家属院 农科院家属楼 向阳小区 银河湾 御龙府 学苑雅居 名仕公馆`,
);

export const thirdTowers = words(
  `腾飞大厦 软件园 恒隆广场 万达广场 太古汇 来福士 深业上城 京基一百 环宇国际 联合大厦 华强电子世界 创意产业园 保税区仓库 留学生创业园`,
);

export const thirdVillages = words(
  `沙溪镇凤凰村 大桥镇新桥村 马踏镇河背村 桥头乡塘下村 柳林镇东沟村 石门镇上坪村 葛店镇华光村 黄泥塘镇黄泥塘社区`,
);

/** Places of Taiwan as addresses begin there. */
export const taiwanAreas = words(
  `台北市大安區 台北市信義區 新北市板橋區 新北市中和區 桃園市中壢區 台中市西屯區 台南市東區 高雄市左營區 高雄市苓雅區 新竹市東區 彰化縣彰化市 嘉義市西區 屏東縣屏東市 宜蘭縣羅東鎮`,
);

export const taiwanStreets = words(
  `忠孝東路四段 和平東路二段 中山路一段 民生路 文化路二段 中正路 成功路 博愛二路 光復路一段 復興路 大同路三段 自由路`,
);

export const hongKongPlaces = words(
  `九龍旺角彌敦道 香港中環德輔道中 香港銅鑼灣軒尼詩道 九龍觀塘開源道 新界沙田沙田正街 新界荃灣青山公路 九龍深水埗長沙灣道 香港北角英皇道`,
);

export const hongKongBuildings = words(`富華大廈 金輝閣 好運中心 新都城 嘉湖山莊 麗晶花園`);

export const thirdEnglishStreets = phrases(
  `Birch_Lane Chestnut_Street Juniper_Road Magnolia_Drive Sycamore_Avenue Franklin_Street Jefferson_Avenue Madison_Street Monroe_Drive
  Harbor_View_Road Lakeshore_Drive Meadowbrook_Lane Orchard_Road Prospect_Street Quail_Ridge_Court Ridgewood_Avenue Shady_Grove_Way
  Stonebridge_Parkway Valley_View_Drive Windsor_Place East_Broadway South_Congress_Avenue NW_23rd_Avenue 2nd_Street Martin_Luther_King_Jr._Blvd
  Victoria_Road Albert_Street High_Street Station_Road The_Green Queens_Gate Abbey_Close`,
);

export const thirdAmericanCities = [
  ['Boise', 'ID', '837'],
  ['Tucson', 'AZ', '857'],
  ['Omaha', 'NE', '681'],
  ['Richmond', 'VA', '232'],
  ['Minneapolis', 'MN', '554'],
  ['Albuquerque', 'NM', '871'],
  ['New Haven', 'CT', '065'],
  ['Salt Lake City', 'UT', '841'],
  ['Savannah', 'GA', '314'],
  ['Kansas City', 'MO', '641'],
] as const;

export const thirdBritishCities = [
  ['London', 'N16'],
  ['Birmingham', 'B15'],
  ['Glasgow', 'G12'],
  ['Sheffield', 'S10'],
  ['York', 'YO1'],
  ['Norwich', 'NR2'],
  ['Brighton', 'BN1'],
] as const;

export const thirdMailDomains = words(
  `gmail.com 163.com qq.com outlook.com yeah.net aliyun.com live.com me.com 139.com mail.ru gmx.de yahoo.co.jp hkbu.edu.hk ntu.edu.tw changhe-logistics.cn stmarys-clinic.org.uk fabrikam.io`,
);

export const thirdOrganisations = words(
  `宁波长河供应链有限公司 成都云上文化传播有限责任公司 北京知行律师事务所 武汉东湖光电子研究院 厦门海悦酒店 西安曲江物业服务中心 广州白云制药总厂 青岛远洋渔业集团 长沙湘味食品厂 昆明滇池旅行社`,
);

export const thirdEnglishOrganisations = [
  'Fabrikam Shipping LLC',
  'Evergreen Family Dental',
  'Tidewater Credit Union',
  'Pinnacle Property Management',
  'Redwood Robotics',
  "St Mary's Clinic",
  'Halcyon Labs',
  'Orion Freight Forwarding Ltd',
] as const;
