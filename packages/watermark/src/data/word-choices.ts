import type { WordChoice } from '../text/word-choice.ts';

/** Two forms, with what must not stand directly before and behind. */
const guarded = (first: string, second: string, notAfter = '', notBefore = ''): WordChoice => ({
  forms: [first, second],
  notAfter,
  notBefore,
});

const spellings = (pairs: string): WordChoice[] =>
  pairs.split(/\s+/).map((pair) => {
    const [first = '', second = ''] = pair.split('/');
    return { forms: [first, second], lowerCase: true };
  });

const clause = (first: string, second: string, notBefore = ''): WordChoice => ({
  forms: [first, second],
  at: 'clause',
  notBefore,
});

/**
 * Words that may stand for one another wherever their guards let them: spellings of one Chinese word (most of them of the national
 * list GF 1001-2001, first the recommended form), and words that join clauses, where a clause begins. Each was reviewed for two
 * things: that the meaning stays the same, and that the characters are not parts of two other words (一定单独 holds 定单).
 */
export const wordChoices: readonly WordChoice[] = [
  // Spellings of one word.
  guarded('唯一', '惟一'),
  guarded('唯有', '惟有'),
  guarded('唯独', '惟独'),
  guarded('唯恐', '惟恐'),
  guarded('账号', '帐号', '蚊营纱床罗', '称'),
  guarded('账户', '帐户', '蚊营纱床罗'),
  guarded('账单', '帐单', '蚊营纱床罗', '独位'),
  guarded('账目', '帐目', '蚊营纱床罗', '前的'),
  guarded('账款', '帐款', '蚊营纱床罗', '式待'),
  guarded('账簿', '帐簿', '蚊营纱床罗'),
  guarded('账面', '帐面', '蚊营纱床罗', '料对'),
  guarded('转账', '转帐', '', '篷幕子'),
  guarded('对账', '对帐', '', '篷幕子'),
  guarded('结账', '结帐', '', '篷幕子'),
  guarded('入账', '入帐', '', '篷幕子'),
  guarded('记账', '记帐', '', '篷幕子'),
  guarded('想象', '想像', '理思梦幻联设猜回', '征棋牙'),
  guarded('图像', '图象', '地企意试贪力', '征棋牙'),
  guarded('身份', '身分', '自本单全终', '析额开成工离为布配散类'),
  guarded('成分', '成份', '完组构生形达合变集促养', '析布配工类成开离为享额'),
  guarded('部分', '部份', '全内外本各干总局', '发配析享离开工布散类成为红流别'),
  guarded('过分', '过份', '通经路超渡', '析发配类布成开离割享析工'),
  guarded('分外', '份外', '部充十百成区', '部面国来地界'),
  guarded('含义', '涵义', '包隐内', '务'),
  guarded('模仿', '摹仿', '规大', '佛'),
  guarded('烦琐', '繁琐'),
  guarded('关联', '关连', '有相机海', '合网系邦盟络'),
  guarded('联结', '连结', '关串', '果束构论'),
  guarded('连接', '联接', '一接关串', '到受待近下'),
  guarded('撤销', '撤消', '', '售'),
  guarded('抵消', '抵销', '', '费防化失息'),
  guarded('交代', '交待', '成外提社递移', '理表码价办销管替处'),
  guarded('当作', '当做', '应适相恰', '者家品业为好出到'),
  guarded('看作', '看做', '好难查', '者家品业为法饭工文'),
  guarded('叫作', '叫做', '', '者家品业为工'),
  guarded('作出', '做出', '合工写操创动协运制著耕劳习', '现色版错于来口'),
  guarded('做法', '作法', '工操写合运创动协', '律人官庭规国'),
  guarded('年轻', '年青', '今去明每当近全', '松微易率'),
  guarded('精彩', '精采', '', '购用集访取'),
  guarded('角色', '脚色'),
  guarded('伙伴', '火伴', '', '随奏'),
  guarded('摩擦', '磨擦'),
  guarded('坐落', '座落', '一两这那每几三四五六七八九十', '成地叶后到'),
  guarded('启程', '起程', '一', '序度'),
  guarded('嘉宾', '佳宾'),
  guarded('片段', '片断', '图照影卡名', '落定裂'),
  guarded('缘由', '原由', '草平高还中', '于来'),
  guarded('贯穿', '贯串'),
  guarded('简练', '简炼', '', '习'),
  guarded('推诿', '推委', '', '员派托任屈'),
  guarded('勾画', '勾划'),
  guarded('刻画', '刻划', '立时即此片'),
  guarded('笔画', '笔划', '', '家像面展廊'),
  guarded('告诫', '告戒'),
  guarded('驾驭', '驾御'),
  guarded('弘扬', '宏扬'),
  guarded('搭档', '搭挡'),
  guarded('仓皇', '仓惶'),
  guarded('执着', '执著'),
  guarded('啰唆', '啰嗦'),
  guarded('再接再厉', '再接再励'),
  guarded('直截了当', '直接了当'),
  guarded('指手画脚', '指手划脚'),
  guarded('原原本本', '源源本本'),
  guarded('一如既往', '一如继往'),
  // Words of one meaning.
  guarded('仍然', '依然', '皈'),
  guarded('尤其是', '特别是'),
  guarded('无论', '不论', '', '文坛证及'),
  guarded('即使', '即便', '立随当旋', '用得利宜于者'),
  guarded('尽可能', '尽量'),
  guarded('按照', '依照', '', '片相明射'),
  guarded('立即', '立刻', '建成设确创树独对中自公国订起竖站', '时将使便可度'),
  {
    forms: ['其他', '其它'],
    onlyBefore: [
      ...['方面', '问题', '情况', '地方', '地区', '费用', '系统', '数据', '信息', '文件', '产品'],
      ...['方式', '原因', '事项', '内容', '条件', '因素', '部分', '业务', '项目', '功能', '设备'],
      ...['材料', '措施', '资料', '渠道', '行业', '城市', '国家', '服务', '规定', '要求', '风险'],
    ],
  },
  {
    forms: ['非常', '十分'],
    notAfter: '一二三四五六七八九十几两',
    onlyBefore: [
      ...['重要', '必要', '感谢', '关键', '满意', '高兴', '困难', '复杂', '明显', '严重', '清楚'],
      ...['严格', '严峻', '关注', '紧张', '有限', '有效', '重视', '熟悉', '简单', '方便', '详细'],
    ],
  },
  {
    forms: ['相互', '互相'],
    onlyBefore: [
      ...['支持', '帮助', '配合', '学习', '尊重', '理解', '影响', '补充', '交流', '信任', '监督'],
      ...['协调', '独立', '印证', '促进', '交换', '沟通'],
    ],
  },
  {
    forms: ['大约', '大概'],
    onlyBefore: [...'0123456789一二三四五六七八九十百千几两半'],
  },
  ...[...'一二三四五六日'].map(
    (day): WordChoice => ({
      forms: [`星期${day}`, `周${day}`],
      notAfter: '一二三四五六七八九十几两每四0123456789',
      onlyBefore: [
        ...[',', '.', '上午', '下午', '中午', '晚上', '早上', '凌晨', '之前', '以前', '前', '起'],
        ...['至', '到', '召开', '举行', '发布', '出发', '开始'],
      ],
    }),
  ),
  // Where a clause begins.
  clause('因此', '因而', '前后间'),
  clause('但是', '可是'),
  clause('如果', '假如', '实酱'),
  clause('虽然', '虽说'),
  { forms: ['由于', '因为'], at: 'sentence' },
  { forms: ['此外', '另外'], at: 'clause', onlyBefore: [','] },
  clause('例如', '比如', '下此何'),
  clause('并且', '而且'),
  clause('目前', '当前', '为的'),
  clause('根据', '依据', '地点守'),
  clause('总之', '总而言之', '前后'),
  clause('换言之', '换句话说'),
  // English.
  { forms: ['among', 'amongst'] },
  { forms: ['amid', 'amidst'] },
  { forms: ['toward', 'towards'] },
  { forms: ['afterward', 'afterwards'] },
  { forms: ['nevertheless', 'nonetheless'] },
  { forms: ['moreover', 'furthermore'] },
  { forms: ['everybody', 'everyone'] },
  { forms: ['anybody', 'anyone'] },
  { forms: ['while', 'whilst'], at: 'clause', onlyBefore: [' '] },
  { forms: ['although', 'though'], at: 'clause', onlyBefore: [' '] },
  { forms: ['perhaps', 'maybe'], at: 'clause', onlyBefore: [' '] },
  { forms: ['therefore', 'consequently'], at: 'sentence' },
];

