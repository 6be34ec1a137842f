import { createSm2KeyExchange, generateSm2KeyPair } from '@yushu/gm/sm2';

const a = generateSm2KeyPair();
const b = generateSm2KeyPair();
const ids = { alice: { userId: 'alice', peerUserId: 'bob' }, bob: { userId: 'bob', peerUserId: 'alice' } };
const alice = createSm2KeyExchange({ role: 'initiator', privateKey: a.privateKey, peerPublicKey: b.publicKey, ...ids.alice });
const bob = createSm2KeyExchange({ role: 'responder', privateKey: b.privateKey, peerPublicKey: a.publicKey, ...ids.bob });

const one = alice.agree(bob.ephemeralPublicKey, 16);
const two = bob.agree(alice.ephemeralPublicKey, 16);
one.confirmPeer(two.confirmation); // 对方不是应有的那一方则抛出错误
two.confirmPeer(one.confirmation);
console.log(Buffer.from(one.key).equals(two.key)); // true
export {};
