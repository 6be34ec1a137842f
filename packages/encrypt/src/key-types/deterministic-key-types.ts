/**
 * The key types of deterministic encryption. A new algorithm is one line here and one file beside it.
 *
 * @module
 */
import type { DeterministicKeyType } from '../deterministic/raw-deterministic.ts';
import { aesSivKeyType } from './aes-siv.ts';

/** All of them. */
export const deterministicKeyTypes: readonly DeterministicKeyType[] = [aesSivKeyType];
