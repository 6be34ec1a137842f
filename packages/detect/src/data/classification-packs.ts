/**
 * The built-in classification packs. Mappings are this project's own reading; each names its source. What was not read in the
 * standard itself is no more than `secondary`.
 *
 * @module
 */
import type { ClassificationPack, PackMapping, PackRule, PackSource } from '../classify/pack.ts';

type Row = readonly [patterns: string, className: string, grade: string, source: string, flags?: string];

/** Rows `patterns, class, grade, source, flags`: `s` sensitive, `n` not of a person. */
const map = (rows: readonly Row[]): readonly PackMapping[] =>
  rows.flatMap(([patterns, className, grade, source, flags = '']) =>
    patterns.split(' ').map((category) => ({
      category,
      class: className,
      grade,
      source,
      ...(flags.includes('n') ? { personal: false } : {}),
      ...(flags.includes('s') ? { sensitive: true } : {}),
    })),
  );

const classes = (text: string) =>
  text.split('|').map((row) => {
    const [id, zh, en] = row.split('=') as [string, string, string];
    return { id, zh, en };
  });

const choice: PackSource = {
  id: 'choice',
  document: 'Yushu',
  confidence: 'assumption',
  note: {
 zh: '本项目的选择，请由负责分类分级的人员确认。',
 en: 'The choice of this project. Have it confirmed by whoever is responsible for classification.' },
};

const pipl28: PackSource = {
  id: 'pipl-28',
  document: '中华人民共和国个人信息保护法',
  clause: '第二十八条',
  confidence: 'verified',
};

const ndsmr28: PackSource = {
  id: 'ndsmr-28',
  document: '网络数据安全管理条例',
  clause: '第二十八条',
  confidence: 'verified',
};

const crossBorder: PackSource = {
  id: 'order-16-7',
  document: '促进和规范数据跨境流动规定',
  clause: '第七条、第八条',
  confidence: 'secondary',
  note: {
 zh: '数字见于逐字转引，未核对官方文本。',
 en: 'Numbers seen in verbatim quotations, not in the official text.' },
};

const volumeNotices: readonly PackRule[] = [
  {
    id: 'ten-million-persons',
    kind: 'volume',
    of: 'personal',
    rows: 10_000_000,
    effect: {
      notice: {
        zh: '处理1000万人以上个人信息的，还应当遵守对重要数据处理者的规定（第三十条、第三十二条）。行数不等于人数，请核对。',
        en: 'Who processes personal information of 10 million persons or more also has the duties of processors of important data (articles 30 and 32). Rows are not persons: check.',
      },
    },
    source: ndsmr28.id,
  },
  {
    id: 'one-million-abroad',
    kind: 'volume',
    of: 'personal',
    rows: 1_000_000,
    effect: {
      notice: {
        zh: '向境外提供时：自当年1月1日起累计100万人以上个人信息，应当申报数据出境安全评估。',
        en: 'Before it goes abroad: a security assessment is due for personal information of 1 million persons or more since 1 January.',
      },
    },
    source: crossBorder.id,
  },
  {
    id: 'ten-thousand-sensitive-abroad',
    kind: 'volume',
    of: 'sensitive',
    rows: 10_000,
    effect: {
      notice: {
        zh: '向境外提供时：自当年1月1日起累计1万人以上敏感个人信息，应当申报数据出境安全评估。',
        en: 'Before it goes abroad: a security assessment is due for sensitive personal information of 10,000 persons or more since 1 January.',
      },
    },
    source: crossBorder.id,
  },
];

const quasiIdentifiers = [
  ['person.birth_date'],
  ['person.gender'],
  ['location.postcode', 'location.address', 'location.geo'],
  ['person.ethnicity', 'person.nationality'],
  ['person.marital_status'],
  ['person.religion', 'person.political'],
];

const sweeney: PackSource = {
  id: 'sweeney-2000',
  document: 'L. Sweeney, Simple Demographics Often Identify People Uniquely, Carnegie Mellon University, 2000',
  confidence: 'secondary',
  note: {
 zh: '出生日期、性别与邮编合在一起可识别多数人；三项并存即升级为本项目的选择。',
 en: 'Birth date, sex and postcode together single most people out. That three of them raise the grade is the choice of this project.' },
};

