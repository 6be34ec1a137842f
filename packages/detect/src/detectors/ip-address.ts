/**
 * IPv4 (RFC 791), IPv6 (RFC 4291 section 2.2) and MAC addresses (IEEE 802 EUI-48).
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isAlphanumeric, isDigit, isHex, isLetter, isSpace, isWord } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';

const ipv4: Detector = {
  id: 'ipv4',
  category: 'network.ipv4',
  topics: ['network.ipv4'],
  neutral: ['location.address', 'not.time', 'not.amount'],
};
/** With a port, which no version has. */
const ipv4WithPort: Detector = { ...ipv4, neutral: 'all' };
const ipv6: Detector = {
  id: 'ipv6',
  category: 'network.ipv6',
  topics: ['network.ipv4'],
  neutral: 'all',
};
const mac: Detector = { id: 'mac', category: 'network.mac', topics: ['network.mac'] };

const dotted = reason('format', 1.3, 'four octets');
const small = reason('negative', -1.4, 'looks like a version');
const versionMark = reason('negative', -3, 'after a version mark');
const special = reason('negative', -5, 'unspecified, loopback or mask');
const service = reason('negative', -5, 'address of the machine itself or of a service on it');
const network = reason('negative', -1.6, 'a whole network');
const port = reason('format', 0.8, 'port or prefix length follows');
const groupsOfHex = reason('format', 2.2, 'groups of hexadecimal digits');
const shortIpv6 = reason('negative', -1.2, 'few groups');
const sixPairs = reason('format', 2.4, 'six pairs of hexadecimal digits');
const dottedMac = reason('format', -0.2, 'three groups of four hexadecimal digits');
const bareMac = reason('format', -2.2, 'twelve hexadecimal digits');
const nullMac = reason('negative', -5, 'null or broadcast address');

/** Looks for an IPv4 address whose first digit stands at `start`. Returns its end, or -1. */
export function findIpv4(scan: Scan, start: number): number {
  const { view } = scan;
  const before = view.at(start - 1);
  if (before === 0x2e || isAlphanumeric(before) || before === 0x5f) return -1;
  // The last part of an IPv6 address.
  if (before === 0x3a && isColonHex(view, start - 1)) return -1;
  const { codes } = view;
  let at = start;
  let largest = 0;
  let zeros = 0;
  let ones = 0;
  for (let octet = 0; octet < 4; octet += 1) {
    if (octet > 0) {
      if (codes[at] !== 0x2e) return -1;
      at += 1;
    }
    let value = 0;
    const from = at;
    let unit = codes[at]!;
    while (isDigit(unit) && at - from < 4) {
      value = value * 10 + unit - 0x30;
      at += 1;
      unit = codes[at]!;
    }
    if (at === from || value > 255 || at - from > 3) return -1;
    if (at - from > 1 && codes[from] === 0x30) return -1;
    if (value > largest) largest = value;
    if (value === 0) zeros += 1;
    if (value === 255) ones += 1;
  }
  const after = view.at(at);
  if (isWord(after) || (after === 0x2e && isDigit(view.at(at + 1)))) return -1;
  if (after === 0x2d && isAlphanumeric(view.at(at + 1)) && !isDigit(view.at(at + 1))) return -1;
  const reasons: Evidence[] = [dotted];
  const first = view.at(start) - 0x30;
  const hasPort = after === 0x3a && isDigit(view.at(at + 1));
  if (hasPort || (after === 0x2f && isDigit(view.at(at + 1)))) reasons.push(port);
  else if (isVersionLike(view, start, largest)) reasons.push(small);
  if (before === 0x2d && isAlphanumeric(view.at(start - 2))) reasons.push(versionMark);
  if (zeros >= 3 || ones >= 2 || (first === 1 && view.startsWith('127.', start)))
    reasons.push(special);
  if (isServiceAddress(view, start)) reasons.push(service);
  const end = prefixEnd(view, at, 32);
  if (end > at && isNetwork(view.slice(start, at), Number(view.slice(at + 1, end))))
    reasons.push(network);
  scan.report(hasPort ? ipv4WithPort : ipv4, start, end, reasons);
  return end;
}

/** Whether an address is the first of a network of that prefix length, and no host: 192.168.1.0/24. */
function isNetwork(address: string, length: number): boolean {
  if (length > 30) return false;
  const value = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return value % 2 ** (32 - length) === 0;
}

/** Link-local addresses (RFC 3927), among them the metadata service of clouds; multicast (RFC 5771); Alibaba Cloud's metadata. */
function isServiceAddress(view: TextView, start: number): boolean {
  const { codes } = view;
  const second = codes[start + 1]!;
  if (codes[start] === 0x31)
    return view.startsWith('169.254.', start) || view.startsWith('100.100.100.200', start);
  return (
    codes[start] === 0x32 &&
    codes[start + 3] === 0x2e &&
    ((second === 0x32 && codes[start + 2]! >= 0x34) || second === 0x33)
  );
}

