import type { ReadNumberLayout } from './layout.ts';

const octet = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const written = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}$`);

/** Whether an address can be one host's: not of 0/8, of 127/8 (loopback) or from 224 on (multicast, reserved; RFC 6890). */
const isHost = (first: number) => first > 0 && first < 224 && first !== 127;

/** IPv4 addresses of four decimal numbers without leading zeros. An address of a host stays one. */
export const readIpv4: ReadNumberLayout = (value) => {
  const match = written.exec(value);
  if (match === null) return undefined;
  const octets = match.slice(1).map(Number);
  const host = isHost(octets[0]!);
  return {
    kept: '',
    domain: { size: 2 ** 32 },
    rank: octets.reduce((sum, part) => sum * 256 + part, 0),
    accepts: (rank) => isHost(Math.floor(rank / 2 ** 24)) === host,
    write: (rank) => [rank >>> 24, (rank >>> 16) & 255, (rank >>> 8) & 255, rank & 255].join('.'),
  };
};
