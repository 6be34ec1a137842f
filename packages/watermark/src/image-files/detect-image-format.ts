import { watermarkError } from '../watermark-error.ts';
import type { ImageFormat } from './image-codec.ts';

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
}

/**
 * Tells the format of a picture by its first bytes, whatever its name says.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if it is neither PNG, JPEG nor WebP.
 *
 * @example
 * ```ts
 * import { detectImageFormat } from '@yushu/watermark/image-files';
 *
 * console.log(detectImageFormat(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))); // jpeg
 * ```
 */
export function detectImageFormat(bytes: Uint8Array): ImageFormat {
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP')) return 'webp';
  throw watermarkError(
    'ERR_WATERMARK_INPUT',
    'The file is no PNG, JPEG or WebP picture',
    'Convert it to one of them first.',
    { bytes: bytes.length },
  );
}
