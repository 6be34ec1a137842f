/**
 * The key types of message authentication. A new algorithm is one line here and one file beside it.
 *
 * @module
 */
import type { MacKeyType } from '../mac/raw-mac.ts';
import { aesCmacKeyType } from './aes-cmac.ts';
import { hmacKeyType } from './hmac.ts';

/** All of them. */
export const macKeyTypes: readonly MacKeyType[] = [hmacKeyType, aesCmacKeyType];
