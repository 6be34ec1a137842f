import { describe, expect, it } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();
const all = (text: string, category: string): string[] =>
  scanner
    .scan(text)
    .filter((finding) => finding.category === category)
    .map(({ span }) => text.slice(span.start, span.end));
const names = (text: string): string[] => all(text, 'person.name');
const addresses = (text: string): string[] => all(text, 'location.address');

describe('names', () => {
  it.each([
    ['调度员白玛央金已到岗', '白玛央金'],
    ['由娜仁托娅负责。', '娜仁托娅'],
    ['证人沙马木呷到庭', '沙马木呷'],
    ['门卫吐尔逊·买合木提，电话', '吐尔逊·买合木提'],
    ['记录员努尔兰·阿不都外力', '努尔兰·阿不都外力'],
    ['承办：公孙若愚', '公孙若愚'],
    ['授權人：何李美華', '何李美華'],
    ['，抄表员车丽。', '车丽'],
    ['由申屹复核，', '申屹'],
    ['公证员 格桑旺堆', '格桑旺堆'],
    ['姓名：来清扬　性别', '来清扬'],
    ['收 蒋峥 +86', '蒋峥'],
    ['08:15向祝珂（账号', '祝珂'],
    ['钢琴老师和顾岚师傅都到了', '顾岚'],
    ['护工阿不都克里木·艾山，电话', '阿不都克里木·艾山'],
    ['格勒·扎西，三组', '格勒·扎西'],
    ['户名：独孤信', '独孤信'],
    ['4. 路莉 13511020304', '路莉'],
    ['私教严志清和你约', '严志清'],
  ])('%s', (text, name) => expect(names(text)).toEqual([name]));

  it('ends a name where the text ends', () => {
    const text = '公证员 格桑旺堆';
    for (const { span } of scanner.scan(text)) expect(span.end).toBeLessThanOrEqual(text.length);
  });

  it.each([['SHE Wenhao，三楼', 'SHE Wenhao']])('%s', (text, name) =>
    expect(names(text)).toEqual([name]),
  );

  it.each([
    ['Dear Dr Harriet Osei,\nthank you', 'Harriet Osei'],
    ['under the care of Mr Temitope Ncube since', 'Temitope Ncube'],
    ['RE: Paula J. West, ward 4', 'Paula J. West'],
    ['Guarantor: Zuri Okafor, 3 rooms', 'Zuri Okafor'],
  ])('%s', (text, name) => expect(names(text)).toEqual([name]));

  it.each([
    ['Applicant: XU Wenqian\n', 'XU Wenqian'],
    ['order 7,Shaoqing Tang,"2 pcs"', 'Shaoqing Tang'],
    ['Cc: Deng Yuhang <a', 'Deng Yuhang'],
    ['经 办 人 ： 冯 启 东    日期', '冯 启 东'],
    ['收 货 人 ： 崔  莹\n', '崔  莹'],
  ])('%s', (text, name) => expect(names(text)).toEqual([name]));

  it.each([
    ['Dear CHOW Kit Wah,\nyour', 'CHOW Kit Wah'],
    ['Driver: Phua Geok Choo (car 7)', 'Phua Geok Choo'],
    ['| Kwong Ka-yan | paid', 'Kwong Ka-yan'],
  ])('%s', (text, name) => expect(names(text)).toEqual([name]));

  it('takes no quarters and roads of the south for names', () => {
    for (const text of ['near Lai Chi Kok, Kowloon', 'Lau Sin Street', 'Tan Boon Liat Building'])
      expect(names(text), text).toEqual([]);
  });

  it('takes no English words for Pinyin', () => {
    for (const text of [
      'Kung Fu Panda',
      'Song Time',
      'Data Range',
      'the Tang Line',
      'the Hong Kong office',
    ])
      expect(names(text), text).toEqual([]);
  });

  it('takes no job, house, city, weather or ware for a person', () => {
    for (const text of [
      'Yours,\nMedical Secretary\n',
      'Olive House, 12 Mill Lane',
      '常熟、吴江两地停电',
      '南宁雷阵雨，转多云',
      '其中唐三彩最多',
      '买方付至卖方账户',
    ])
      expect(names(text), text).toEqual([]);
  });
});

describe('what is called after somebody, or begins with a surname', () => {
  it('is no person', () => {
    for (const text of [
      '黄芩与柴胡同用。',
      '杨枝甘露太甜。',
      '黎曼猜想还没有人证明。',
      '傅雷风格的译文。',
      '陈景润定理写在黑板上',
      '张谦奖今年颁给了剧组',
      '杜松子酒要冰镇。',
    ])
      expect(names(text), text).toEqual([]);
  });

  it('is one behind a label', () => {
    expect(names('姓名：杨桃，女')).toEqual(['杨桃']);
    expect(names('客户胡杨，电话')).toEqual(['胡杨']);
    expect(names('张谦奖励了全班')).toEqual(['张谦']);
  });
});

describe('addresses behind words that lead to them', () => {
  it.each([
    ['刚到，放宁海路52号金陵大厦1507就行', '宁海路52号金陵大厦1507'],
    ['师傅去滨江小区9号楼1203室修水管', '滨江小区9号楼1203室'],
    ['目前住珠江东路118号云顶花园3幢902', '珠江东路118号云顶花园3幢902'],
    ['合肥市庐阳区绩溪道66号', '合肥市庐阳区绩溪道66号'],
    [
      '寄Blk 71 Geylang Bahru Avenue 3 #08-2210, Singapore 330071。',
      'Blk 71 Geylang Bahru Avenue 3 #08-2210, Singapore 330071',
    ],
    [
      'to Flat C, 9/F, Tower 3, Harbour Court, 18 Electric Road, North Point, Hong Kong\n',
      'Flat C, 9/F, Tower 3, Harbour Court, 18 Electric Road, North Point, Hong Kong',
    ],
    [
      'No. 12 Hubin Road, Siming District, Xiamen, Fujian, Tel 0592',
      'No. 12 Hubin Road, Siming District, Xiamen, Fujian',
    ],
  ])('%s', (text, address) => expect(addresses(text)).toEqual([address]));
});

