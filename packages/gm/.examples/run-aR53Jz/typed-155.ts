import { createSm2KeyExchange, generateSm2KeyPair } from '@yushu/gm/sm2';

const a = generateSm2KeyPair();
const b = generateSm2KeyPair();
const alice = createSm2KeyExchange({
  role: 'initiator',
  privateKey: a.privateKey,
  peerPublicKey: b.publicKey,
});
const bob = createSm2KeyExchange({
  role: 'responder',
  privateKey: b.privateKey,
  peerPublicKey: a.publicKey,
});
const forAlice = alice.agree(bob.ephemeralPublicKey, 16);
const forBob = bob.agree(alice.ephemeralPublicKey, 16);
forAlice.confirmPeer(forBob.confirmation);
forBob.confirmPeer(forAlice.confirmation);
console.log(Buffer.from(forAlice.key).equals(forBob.key)); // true
export {};