const personalClasses =
  'basic=个人基本资料=Basic personal data|identity=个人身份信息=Identity|biometric=个人生物识别信息=Biometrics|network=网络身份标识信息=Network identifiers|health=个人健康生理信息=Health|education=个人教育工作信息=Education and work|property=个人财产信息=Property and finance|communication=个人通信信息=Communications|contacts=联系人信息=Contacts|browsing=个人上网记录=Online records|location=个人位置信息=Location';

const gbt43697Mappings = map([
  ['person.religion', 'basic', '4', 'floor-sensitive', 's'],
  ['health.*', 'health', '4', 'floor-sensitive', 's'],
  ['id.health.* id.medical_insurance.cn', 'health', '4', 'floor-sensitive', 's'],
  ['finance.account finance.card finance.card_cvv finance.iban', 'property', '4', 'floor-sensitive', 's'],
  ['location.geo', 'location', '4', 'floor-sensitive', 's'],
  ['secret.password', 'authentication', '4', 'floor-sensitive', 's'],
  ['id.officer.cn', 'identity', '4', 'floor-sensitive', 's'],
  ['id.driver.*', 'identity', '3', 'choice'],
  ['id.tax.*', 'identity', '3', 'choice'],
  ['id.*', 'identity', '4', 'choice'],
  ['secret.*', 'authentication', '4', 'choice', 'n'],
  ['person.ethnicity person.political', 'basic', '3', 'choice'],
  ['contact.phone', 'basic', '3', 'choice'],
  ['contact.im', 'network', '2', 'floor-personal'],
  ['contact.*', 'basic', '2', 'floor-personal'],
  ['location.address', 'basic', '3', 'choice'],
  ['location.*', 'location', '2', 'floor-personal'],
  ['person.username', 'network', '2', 'floor-personal'],
  ['person.*', 'basic', '2', 'floor-personal'],
  ['finance.amount', 'property', '2', 'choice', 'n'],
  ['finance.swift', 'organisation', '1', 'choice', 'n'],
  ['finance.*', 'property', '3', 'choice'],
  ['vehicle.plate.cn vehicle.vin', 'property', '3', 'choice'],
  ['vehicle.*', 'property', '2', 'floor-personal'],
  ['network.url network.domain', 'browsing', '1', 'choice', 'n'],
  ['network.*', 'network', '2', 'floor-personal'],
  ['device.imei device.imsi device.iccid', 'device', '3', 'choice'],
  ['device.*', 'device', '2', 'floor-personal'],
  ['education.* employment.*', 'education', '2', 'floor-personal'],
  ['org.*', 'organisation', '1', 'choice', 'n'],
  ['date', 'other', '1', 'choice', 'n'],
]);

