/**
 * Lists that the samples are put together from. Everybody in them is made up; the divisions are real, so that identity numbers
 * can carry a code that was in force in the year of birth.
 *
 * @module
 */

/** A district: division code (GB/T 2260), since when it is in force, names, plate prefix, area code. */
export interface SampleRegion {
  readonly code: string;
  readonly since: number;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly plate: string;
  readonly areaCode: string;
}

const rows = `110105 1955 北京市 北京市 朝阳区 京A 010
310104 1955 上海市 上海市 徐汇区 沪B 021
330106 1955 浙江省 杭州市 西湖区 浙A 0571
330102 1955 浙江省 杭州市 上城区 浙A 0571
330203 1955 浙江省 宁波市 海曙区 浙B 0574
330302 1984 浙江省 温州市 鹿城区 浙C 0577
440305 1990 广东省 深圳市 南山区 粤B 0755
440106 1985 广东省 广州市 天河区 粤A 020
510107 1990 四川省 成都市 武侯区 川A 028
420106 1955 湖北省 武汉市 武昌区 鄂A 027
320106 1955 江苏省 南京市 鼓楼区 苏A 025
610113 1980 陕西省 西安市 雁塔区 陕A 029
500103 1997 重庆市 重庆市 渝中区 渝A 023
370202 1955 山东省 青岛市 市南区 鲁B 0532
350203 1955 福建省 厦门市 思明区 闽D 0592
430104 1996 湖南省 长沙市 岳麓区 湘A 0731
210102 1955 辽宁省 沈阳市 和平区 辽A 024
230103 1955 黑龙江省 哈尔滨市 南岗区 黑A 0451
120101 1955 天津市 天津市 和平区 津A 022
530102 1956 云南省 昆明市 五华区 云A 0871
620102 1955 甘肃省 兰州市 城关区 甘A 0931
150102 1955 内蒙古自治区 呼和浩特市 新城区 蒙A 0471
410105 1955 河南省 郑州市 金水区 豫A 0371
360102 1955 江西省 南昌市 东湖区 赣A 0791
520102 1955 贵州省 贵阳市 南明区 贵A 0851
220102 1955 吉林省 长春市 南关区 吉A 0431
130102 1955 河北省 石家庄市 长安区 冀A 0311
650102 1955 新疆维吾尔自治区 乌鲁木齐市 天山区 新A 0991`;

/** Districts. */
export const sampleRegions: readonly SampleRegion[] = rows.split('\n').map((row) => {
  const [code, since, province, city, district, plate, areaCode] = row.split(' ') as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { code, since: Number(since), province, city, district, plate, areaCode };
});

/** Streets that many cities have. */
export const sampleStreets =
  '文三路 人民路 解放大道 中山北路 建设路 和平街 学院路 滨江大道 长江路 新华路 凤起路 环城西路 科技路 创业大街 湖滨路 青年路'.split(
    ' ',
  );

/** Housing estates. */
export const sampleEstates =
  '翠苑小区 阳光花园 金色家园 绿城桂花园 滨江一号 紫荆公寓 景湖苑 明珠新村 锦绣华庭 江南里'.split(
    ' ',
  );

/** Surnames with how to write them in Latin letters, frequent ones more often. */
export const sampleSurnames =
  '王wang 王wang 王wang 李li 李li 李li 张zhang 张zhang 张zhang 刘liu 刘liu 陈chen 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 吕lv 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 余yu 潘pan 杜du 戴dai 夏xia 钟zhong 汪wang 田tian 任ren 姜jiang 范fan 方fang 石shi 姚yao 谭tan 廖liao 邹zou 熊xiong 金jin 陆lu 郝hao 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 秦qin 江jiang 史shi 顾gu 侯hou 邵shao 孟meng 龙long 万wan 段duan 钱qian 汤tang 尹yin 黎li 易yi 常chang 武wu 乔qiao 贺he 赖lai 龚gong 文wen 欧阳ouyang 司马sima 上官shangguan 诸葛zhuge 尉迟yuchi'.split(
    ' ',
  );

/** Characters of given names with how to write them in Latin letters. */
export const sampleGivenNames =
  '伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 秀xiu 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu 萍ping 红hong 玲ling 芬fen 兰lan 燕yan 彩cai 春chun 菊ju 梅mei 琳lin 素su 云yun 莲lian 真zhen 环huan 雪xue 荣rong 爱ai 妹mei 香xiang 月yue 莺ying 媛yuan 瑞rui 凡fan 佳jia 嘉jia 琼qiong 勤qin 珍zhen 贞zhen 莉li 晨chen 宇yu 浩hao 凯kai 健jian 俊jun 帆fan 雨yu 欣xin 梓zi 涵han 子zi 轩xuan 思si 睿rui 博bo 文wen 诗shi 怡yi 婷ting 晓xiao 东dong 志zhi 国guo 建jian 立li 鹏peng 飞fei 龙long 宁ning 安an 一yi 若ruo 清qing 远yuan'.split(
    ' ',
  );

/** Names of other forms: of ethnic groups with the middle dot, and of one surname from each parent. */
export const sampleOtherNames = [
  '买买提·阿卜杜拉',
  '阿依古丽·吐尔逊',
  '古丽娜尔·艾山',
  '巴特尔·朝鲁',
  '陈林若溪',
  '张王梓涵',
];

/** Words of made-up organisations. */
export const sampleBrands =
  '云栖 青禾 远山 海纳 星河 鼎盛 博雅 东篱 北辰 知微 澄明 松涛 瑞泽 弘毅 嘉木 朗月'.split(' ');

/** What the organisations do. */
export const sampleTrades =
  '科技 信息技术 网络科技 贸易 物流 医疗器械 教育咨询 文化传媒 新能源 食品'.split(' ');

/** First and last names for transcripts in English. */
export const sampleEnglishNames = [
  'Emily Carter',
  'James Whitfield',
  'Olivia Brennan',
  'Daniel Okafor',
  'Sophie Laurent',
  'Marcus Hale',
  'Priya Raman',
  'Hannah Lindqvist',
  'Thomas Ashworth',
  'Grace Delgado',
];
