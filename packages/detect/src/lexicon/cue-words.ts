/**
 * Words that name a category where they stand near a value: the lexicon of cues, Chinese and English.
 *
 * A space in an English cue stands for a space, `_`, `-` or nothing, so that `id card` also finds `id_card` and `idCard`.
 *
 * @module
 */

/** What a cue speaks for: a category, or a kind of number that is no personal data. */
export type CueTopic = string;

/** Topic, Chinese cues (divided by spaces), English cues (divided by commas). */
export const cueWords: readonly (readonly [topic: CueTopic, zh: string, en: string])[] = [
  [
    'contact.phone',
    '手機號碼 手機號 行動電話 聯絡電話 連絡電話 市內電話 聯繫電話 手机号码 手机号 手机 电话号码 电话 联系电话 联系方式 固定电话 固话 座机 移动电话 移动号码 号码是 致电 来电 拨打 回拨 联系号码 热线 传真 短信 预留号码 手機 電話 携帯番号 携帯電話 電話番号 전화번호 휴대폰 연락처 拨 打给 呼叫 本机号码 绑定手机 预留手机 紧急联系电话 发送至 发送到 发至',
    'phone number,phone no,phone,mobile number,mobile phone,mobile,mob,cellphone,cell phone,cell,telephone,tel,tel no,fax,call,call me,dial,msisdn,whatsapp,sms,hotline,contact number,contact no,reach me,text me,ph,handy,cep,cep no,gsm,numara,telefon,telefono,celular,contact,dial in',
  ],
  [
    'contact.email',
    '電子郵件 電子郵箱 電子信箱 電郵 电子邮箱 电子邮件 邮箱地址 邮箱 邮件 电邮 信箱',
    'e-mail,email,email address,mail,mailto,mailbox',
  ],
  [
    'contact.im',
    '加V V信 薇信 加薇 微信号码 微信号 微信 加微信 加我微信 QQ号码 QQ号 QQ QQ群 钉钉号 陌陌号 抖音号 快手号 小红书号 微博号 飞信号',
    'wechat id,wechat,weixin,vx,qq,qq number,wx id,telegram,skype,line id,im account,signal id',
  ],
  [
    'id.resident.cn',
    '居民身份证号码 居民身份证号 居民身份证 身份证号码 身份证号 身份证件号码 身份证件号 身份证件 身份证 身份号码 公民身份号码 证件号码 证件号 身分证号 身份證號碼 身份證 实名证件',
    'id card number,id card no,id card,identity card,identity number,identity no,id number,id no,resident id,national id,citizen id,id num,sfz,sfzh,shenfenzheng,id card num,cert no,certificate no,cert number,cn id,china id,chinese id',
  ],
  [
    'finance.card',
    '银行卡号 银行卡 信用卡号 信用卡 借记卡号 借记卡 储蓄卡号 储蓄卡 卡号 付款卡 收款卡 支付卡 贷记卡 绑卡 尾号 持卡 刷卡 提现卡',
    'credit card number,credit card,debit card,bank card,card number,card no,card num,card,pan,visa,mastercard,amex,american express,unionpay,jcb,diners,discover,maestro,payment card,cc number,cc num,cc',
  ],
  [
    'finance.card_cvv',
    '安全码 校验码 卡片验证码 卡验证码 信用卡背面三位',
    'cvv,cvv2,cvc,cvc2,cvn2,cid code,card verification value,card verification code,card security code,security code',
  ],
  [
    'finance.account',
    '银行账号 银行账户 银行帐号 对公账户 对公账号 开户账号 收款账号 收款账户 付款账号 存折号 结算账号 账户号 账号 帐号 帐户 账户 公积金账号',
    'bank account number,bank account no,bank account,account number,account no,account num,acct no,acct number,acct num,acct,iban account,checking account,savings account,account',
  ],
  [
    'finance.iban',
    '国际银行账号 国际银行账户',
    'iban,iban number,iban no,international bank account number',
  ],
  ['finance.swift', '银行国际代码 国际电汇代码', 'swift,swift code,bic,bic code,swift bic'],
  [
    'org.uscc.cn',
    '统一社会信用代码 社会信用代码 信用代码 统一代码 信用编码 机构代码 营业执照号码 营业执照号 营业执照编号 营业执照 税号 组织代码',
    'unified social credit code,social credit code,uscc,credit code,business license,uniform social credit code,usci,uscid',
  ],
  [
    'org.tax.cn',
    '纳税人识别号 税务登记号 税务登记证号 纳税识别号',
    'taxpayer id,taxpayer number,taxpayer identification number',
  ],
  [
    'org.registration.cn',
    '工商注册号 注册号 工商登记号 企业注册号',
    'registration number,registration no,business registration',
  ],
  [
    'org.name',
    '单位名称 公司名称 企业名称 机构名称 所在单位 工作单位 就职于 任职于',
    'company name,employer,company,organisation name,organization name,org name',
  ],
  [
    'vehicle.plate.cn',
    '车牌号码 车牌号 车牌 号牌号码 号牌 牌照号 牌照 机动车号牌 车辆号牌 车号 违章车辆 车辆 停车 轿车 货车 车主',
    'license plate,licence plate,plate number,plate no,plate num,plate,car plate,vehicle plate,license number plate,car number',
  ],
  [
    'vehicle.vin',
    '车辆识别代号 车辆识别代码 车辆识别号 车架号码 车架号 底盘号 大架号',
    'vin,vin number,vin no,vin code,vehicle identification number,chassis number,chassis no,frame number,vehicle id',
  ],
  [
    'vehicle.engine',
    '发动机号码 发动机号 发动机编号 引擎号',
    'engine number,engine no,engine num,engine serial',
  ],
  [
    'id.passport.cn',
    '护照号码 护照号 护照编号 护照 護照',
    'passport number,passport no,passport num,passport #,passport,chinese passport,pp no,foid,travel document number,travel document no,travel document',
  ],
  [
    'id.permit.hk',
    '港澳居民来往内地通行证 港澳通行证 往来港澳通行证 港澳来往内地通行证 回乡证号码 回乡证号 回乡证 通行证号码 通行证号 通行证件号 港澳证件 港澳居民通行证 港澳居民证件 通行證號碼 通行證號 回鄉證號碼 回鄉證號 回鄉證 港澳通行證 來往內地通行證',
    'hk macau permit,hong kong and macau permit,mainland travel permit,home return permit,hvp,hkm permit,exit entry permit',
  ],
  [
    'id.permit.tw',
    '台湾居民来往大陆通行证 台湾通行证 台胞证号码 台胞证号 台胞证 大陆居民往来台湾通行证 台胞證號碼 台胞證號 台胞證 臺胞證號碼 臺胞證',
    'taiwan permit,taiwan compatriot permit,mtp,taibaozheng,taiwan travel permit',
  ],
  [
    'id.residence.foreigner',
    '外国人永久居留身份证 外国人永久居留证 永久居留证 永居证 外国人居留证 外国人居留许可',
    'permanent residence card,foreigner permanent residence,permanent resident card,residence permit',
  ],
  [
    'id.officer.cn',
    '军官证号 军官证 士兵证号 士兵证 文职干部证 警官证号 警官证 军人证件 军人证 士官证号 士官证 军字第 军官证件 军人保障卡 武警证',
    'military id,officer card,military officer,officer id,soldier card,military id number',
  ],
  [
    'id.driver.cn',
    '驾驶证号码 驾驶证号 驾驶证 驾照号 驾照 档案编号 驾驶证档案编号 机动车驾驶证',
    'chinese driving licence,driving licence number',
  ],
  [
    'id.driver.us',
    '',
    "driver license,drivers license,driver's license,driver licence,driving license,dl number,dl no,dl#,driver license number,driver license no,permit number",
  ],
  [
    'id.social_security.cn',
    '社会保障卡号 社会保障号码 社会保障号 社会保障卡 社保卡号 社保号 社保卡 社保编号 社保账号 社会保险号',
    'social security card,social insurance number,social security card number',
  ],
  [
    'id.medical_insurance.cn',
    '医保卡号 医保卡 医保号 医保编号 医疗保险号 医保电子凭证 医疗保险卡号 医疗证号',
    'medical insurance number,medical insurance no,medicare card cn,health insurance number cn',
  ],
  [
    'id.hk',
    '香港身份证号码 香港身份证号 香港身份证 香港身份證 香港居民身份证',
    'hkid,hk id,hong kong id,hong kong identity card,hkid no,hkid number',
  ],
  [
    'id.mo',
    '澳门身份证号码 澳门身份证号 澳门身份证 澳門身份證 澳门居民身份证 澳門居民身份證 澳門特別行政區居民身份證 澳门特别行政区居民身份证',
    'macau id,macao id,macau identity card,bir macau',
  ],
  [
    'id.tw',
    '台湾身份证 台湾身份证号 國民身分證 身分證字號 身份證字號 國民身份證 身分證統一編號 身份證統一編號 身分證號碼 身分證號 身分證 统一编号 統一編號 居留證號',
    'taiwan id,taiwan national id,tw id,arc number',
  ],
  [
    'id.ssn.us',
    '美国社会安全号 社会安全号码 社会安全号',
    'ssn,ssns,social security number,social security no,social security #,social security,soc sec,ssid,ss#,ss #',
  ],
  [
    'network.ipv4',
    'IP地址 IP段 服务器地址 主机地址 客户端地址 访问来源 来源地址 登录地址 登录IP IP 内网地址 公网地址',
    'ip address,ip addr,ip,ipv4,host,server,client ip,remote addr,remote ip,src ip,dst ip,source ip,peer,gateway,x forwarded for,ping,ssh,listen,bind,dns,nameserver,subnet,netmask,address',
  ],
  [
    'network.mac',
    'MAC地址 物理地址 网卡地址 硬件地址',
    'mac address,mac addr,mac,hwaddr,ether,bssid,hardware address,physical address,wifi mac',
  ],
  [
    'device.imei',
    'IMEI号码 IMEI号 IMEI码 IMEI 设备 设备号 终端 终端号 串码 手机串号 设备串号 串号 设备识别码 移动设备识别码',
    'imei,imei number,imei no,imei 1,imei 2,device imei,international mobile equipment identity',
  ],
  ['device.imsi', 'IMSI号 IMSI 国际移动用户识别码', 'imsi,imsi number'],
  [
    'device.iccid',
    'ICCID号 ICCID SIM卡号 SIM卡',
    'iccid,sim card number,sim number,sim serial,sim card',
  ],
  [
    'device.advertising_id',
    '广告标识符 广告ID 设备标识',
    'idfa,oaid,gaid,aaid,advertising id,ad id,adid,advertising identifier',
  ],
  [
    'person.name',
    '姓名 名字 真实姓名 联系人 收件人 收货人 寄件人 持卡人 户主 客户姓名 用户姓名 患者姓名 员工姓名 申请人 经办人 负责人 法定代表人 法人代表 开户名 户名 聯絡人 收件人 客戶姓名 戶名 開戶名',
    'full name,customer name,real name,first name,last name,surname,given name,patient name,employee name,contact name,cardholder name,name',
  ],
  [
    'person.birth_date',
    '出生日期 出生年月日 出生年月 出生时间 生日 生于 出生于 诞辰 出生',
    'date of birth of,date of birth,bday,birth date,birthdate,birthday,dob,born on,born',
  ],
  ['person.gender', '性别', 'gender,sex'],
  ['person.ethnicity', '民族 族别', 'ethnicity,ethnic group'],
  ['person.nationality', '国籍', 'nationality,citizenship'],
  ['person.religion', '宗教信仰 宗教 信仰', 'religion,religious belief'],
  ['person.political', '政治面貌 党派', 'political affiliation,political status,political party'],
  ['person.marital_status', '婚姻状况 婚姻状态 婚否 婚姻', 'marital status,marriage status'],
  [
    'person.username',
    '用户名 登录名 登录账号 用户账号 会员名 昵称',
    'username,user name,login name,login id,account name,nickname,user id,screen name',
  ],
  [
    'location.address',
    '家庭住址 家庭地址 居住地址 联系地址 通讯地址 通信地址 收货地址 收件地址 送货地址 送达地址 配送地址 取件地址 寄件地址 户籍地址 户籍所在地 户籍地 住所地 注册地址 办公地址 现住址 常住地址 居住地 住址 地址 住在 家住 住所 寄往 寄到 送到 位于 搬到 家在 房子在 房子位于 导航到 快递地址 收货地点 交货地点 送货到 戶籍地址 通訊地址 聯絡地址 居住地址 送貨地址 公司地址 单位地址 门店地址 出险地点 事发地点 上门地址 自提点',
    'po box,p.o. box,post office box,home address,street address,mailing address,postal address,shipping address,billing address,residential address,address line,addr,address',
  ],
  [
    'location.postcode',
    '邮政编码 邮编',
    'postcode,postal code,zip code,zip,post code,plz,postleitzahl',
  ],
  [
    'location.geo',
    '基站位置 当前位置 实时位置 打卡位置 设备位置 位置坐标 定位坐标 经纬度 坐标 经度 纬度 定位 北纬 南纬 东经 西经',
    'latitude,longitude,lat,lng,lon,coordinates,geo,gps,coords,lat lng,lat long,geolocation,last seen,last location,last position,last known location',
  ],
  [
    'health.record_number',
    '病历号码 病历号 住院号 门诊号 就诊卡号 就诊号 病案号 病历编号 体检编号 体检号 检查号 检验号 挂号单号',
    'medical record number,medical record no,mrn,patient id,patient number,inpatient number,medical record',
  ],
  [
    'health.diagnosis',
    '诊断结果 诊断结论 临床诊断 初步诊断 诊断为 诊断 确诊为 确诊 主诉 病史 患有 病情',
    'diagnosis,diagnosed with,diagnoses,medical condition,chief complaint,icd 10',
  ],
  [
    'health.drug',
    '用药 药品名称 药品 处方药 服用 处方',
    'medication,prescribed,prescription,drug name,medicine',
  ],
  [
    'education.student_number',
    '学籍号 学号 考生号 准考证号 学生证号 学生编号',
    'student number,student no,student id,student num,matriculation number',
  ],
  [
    'employment.staff_number',
    '员工编号 员工号 员工工号 柜员号 柜员编号 经办柜员 柜员 工号 职工号 雇员编号 人员编号',
    'staff number,staff no,staff id,employee number,employee no,employee id,emp no,emp id,badge number,payroll number',
  ],
  [
    'finance.amount',
    '金额 薪资 工资 月薪 年薪 余额 收入 应付 实付 工资总额',
    'amount,salary,wage,balance,income,payroll,compensation',
  ],
  [
    'finance.crypto_address',
    '钱包地址 比特币地址 以太坊地址 收币地址',
    'wallet address,btc address,bitcoin address,eth address,ethereum address,wallet,crypto address,crypto,usdt,erc20,trc20',
  ],
  [
    'secret.password',
    '登录密码 登陆密码 初始密码 默认密码 数据库密码 支付密码 交易密码 取款密码 管理员密码 wifi密码 密码 口令 密钥口令',
    'password,passwd,passphrase,pass word,passcode,pwd,login password,db password,requirepass,masterauth',
  ],
  [
    'secret.generic',
    '密钥 访问密钥 私钥 令牌 应用密钥',
    'secret,token,api key,apikey,access key,secret key,auth token,credential,credentials,client secret,private key',
  ],
  // Numbers that are no personal data: a cue of these speaks against.
  [
    'not.order',
    '库存编码 物料编码 商品编码 产品编码 设备编码 订单编号 订单号码 订单号 订单 单号 运单号 快递单号 物流单号 流水号 交易号 交易流水 商户单号 序列号 批次号 编号 商品编号 货号 产品编号 发票号码 发票号 合同编号 合同号 工单号 案号 文号 受理号 条形码 条码 商品条码 取件码 验证码 校验和 运单 对账号 对账单号',
    'order number,order no,order id,order,order #,invoice number,invoice no,invoice,tracking number,tracking no,tracking,serial number,serial no,serial,sn,sku,item,item number,part number,part no,part,batch no,batch,lot number,lot,ticket,ticket number,case number,ref,reference number,reference,reference no,transaction id,txn id,trace id,request id,span id,session id,product id,product,po number,barcode,isbn,issn,issue,pr,build,commit,revision,rev,hash,checksum,sha,sha1,sha256,md5,digest,uuid,guid,ean,upc,asin,model,trx,seq,sequence',
  ],
  [
    'not.version',
    '版本号 版本 升级到 章节 条款',
    'version,ver,release,upgrade to,bump,changelog,semver,sdk,firmware,jdk,python,node,oid,section,sections,chapter,clause,figure,appendix,rfc',
  ],
  [
    'not.time',
    '时间戳 时间 耗时 毫秒',
    'timestamp,time,created at,updated at,ts,epoch,unix time,expires,expiry,duration,elapsed,ms',
  ],
  [
    'not.amount',
    '总额 营收 人民币 数量 共计 合计 产值 销量 阅读量 点击量 播放量 人口',
    'revenue,total,sum,price,cost,qty,quantity,count,size,bytes,length,offset,population,views',
  ],
  [
    'not.example',
    '示例 例如 测试号 假号 占位',
    'example,sample,dummy,placeholder,fake,test number',
  ],
];
