import { expect, test } from 'vitest';
import { buildReportAssets } from './build-report-assets.ts';

test('the checked-in script and style are what their sources give', async () => {
  await expect(await buildReportAssets()).toMatchFileSnapshot('../../src/data/report-assets.ts');
});