/** GB/T 43697-2024: general data in four grades, important and core data above. */
export const gbt43697: ClassificationPack = {
  id: 'gbt-43697-2024',
  standard: 'GB/T 43697-2024',
  title: {
    zh: '数据安全技术 数据分类分级规则',
    en: 'Data security technology — Rules for data classification and grading',
  },
  published: '2024-03-15',
  effective: '2024-10-01',
  grades: [
    { id: '1', zh: '一般数据 1 级', en: 'General data, grade 1', level: 1 },
    { id: '2', zh: '一般数据 2 级', en: 'General data, grade 2', level: 2 },
    { id: '3', zh: '一般数据 3 级', en: 'General data, grade 3', level: 3 },
    { id: '4', zh: '一般数据 4 级', en: 'General data, grade 4', level: 4 },
    { id: 'important', zh: '重要数据', en: 'Important data', level: 'important' },
    { id: 'core', zh: '核心数据', en: 'Core data', level: 'core' },
  ],
  classes: classes(
    `${personalClasses}|authentication=身份鉴别信息=Authentication data|device=个人设备信息=Devices|tags=个人标签信息=Tags|sport=个人运动信息=Sports|organisation=组织数据=Data of organisations|other=其他=Other`,
  ),
  sources: [
    {
      id: 'floor-sensitive',
      document: 'GB/T 43697-2024',
      clause: '附录 H（资料性）',
      confidence: 'secondary',
      note: {
 zh: '敏感个人信息不低于 4 级：第三方转述，未核对附录原文。何为敏感：《个人信息保护法》第二十八条。',
 en: 'Sensitive personal information: grade 4 or above. Restated by a third party; the annex itself was not read. What is sensitive: Personal Information Protection Law, article 28.' },
    },
    {
      id: 'floor-personal',
      document: 'GB/T 43697-2024',
      clause: '附录 H（资料性）',
      confidence: 'secondary',
      note: {
 zh: '个人信息不低于 2 级：第三方转述，未核对附录原文。',
 en: 'Personal information: grade 2 or above. Restated by a third party; the annex itself was not read.' },
    },
    {
      id: 'highest',
      document: 'GB/T 43697-2024',
      clause: '6.6 综合确定级别',
      confidence: 'secondary',
      note: {
 zh: '该条仅见标题；“就高从严”为第三方转述。',
 en: 'The clause is known by its title; that the higher grade counts (就高从严) is restated by third parties.' },
    },
    ndsmr28,
    crossBorder,
    sweeney,
    choice,
  ],
  mappings: gbt43697Mappings,
  otherwise: { class: 'other', grade: '2', source: 'choice' },
  rules: [
    { id: 'highest', kind: 'highest', source: 'highest' },
    {
      id: 'quasi-identifiers',
      kind: 'combination',
      groups: quasiIdentifiers,
      atLeast: 3,
      effect: { grade: '3' },
      source: 'sweeney-2000',
    },
    {
      id: 'name-and-document',
      kind: 'combination',
      groups: [['person.name'], ['id.*'], ['contact.phone', 'finance.card', 'finance.account']],
      atLeast: 3,
      effect: { grade: '4' },
      source: 'choice',
    },
    {
      id: 'million-rows',
      kind: 'volume',
      of: 'sensitive',
      rows: 1_000_000,
      effect: {
        notice: {
          zh: '敏感个人信息规模较大：请对照本行业、本地区的重要数据目录（附录 G）判断是否属于重要数据。',
          en: 'Much sensitive personal information: check it against the catalogue of important data of your sector and region (annex G).',
        },
      },
      source: 'choice',
    },
    ...volumeNotices,
  ],
};

