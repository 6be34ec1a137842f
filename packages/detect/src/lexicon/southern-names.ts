/**
 * Chinese names as Hong Kong, Singapore and Malaysia write them: family names of Cantonese, Hokkien, Teochew and Hakka, and whether a
 * word is one syllable of a given name.
 *
 * @module
 */

/** Family names, in lower case, but for those that begin English sentences: so, to, low, sit. */
const surnames: ReadonlySet<string> = new Set(
  (
    'au aw ang auyeung auyong boey chai chan chang chau chee cheah chen cheng cheong cheuk cheung chew chia chiam chiang chik chin chiu cho choi chong choo chou chow choy chu chua chui chun chung ' +
    'fan fok fong foo fu fung gan goh gwee han heng hiew ho hong hoo hor huang hui huynh ip kam kang kee keung khaw kho khoo khor ko koay koh kok kong koo kuan kuok kung kwa kwan kwee kwek kwok kwong ' +
    'lai lam lau law lee leong leow leung li liaw lim lin ling liu lo loh loi loke loo lui luk lum lye lui mak mok mui mung nam neo ng ngai ngan ngiam ngo ngoh nai neoh ong ooi oei oh pak pan pang peh pek phang phua ' +
    'phoon poh poon png quah quek quak seah seet seow shek shum siah siau siew sim siow siu soh soo soon soong suen sze szeto sng tai tam tan tang tay teh teo teoh tham thio thong tiong ' +
    'toh tok tong tsang tse tsoi tsui tsang tung tze ting tiew teng ung wee wong wan woo wu yam yan yang yap yau yee yeo yeoh yeow yeung yick yik yim yin yip yiu yong yu yue yuen yung yuong zee zheng'
  ).split(' '),
);

/** One syllable in any of their spellings; a superset, since three words in a row decide. */
const syllable =
  /^(?:(?:ts|tz|ch|sh|sz|kw|gw|qu|ng|hw|kh|th|ph|zh|[bcdfghjklmnpqrstwxyz])?(?:[aeiou]{1,3}|y[aeiou]{1,2})(?:ng|ck|[nmkptihwyr])?|ng|tsz|sze|tze|shz|s[nz])$/;

/** Words of English and names of other languages that read as syllables. */
const english: ReadonlySet<string> = new Set(
  (
    'he she we you me us it is in on an at to so no or by my of up do go be the let get set put can may will but not all and any our out who why how his her has had was are for from with per via ' +
    'hot top tap tip pop hop hit cut run sun son sit bit big bag bad bed red pen pin pan man men van ban fan can cat hat hut hub bus gas job lab lot map net new now old one two ten six see say day way pay ' +
    'boy toy box tax fax fix mix bank back pack rock sick sock tick ticket team tea sea bay road rock room rain real read lead deal near dear year ' +
    'hill park book look cook took food wood good moon noon soon room tower town view high sky hotel court noun bin bid date name zip code sex age'
  ).split(' '),
);

/** Given names of Chinese that are English words as well. */
const both: ReadonlySet<string> = new Set(['man', 'sun', 'hon', 'pan', 'fan', 'sea', 'may', 'see']);

/** Quarters, stations and hospitals that read as names. */
const places: ReadonlySet<string> = new Set(
  (
    'lai chi kok,wong tai sin,ho man tin,cheung sha wan,lau fau shan,tan tock seng,ang mo kio,choa chu kang,yio chu kang,lim chu kang,wong chuk hang,shek tong tsui,ho chi minh,tung chung,lam tin,' +
    'tai po kau,lo wu,tin shui wai,ngau tau kok,lei yue mun,yau ma tei,tsim sha tsui,sham shui po,sai ying pun,shek kip mei,kwai chung,tseung kwan,ma on shan,chai wan,mong kok,sin ming,hong lok yuen,' +
    'tai koo shing,heng fa chuen,lok ma chau,lam tsuen,tai wo hau,siu sai wan,wu kai sha,hang hau,tiu keng leng,tan jong pagar,boon lay,yuen long,tuen mun,chai chee,hung hom,wan chai,sha tin,fan ling,ting kau,sham tseng'
  ).split(','),
);

/** Whether a word in lower case is such a family name. */
export function isSouthernSurname(word: string): boolean {
  return surnames.has(word);
}

/** All of them. */
export function listSouthernSurnames(): Iterable<string> {
  return surnames;
}

/** Whether a word in lower case is one syllable of a given name. */
export function isSouthernSyllable(word: string): boolean {
  return word.length < 7 && syllable.test(word) && (!english.has(word) || both.has(word));
}

/** Whether words in lower case name a place: Lai Chi Kok, Ho Man Tin. */
export function isSouthernPlace(words: string): boolean {
  return places.has(words);
}