/** Whether two colons with hexadecimal digits stand before and at an index, as in an IPv6 address. */
function isColonHex(view: TextView, colon: number): boolean {
  let at = colon - 1;
  while (colon - at < 6 && isHex(view.at(at))) at -= 1;
  return view.at(at) === 0x3a;
}

/** Whether four numbers look like those of a version: all are small, or the first has one digit. Private networks do not count. */
function isVersionLike(view: TextView, start: number, largest: number): boolean {
  if (view.startsWith('10.', start)) return largest < 11 && !view.startsWith('10.0.', start);
  return largest < 20 || view.at(start + 1) === 0x2e;
}

/** The end with a prefix length, as in `10.0.0.0/8` (RFC 4632 section 3.1). */
function prefixEnd(view: TextView, end: number, longest: number): number {
  if (view.at(end) !== 0x2f || !isDigit(view.at(end + 1))) return end;
  let at = end + 1;
  let length = 0;
  while (isDigit(view.at(at)) && at - end < 5) {
    length = length * 10 + view.at(at) - 0x30;
    at += 1;
  }
  return length <= longest && !isWord(view.at(at)) && view.at(at) !== 0x2f ? at : end;
}

/** A dotted quad inside an IPv6 address: its end, or -1. */
function quadEnd(view: TextView, start: number): number {
  let at = start;
  for (let octet = 0; octet < 4; octet += 1) {
    if (octet > 0) {
      if (view.at(at) !== 0x2e) return -1;
      at += 1;
    }
    const from = at;
    while (isDigit(view.at(at)) && at - from < 3) at += 1;
    if (at === from) return -1;
  }
  return isWord(view.at(at)) ? -1 : at;
}

/**
 * Looks for an IPv6 or MAC address around the colon at `colon`, which is the first of its run. Returns the end of the run of
 * hexadecimal digits and colons, so that none of it is read twice.
 */
export function findColonAddress(scan: Scan, colon: number): number {
  const { view } = scan;
  let start = colon;
  while (colon - start < 4 && isHex(view.at(start - 1))) start -= 1;
  const before = view.at(start - 1);
  let end = colon;
  while (isHex(view.at(end)) || view.at(end) === 0x3a) end += 1;
  if (before === 0x3a || before === 0x2e) return end;
  if (isWord(before)) {
    if (!isLabel(view, colon) && !namesProtocol(view, colon)) return end;
    start = colon + 1;
  }
  // `x:1022:1022::/home`: fields divided by colons.
  if (view.at(end) === 0x2f && view.at(end - 1) === 0x3a && isLetter(view.at(end + 1))) return end;
  if (end - start > 45 || end - start < 2) return end;
  if (reportMac(scan, start, end)) return end;
  reportIpv6(scan, start, end);
  return end;
}

/** Whether `IPv4` or `IPv6` ends at a colon. */
function namesProtocol(view: TextView, colon: number): boolean {
  return (
    (view.startsWith('ipv6', colon - 4) || view.startsWith('ipv4', colon - 4)) &&
    !isWord(view.at(colon - 5))
  );
}

/** Whether a label of letters, such as `mac` or `value`, ends at a colon: then the colon is not the address's own. */
function isLabel(view: TextView, colon: number): boolean {
  let start = colon;
  while (colon - start < 16 && isLetter(view.at(start - 1))) start -= 1;
  return start < colon && !isWord(view.at(start - 1));
}

function reportMac(scan: Scan, start: number, end: number): boolean {
  const { view } = scan;
  if (end - start !== 17) return false;
  const separator = view.at(start + 2);
  let same = true;
  for (let index = 0; index < 17; index += 1) {
    const unit = view.at(start + index);
    if (index % 3 === 2 ? unit !== separator : !isHex(unit)) return false;
    if (index % 3 !== 2 && unit !== view.at(start)) same = false;
  }
  if (isWord(view.at(end)) || (view.at(end) === separator && isHex(view.at(end + 1)))) return false;
  scan.report(mac, start, end, same ? [sixPairs, nullMac] : [sixPairs]);
  return true;
}

