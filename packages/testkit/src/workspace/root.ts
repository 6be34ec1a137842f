import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the workspace. */
export const root = dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))));