/** JR/T 0197-2020: five grades of financial data. The table of the standard was not read. */
export const jrt0197: ClassificationPack = {
  id: 'jrt-0197-2020',
  standard: 'JR/T 0197-2020',
  title: { zh: '金融数据安全 数据安全分级指南', en: 'Financial data security — Guidelines for data security classification' },
  published: '2020-09-23',
  effective: '2020-09-23',
  grades: [
    { id: '1', zh: '1 级', en: 'Grade 1', level: 1 },
    { id: '2', zh: '2 级', en: 'Grade 2', level: 2 },
    { id: '3', zh: '3 级', en: 'Grade 3', level: 3 },
    { id: '4', zh: '4 级', en: 'Grade 4', level: 4 },
    { id: '5', zh: '5 级', en: 'Grade 5', level: 'important' },
  ],
  classes: classes(
    'person=个人自然信息=Natural person|authentication=个人身份鉴别信息=Authentication data|finance=个人财产与账户信息=Accounts and property|health=个人健康生理信息=Health|device=设备与网络信息=Devices and network|organisation=单位信息=Organisations|operation=经营管理信息=Operations',
  ),
  sources: [
    {
      id: 'annex-a',
      document: 'JR/T 0197-2020',
      clause: '附录 A 数据定级规则参考表',
      confidence: 'assumption',
      note: {
 zh: '分五级有第三方佐证；参考表原文未核对，映射出于一般了解，请确认。',
 en: 'Five grades are confirmed by third parties; the table itself was not read. Mapping from general knowledge: have it confirmed.' },
    },
    ndsmr28,
    crossBorder,
    sweeney,
    choice,
  ],
  mappings: map([
    ['secret.password finance.card_cvv', 'authentication', '4', 'annex-a', 's'],
    ['secret.*', 'authentication', '4', 'choice', 'n'],
    ['health.* id.health.* id.medical_insurance.cn', 'health', '4', 'annex-a', 's'],
    ['finance.account finance.card finance.iban', 'finance', '3', 'annex-a', 's'],
    ['finance.swift', 'organisation', '1', 'annex-a', 'n'],
    ['finance.amount', 'operation', '2', 'annex-a', 'n'],
    ['finance.*', 'finance', '3', 'annex-a'],
    ['id.*', 'person', '3', 'annex-a'],
    ['person.religion', 'person', '4', 'annex-a', 's'],
    ['person.name person.ethnicity person.political', 'person', '3', 'annex-a'],
    ['person.*', 'person', '2', 'annex-a'],
    ['contact.phone location.address', 'person', '3', 'annex-a'],
    ['location.geo', 'person', '4', 'annex-a', 's'],
    ['contact.* location.*', 'person', '2', 'annex-a'],
    ['education.* employment.*', 'person', '2', 'annex-a'],
    ['vehicle.*', 'finance', '3', 'annex-a'],
    ['device.*', 'device', '3', 'annex-a'],
    ['network.url network.domain', 'device', '1', 'annex-a', 'n'],
    ['network.*', 'device', '2', 'annex-a'],
    ['org.*', 'organisation', '1', 'annex-a', 'n'],
    ['date', 'operation', '1', 'annex-a', 'n'],
  ]),
  otherwise: { class: 'operation', grade: '2', source: 'choice' },
  rules: [
    { id: 'highest', kind: 'highest', source: 'annex-a' },
    {
      id: 'quasi-identifiers',
      kind: 'combination',
      groups: quasiIdentifiers,
      atLeast: 3,
      effect: { grade: '3' },
      source: 'sweeney-2000',
    },
    {
      id: 'card-and-secret',
      kind: 'combination',
      groups: [['finance.card', 'finance.account'], ['finance.card_cvv', 'secret.password']],
      atLeast: 2,
      effect: { grade: '4' },
      source: 'choice',
    },
    ...volumeNotices,
  ],
};

const personalGrades = [
  { id: 'none', zh: '非个人信息', en: 'Not personal information', level: 1 },
  { id: 'personal', zh: '个人信息', en: 'Personal information', level: 2 },
  { id: 'sensitive', zh: '敏感个人信息', en: 'Sensitive personal information', level: 4 },
] as const;

/** GB/T 35273-2020: personal information, and what of it annex B counts as sensitive. */
export const gbt35273: ClassificationPack = {
  id: 'gbt-35273-2020',
  standard: 'GB/T 35273-2020',
  title: { zh: '信息安全技术 个人信息安全规范', en: 'Information security technology — Personal information security specification' },
  published: '2020-03-06',
  effective: '2020-10-01',
  grades: personalGrades,
  classes: classes(
    `${personalClasses}|device=个人常用设备信息=Devices|other=其他信息=Other|none=非个人信息=Not personal information`,
  ),
  sources: [
    {
      id: 'annex-a',
      document: 'GB/T 35273-2020',
      clause: '附录 A.1',
      confidence: 'secondary',
      note: {
 zh: '类别名称见于第三方列表。',
 en: 'Names of the classes seen in third-party lists.' },
    },
    {
      id: 'annex-b',
      document: 'GB/T 35273-2020',
      clause: '附录 B.1',
      confidence: 'secondary',
      note: {
 zh: '见于第三方逐字引用。当前的敏感范围请用 GB/T 45574-2025 规则包。',
 en: 'Seen as a verbatim quotation by third parties. For what is sensitive today see the pack GB/T 45574-2025.' },
    },
    sweeney,
    ndsmr28,
    crossBorder,
    choice,
  ],
  mappings: map([
    ['finance.swift finance.amount', 'none', 'none', 'choice', 'n'],
    ['finance.*', 'property', 'sensitive', 'annex-b', 's'],
    ['health.* id.health.* id.medical_insurance.cn', 'health', 'sensitive', 'annex-b', 's'],
    ['id.tax.*', 'identity', 'personal', 'annex-a'],
    ['id.*', 'identity', 'sensitive', 'annex-b', 's'],
    ['secret.password', 'property', 'sensitive', 'annex-b', 's'],
    ['secret.*', 'none', 'none', 'choice', 'n'],
    ['person.religion person.marital_status', 'other', 'sensitive', 'annex-b', 's'],
    ['location.geo', 'other', 'sensitive', 'annex-b', 's'],
    ['person.username contact.im network.ipv4 network.ipv6', 'network', 'personal', 'annex-a'],
    ['person.* contact.*', 'basic', 'personal', 'annex-a'],
    ['location.address', 'basic', 'personal', 'annex-a'],
    ['location.postcode', 'location', 'personal', 'choice'],
    ['education.* employment.*', 'education', 'personal', 'annex-a'],
    ['vehicle.*', 'property', 'personal', 'choice'],
    ['network.mac device.*', 'device', 'personal', 'annex-a'],
    ['network.* org.* date', 'none', 'none', 'choice', 'n'],
  ]),
  otherwise: { class: 'other', grade: 'personal', source: 'choice' },
  rules: [
    { id: 'highest', kind: 'highest', source: 'choice' },
    {
      id: 'quasi-identifiers',
      kind: 'combination',
      groups: quasiIdentifiers,
      atLeast: 3,
      effect: { grade: 'personal' },
      source: 'sweeney-2000',
    },
    ...volumeNotices,
  ],
};