/** Looks for a MAC address written with hyphens, dots or nothing, that begins at `start`. */
export function findMac(scan: Scan, start: number, wordEnd: number): void {
  const { view } = scan;
  const before = view.at(start - 1);
  if (isWord(before) || before === 0x2d) return;
  const length = wordEnd - start;
  if (length === 2 && view.at(wordEnd) === 0x2d) {
    const end = start + 17;
    if (end <= view.length && view.at(end) !== 0x2d) reportMac(scan, start, end);
  } else if (length === 4 && view.at(wordEnd) === 0x2e && view.at(wordEnd + 5) === 0x2e) {
    const end = start + 14;
    if (isWord(view.at(end)) || view.at(end) === 0x2e) return;
    for (let index = 0; index < 14; index += 1)
      if (index % 5 !== 4 && !isHex(view.at(start + index))) return;
    scan.report(mac, start, end, [dottedMac]);
  } else if (length === 12) {
    for (let index = 0; index < 12; index += 1) if (!isHex(view.at(start + index))) return;
    if (scan.hasCue(mac, start, wordEnd)) scan.report(mac, start, wordEnd, [bareMac]);
  }
}

function reportIpv6(scan: Scan, start: number, end: number): void {
  const { view } = scan;
  let groups = 0;
  let gap = false;
  let at = start;
  let stop = end;
  let letters = false;
  if (view.at(at) === 0x3a) {
    if (view.at(at + 1) !== 0x3a) return;
    gap = true;
    at += 2;
  }
  while (at < end) {
    const from = at;
    while (isHex(view.at(at))) {
      if (!isDigit(view.at(at))) letters = true;
      at += 1;
    }
    if (at === from || at - from > 4) return;
    const quad = view.at(at) === 0x2e ? quadEnd(view, from) : -1;
    if (quad >= 0) {
      groups += 2;
      stop = quad;
      at = quad;
      break;
    }
    groups += 1;
    if (at === end) break;
    // A colon that ends the run is punctuation, but two are the gap.
    if (at + 1 === end) {
      stop = at;
      break;
    }
    at += 1;
    if (view.at(at) === 0x3a) {
      if (gap) return;
      gap = true;
      at += 1;
      if (at === end) break;
    }
  }
  if (gap ? groups > 7 : groups !== 8) return;
  if (isWord(view.at(stop)) || (view.at(stop) === 0x2e && isDigit(view.at(stop + 1)))) return;
  // The operator of C++ and Rust stands between names; an address stands alone.
  if (groups === 0 && !(standsAlone(view.at(start - 1)) && standsAlone(view.at(stop)))) return;
  if (groups < 3 && isSlice(view, start, stop)) return;
  // Scopes of C++ in letters of hexadecimal digits: `CC::A`, `DFA::DFA`.
  if (gap && groups === 2 && !hasDigit(view, start, stop)) return;
  const reasons: Evidence[] = [groupsOfHex];
  if (groups < 3 && !(groups === 2 && letters && stop - start > 7)) reasons.push(shortIpv6);
  if (groups <= 1 && stop - start <= 3) reasons.push(special);
  if (groups === 0 || isMask(view, start, stop)) reasons.push(special);
  // RFC 4291 section 2.4: multicast.
  else if (view.startsWith('ff0', start)) reasons.push(service);
  // The mark of a network alone is the documentation of a program.
  if (groups === 1 && view.at(stop) === 0x2f && isDigit(view.at(stop + 1))) reasons.push(special);
  const last = prefixEnd(view, zoneEnd(view, stop), 128);
  // `2001:db8::/32` is a network: nothing stands behind its gap.
  if (last > stop && view.at(stop - 1) === 0x3a && view.at(stop - 2) === 0x3a)
    reasons.push(network);
  scan.report(ipv6, start, last, reasons);
}

function hasDigit(view: TextView, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) if (isDigit(view.at(index))) return true;
  return false;
}

/** Whether a part of a list is cut out here, as Python does: `args[1::2]`, `split()[2::3]`. */
function isSlice(view: TextView, start: number, stop: number): boolean {
  if (view.at(start - 1) !== 0x5b || view.at(stop) !== 0x5d) return false;
  const before = view.at(start - 2);
  return isWord(before) || before === 0x29 || before === 0x5d;
}

/** Whether all digits are the same, as in a mask or in nothing but zeros. */
function isMask(view: TextView, start: number, stop: number): boolean {
  const first = view.at(start);
  if ((first | 0x20) !== 0x66 && first !== 0x30) return false;
  for (let index = start; index < stop; index += 1) {
    const unit = view.at(index);
    if (unit !== 0x3a && unit !== first) return false;
  }
  return true;
}

const standsAlone = (unit: number): boolean =>
  unit === 0 || isSpace(unit) || unit === 0x3d || unit === 0x22 || unit === 0x5b || unit === 0x5d;

/** The end with a zone, as in `fe80::1%eth0` (RFC 4007 section 11). */
function zoneEnd(view: TextView, end: number): number {
  if (view.at(end) !== 0x25 || !isLetter(view.at(end + 1))) return end;
  let at = end + 1;
  while (at - end < 17 && isWord(view.at(at))) at += 1;
  return at;
}
