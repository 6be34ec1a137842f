/**
 * Top-level domains: all of two letters, and the generic ones that carry mail.
 *
 * @module
 */

const generic = new Set(
  (
    'com net org edu gov mil int info biz name pro aero coop museum jobs mobi travel tel cat asia post xxx arpa ' +
    'local internal ' +
    'app dev page cloud tech online site store shop xyz top vip club wang ltd work group link live life world ' +
    'email mail digital media news blog wiki design studio agency company services solutions systems network ' +
    'software technology science academy school university college education institute center centre foundation ' +
    'health care hospital clinic dental doctor legal law lawyer finance financial bank money insurance capital fund ' +
    'consulting engineering energy green eco global international africa london paris berlin tokyo nyc amsterdam ' +
    'games game video photo photos art music film tv radio fun social chat zone space website web host hosting ' +
    'domains icu bid loan men win date review trade party racing stream download accountant science cricket faith ' +
    'google apple microsoft amazon ren red pink blue black gold run team tools support help guide guru expert ' +
    'ninja rocks today tips express delivery cafe restaurant pizza bar pub hotel holiday flights voyage tours taxi ' +
    'cars car auto bike house homes land estate properties apartments rent build builders construction contractors ' +
    'market marketing events plus one best city town place community church ventures partners associates ' +
    'enterprises industries holdings management directory gallery graphics press productions training coach ' +
    'fit fitness yoga style fashion clothing shoes jewelry watch toys kids family baby love dating singles ' +
    'security codes computer data ai bio xin'
  ).split(' '),
);

/** RFC 2606 section 2 and RFC 6761 section 6: names under these are nobody's. */
const reserved = new Set(['example', 'test', 'invalid', 'localhost']);

/** Whether a top-level domain, in lower case, is reserved for examples, tests and the machine itself. */
export function isReservedDomain(name: string): boolean {
  return reserved.has(name);
}

/** Whether mail can go to a domain that ends so: two letters (ISO 3166), a known generic one, punycode, or no ASCII. */
export function isTopLevelDomain(name: string): boolean {
  return (
    name.length === 2 || generic.has(name) || name.startsWith('xn--') || name.charCodeAt(0) > 0x7f
  );
}
