/**
 * `npm run docs:write`: writes the pages of `docs/` that are made from the sources.
 *
 * @module
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/root.ts';
import { listErrorCodes } from './list-error-codes.ts';
import { renderErrors } from './render-errors.ts';

writeFileSync(join(root, 'docs', 'errors.md'), renderErrors(listErrorCodes()));
