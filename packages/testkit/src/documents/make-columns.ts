import type { CategoryId } from '@yushu/core';
import { createSampleRandom, type SampleRandom } from '../samples/sample-random.ts';
import { markedSlots, plainSlots } from './document-values.ts';

/** A column and what it truly is. */
export interface OwnColumn {
  readonly header: string;
  /** Absent for what is nothing sensitive. */
  readonly category?: CategoryId;
  readonly cells: readonly string[];
}

/** Headers as people write them, in both languages, shortened, or saying nothing; by slot of `document-values.ts`. */
const markedHeaders: Readonly<Record<string, string>> = {
  name: '姓名 客户姓名 name real_name 联系人 c1 列1',
  ename: 'full_name customer contact_person col2',
  phone: '手机号 mobile phone 联系电话 tel_no f3 字段3',
  tel: '固定电话 telephone office_phone',
  usphone: 'phone contact_number c9',
  email: '邮箱 email e_mail contact x',
  addr: '地址 住址 address 收货地址 c4',
  usaddr: 'address shipping_address street',
  id: '身份证号 id_card 证件号码 idno field_7',
  hkid: '香港身份证 hkid 证件号',
  passport: '护照号 passport_no',
  ssn: 'ssn social_security_number taxpayer',
  card: '银行卡号 card_no bank_card k1',
  account: '银行账号 account_no 收款账户',
  iban: 'iban account c3',
  plate: '车牌号 plate_no 车牌 z',
  vin: '车架号 vin c8',
  uscc: '统一社会信用代码 credit_code c5',
  ip: 'ip client_ip 登录IP h',
  mac: 'mac mac_addr 设备地址',
  imei: 'imei device_id 串号',
  birth: '出生日期 birthday 生日',
  ebirth: 'dob birth_date',
  password: 'password pwd 密码',
  jwt: 'token c6',
  wechat: '微信号 wechat',
  qq: 'QQ qq_no',
  staff: '工号 staff_no',
  student: '学号 student_id',
  record: '住院号 病历号 mrn',
};

const plainHeaders: Readonly<Record<string, string>> = {
  order: '订单号 order_no c1 单号',
  parcel: '运单号 tracking_no x2',
  uuid: 'uuid id c2',
  sha: 'commit hash c3',
  version: 'version 版本',
  percent: '占比 rate',
  n: '数量 age_group qty c7',
  nn: '库存 count',
  big: '流水号 serial batch_no',
  product: '商品 product c8',
  host: 'host 主机',
  epoch: 'created_at ts c9',
  epochms: 'update_time t',
  meter: '电表户号 meter',
  time: '时间 time',
  isbn: 'isbn 书号',
};

/** Columns of few values, and of attributes. */
const choices: readonly (readonly [string, string, CategoryId?])[] = [
  ['性别 gender sex', '男 女', 'person.gender'],
  ['民族', '汉族 回族 满族 壮族', 'person.ethnicity'],
  ['婚姻状况 marital_status', '已婚 未婚', 'person.marital_status'],
  ['状态 status', '已发货 待付款 已完成'],
  ['备注 remark', '加急 不要辣 周末送 发票抬头公司'],
  ['颜色 color', '黄色 白色 金色 红色'],
  ['省份 city', '浙江 江苏 金华 温州 常州'],
  ['department 部门', '财务部 人事部 技术部'],
];

const dated: readonly (readonly [string, string, CategoryId])[] = [
  ['下单日期 order_date 日期', 'date', 'date'],
  ['金额 amount 总价', 'amount', 'finance.amount'],
];

/**
 * Makes columns whose meaning is known: headers in Chinese and English, shortened or saying nothing, one cell in twenty blank.
 *
 * @example
 * ```ts
 * import { makeColumns } from './make-columns.ts';
 *
 * console.log(makeColumns({ seed: 1, rows: 20 }).length > 150); // true
 * ```
 */
export function makeColumns({ seed = 1, rows = 120 } = {}): OwnColumn[] {
  const random = createSampleRandom(seed);
  const columns: OwnColumn[] = [];
  const add = (
    headers: string,
    category: CategoryId | undefined,
    make: (random: SampleRandom) => string,
  ) => {
    for (const header of headers.split(' ')) {
      const cells = Array.from({ length: rows }, () => (random.chance(0.05) ? '' : make(random)));
      columns.push({ header, cells, ...(category === undefined ? {} : { category }) });
    }
  };
  for (const [slot, headers] of Object.entries(markedHeaders)) add(headers, ...markedSlots[slot]!);
  for (const [slot, headers] of Object.entries(plainHeaders))
    add(headers, undefined, plainSlots[slot]!);
  for (const [headers, slot, category] of dated) add(headers, category, plainSlots[slot]!);
  for (const [headers, values, category] of choices)
    add(headers, category, ({ pick }) => pick(values.split(' ')));
  return columns;
}
