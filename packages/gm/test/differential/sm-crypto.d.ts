/** The part of sm-crypto 0.5.8 that is compared with; it comes without types. */
declare module 'sm-crypto' {
  interface Sm2 {
    doEncrypt(message: string | Uint8Array, publicKey: string, mode: 0 | 1): string;
    doDecrypt(
      encrypted: string,
      privateKey: string,
      mode: 0 | 1,
      options: { output: 'array' },
    ): number[];
    doSignature(
      message: string | Uint8Array,
      privateKey: string,
      options: { hash: true; der?: boolean; publicKey?: string; userId?: string },
    ): string;
    doVerifySignature(
      message: string | Uint8Array,
      signature: string,
      publicKey: string,
      options: { hash: true; der?: boolean; userId?: string },
    ): boolean;
    getPublicKeyFromPrivateKey(privateKey: string): string;
  }
  export const sm2: Sm2;
  export function sm3(
    message: string | Uint8Array,
    options?: { key: string; mode: 'hmac' },
  ): string;
  interface Sm4Options {
    readonly mode?: 'cbc';
    readonly padding?: 'pkcs#7' | 'none';
    readonly iv?: string;
  }
  export const sm4: {
    encrypt(message: Uint8Array, key: string, options?: Sm4Options): string;
    decrypt(encrypted: string, key: string, options?: Sm4Options & { output: 'array' }): number[];
  };
}