/**
 * British and American spellings of English words, in small letters. They mean the same, but who reads closely sees that a text mixes
 * them: add them to {@link wordChoices} where that does no harm.
 */
export const spellingChoices: readonly WordChoice[] = spellings(
  `adviser/advisor advisers/advisors judgement/judgment acknowledgement/acknowledgment ageing/aging artefact/artifact
enquiry/inquiry enquiries/inquiries instalment/installment instalments/installments fulfil/fulfill fulfilment/fulfillment
enrol/enroll skilful/skillful sceptical/skeptical grey/gray mould/mold plough/plow catalogue/catalog colour/color colours/colors
behaviour/behavior favour/favor favours/favors favourite/favorite honour/honor honoured/honored neighbour/neighbor
neighbours/neighbors rumour/rumor rumours/rumors centre/center centres/centers fibre/fiber theatre/theater defence/defense
offence/offense cancelled/canceled travelled/traveled travelling/traveling labelled/labeled modelled/modeled modelling/modeling
focussed/focused focussing/focusing benefitted/benefited dreamt/dreamed leapt/leaped spoilt/spoiled organise/organize
organised/organized organisation/organization organisations/organizations realise/realize realised/realized recognise/recognize
recognised/recognized apologise/apologize apologised/apologized summarise/summarize summarised/summarized emphasise/emphasize
emphasised/emphasized prioritise/prioritize prioritised/prioritized minimise/minimize minimised/minimized maximise/maximize
optimise/optimize optimised/optimized utilise/utilize utilised/utilized finalise/finalize finalised/finalized authorise/authorize
authorised/authorized categorise/categorize customise/customize customised/customized specialise/specialize
specialised/specialized standardise/standardize standardised/standardized generalise/generalize analyse/analyze
analysed/analyzed`,
);