/** GB/T 45574-2025: sensitive personal information, on the ground of the Personal Information Protection Law, article 28. */
export const gbt45574: ClassificationPack = {
  id: 'gbt-45574-2025',
  standard: 'GB/T 45574-2025',
  title: { zh: '数据安全技术 敏感个人信息处理安全要求', en: 'Data security technology — Security requirements for processing of sensitive personal information' },
  effective: '2025-11-01',
  grades: personalGrades,
  classes: classes(
    'biometric=生物识别信息=Biometrics|religion=宗教信仰信息=Religious belief|status=特定身份信息=Specific identity|health=医疗健康信息=Medical and health|finance=金融账户信息=Financial accounts|track=行踪轨迹信息=Whereabouts|other=其他敏感个人信息=Other sensitive|personal=一般个人信息=Other personal information|none=非个人信息=Not personal information',
  ),
  sources: [
    pipl28,
    {
      id: 'annex-a',
      document: 'GB/T 45574-2025',
      clause: '附录 A',
      confidence: 'secondary',
      note: {
 zh: '示例见于国家网信办答记者问的引用，并非附录全文；实施日期未核对。',
 en: 'Examples quoted in questions and answers of the Cyberspace Administration, not the whole annex; the date of effect is unverified.' },
    },
    sweeney,
    ndsmr28,
    crossBorder,
    choice,
  ],
  mappings: map([
    ['person.religion', 'religion', 'sensitive', 'pipl-28', 's'],
    ['health.*', 'health', 'sensitive', 'pipl-28', 's'],
    ['id.health.* id.medical_insurance.cn', 'health', 'sensitive', 'choice', 's'],
    ['finance.account finance.card finance.iban', 'finance', 'sensitive', 'pipl-28', 's'],
    ['finance.card_cvv secret.password', 'finance', 'sensitive', 'annex-a', 's'],
    ['location.geo', 'track', 'sensitive', 'choice', 's'],
    ['id.officer.cn', 'status', 'sensitive', 'choice', 's'],
    ['finance.swift finance.amount secret.* network.url network.domain org.* date', 'none', 'none', 'choice', 'n'],
    ['id.*', 'personal', 'personal', 'annex-a'],
    ['person.* contact.* location.* vehicle.* device.* network.* education.* employment.* finance.*', 'personal', 'personal', 'choice'],
  ]),
  otherwise: { class: 'personal', grade: 'personal', source: 'choice' },
  rules: [
    { id: 'highest', kind: 'highest', source: 'choice' },
    {
      id: 'quasi-identifiers',
      kind: 'combination',
      groups: quasiIdentifiers,
      atLeast: 3,
      effect: { grade: 'personal' },
      source: 'sweeney-2000',
    },
    ...volumeNotices,
  ],
};
