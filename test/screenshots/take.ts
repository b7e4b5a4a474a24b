import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConsole } from '../support/console.ts';
import { serve } from '../support/program.ts';

it('takes the pictures of every screen, light and dark', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-screenshots-'));
  const server = await serve({ DATA_DIR: join(folder, 'data') }, ['--demo']);
  const browser = await openConsole(server.url);
  const response = await fetch(
    `${server.url}/api/transactions?range=[0,0]&sort=["seq","DESC"]&filter={"kind":"charge"}`,
  );
  const [{ clientId }] = (await response.json()) as [{ clientId: number }];
  for (const [name, path] of Object.entries({
    clients: '/clients',
    'client-general': `/clients/${clientId}/show`,
    'client-finance': `/clients/${clientId}/show/finance`,
    'client-statistics': `/clients/${clientId}/show/statistics`,
    'client-names': `/clients/${clientId}/show/names`,
  })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.open(path, {
        colorScheme,
        viewport: { width: 1280, height: 800 },
      });
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({
        path: join(import.meta.dirname, `${name}-${colorScheme}.png`),
        animations: 'disabled',
      });
      await page.context().close();
    }
  }
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
  expect(browser.faults).toEqual([]);
});