describe('values behind labels', () => {
  it.each([
    ['生日：沈从云 1988-11-02。', 'person.birth_date', '1988-11-02'],
    ['BDAY:1971/3/9\n', 'person.birth_date', '1971/3/9'],
    ['开户行及账号：徽商银行肥西支行  2330012876540019。', 'finance.account', '2330012876540019'],
    ['加V lunar_07x 聊', 'contact.im', 'lunar_07x'],
    ['call (853) 6612 9087 now', 'contact.phone', '(853) 6612 9087'],
    ['Last seen: 118.7781,32.0571', 'location.geo', '118.7781,32.0571'],
    ['回鄉證號碼：H60319927', 'id.permit.hk', 'H60319927'],
  ])('%s', (text, category, value) => expect(all(text, category)).toEqual([value]));

  it('takes a number behind a bank without a word for an account for none', () => {
    expect(all('利息由徽商银行 2330012876540019', 'finance.account')).toEqual([]);
  });

  it('gives the secret beside the id of a key of AWS to AWS', () => {
    const id = ['AKIA', 'J7QX2MZP4RTKWN3B'].join('');
    const text = `access_key = "${id}"\nsecret_key = "pT4vXw9LkQ2+mZr7Yb1Ns/Hc6Gd8Je3Fa5Ku0MiR"`;
    expect(all(text, 'secret.aws.secret_access_key')).toHaveLength(1);
  });
});

describe('dates of birth', () => {
  it('reads a month that stands first, behind a label', () => {
    expect(all('DOB October 3, 1971, room 2', 'person.birth_date')).toEqual(['October 3, 1971']);
    expect(all('Date of birth: Jan 9, 2001', 'person.birth_date')).toEqual(['Jan 9, 2001']);
    expect(all('Published October 3, 1971', 'person.birth_date')).toEqual([]);
  });

  it('takes a date for an answer where the line before asks for it', () => {
    const question = 'Clerk: your name and date of birth?\n';
    expect(all(`${question}Me: Ann Reid, 2004-05-30\n`, 'person.birth_date')).toEqual([
      '2004-05-30',
    ]);
    expect(all(`${question}Me: Ann Reid, March 8, 1960\n`, 'person.birth_date')).toEqual([
      'March 8, 1960',
    ]);
    expect(
      all('Clerk: when did you order?\nMe: Ann Reid, 2004-05-30\n', 'person.birth_date'),
    ).toEqual([]);
  });
});

describe('numbers by what stands around them', () => {
  it.each([
    ['id.officer.cn', '军官证（沈字第2208154号）', '沈字第2208154号'],
    ['id.mo', '澳門居民身份證（編號：7204418(6)）', '7204418(6)'],
    ['id.passport.cn', 'FOID: E31972206', 'E31972206'],
    ['vehicle.engine', 'Engine No. K5G770213', 'K5G770213'],
    ['network.ipv6', '网关IPv6：2001:da8:215:3c01::83e4', '2001:da8:215:3c01::83e4'],
    [
      'finance.crypto_address',
      'pay in crypto to 0x52908400098527886e0f7030069857d2e4169ee7',
      '0x52908400098527886e0f7030069857d2e4169ee7',
    ],
  ] as const)('%s: %s', (category, text, value) => expect(all(text, category)).toEqual([value]));

  it('finds an address of mail behind the word for an invoice', () => {
    expect(all('send the invoice to k.ito@vip.sohu.com', 'contact.email')).toEqual([
      'k.ito@vip.sohu.com',
    ]);
  });

  it('takes no part of another number for a Swedish one', () => {
    expect(scanner.scan('批次 KD20250927-1652')).toEqual([]);
  });
});

describe('addresses', () => {
  it.each([
    '河北省保定市莲池区望湖壹号12栋3单元2楼中户',
    '江苏省无锡市梁溪区学前街15号恒隆广场北楼1607',
    '成都市青羊区二环路西一段18号',
    '北京市朝阳区光华路甲2号丽都SOHO1203',
    '湖南省长沙市岳麓区梅溪天地三期12-2-901',
    '澳門高地烏街31號利景閣9樓C',
    'Orchard Lodge, 7 Mill Lane, Stratford upon Avon CV37 6QW',
    '4/18 Banksia Street, Fremantle WA 6160',
    '81 Maple Road, Halifax, NS B3H 4R2',
    'Room 906, Building 2, No. 118 Yuhua Road, Chang’an District, Xi’an, Shaanxi',
    'No. 5 Guanghua Road, Chaoyang District, Beijing',
  ])('%s', (address) => expect(addresses(`住址：${address}\n`)).toEqual([address]));

  it('begins a building without division or road behind the word that leads to it', () => {
    expect(addresses('快递放到香樟雅居7幢2单元1403室门口')).toEqual(['香樟雅居7幢2单元1403室']);
    expect(addresses('集合地点文二路391号西湖国际806室')).toEqual(['文二路391号西湖国际806室']);
  });

  it('ends before the word that a number of a room belongs to', () => {
    expect(addresses('系上海市徐汇区肇嘉浜路18号2单元601房屋的承租人')).toEqual([
      '上海市徐汇区肇嘉浜路18号2单元601',
    ]);
  });
});
