/**
 * Letters of Cyrillic, Greek, Armenian, Coptic, Cherokee, Lisu, Deseret and Osage that look like a Latin one; each group begins with
 * the Latin letter.
 *
 * Source: Unicode Technical Standard 39, confusables.txt, version 14.0; Unicode Licence.
 */
const groups =
  'aαа AΑАᎪꓮ bЬᏏ BΒВᏴꓐ cⲥсꮯ𐐽 CⲤСᏟꓚ𐐕 dԁᏧꓒ DᎠꓓ eеҽ EΕЕᎬꓰ fք FϜꓝ gց GԌᏀᏳꓖ hһհᏂ HΗⲎНᎻꓧ iιіꙇӏꭵᎥ jϳј JͿЈᎫꓙ ' +
  'KΚⲔКᏦꓗ lΙⲒІӀꓲ LⳐᏞꓡ𐐛 MΜϺⲘМᎷꓟ nոռ NΝⲚꓠ oοσⲟоօ𐓪𐐬 OΟⲞОՕ𐓂ꓳ𐐄 pρⲣр PΡⲢРᏢꓑ qԛգզ rᴦⲅгꮁ RᎡᏒ𐒴ꓣ sѕꮪ𐑈 ' +
  'SЅՏᏕᏚꓢ𐐠 TΤⲦТᎢꓔ uυս𐓶 UՍ𐓎ꓴ vνѵꮩ VѴᏙꓦ wѡԝաꮃ WԜᎳᏔꓪ xх XΧⲬХꓫ yγуү YΥⲨУҮᎩᎽꓬ zꮓ ZΖᏃꓜ';

/** A letter to the Latin one that it looks like. */
export const undisguised: ReadonlyMap<string, string> = new Map(
  groups.split(' ').flatMap((group) => {
    const [latin = '', ...others] = group;
    return others.map((other): [string, string] => [other, latin]);
  }),
);
