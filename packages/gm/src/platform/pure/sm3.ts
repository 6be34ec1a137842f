import { Sm3State } from '../../sm3/sm3-state.ts';
import type { HashPlatform } from '../platform.ts';

export const hashPlatform: HashPlatform = {
  hash(data) {
    const state = new Sm3State();
    state.update(data);
    return state.digest();
  },
  createHash: () => new Sm3State(),
  hmac: () => undefined,
};
