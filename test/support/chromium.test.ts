import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);

afterAll(() => browser?.close());

/** Opens a page that holds nothing but this HTML. */
async function open(html: string) {
  const page = await browser.newPage({ viewport: { width: 400, height: 100 } });
  await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
  return page;
}

/** The page as drawn; equal pictures have equal bytes. */
async function picture(html: string): Promise<Buffer> {
  const page = await open(html);
  const screenshot = await page.screenshot();
  await page.close();
  return screenshot;
}

test('runs a page and clicks on it', async () => {
  const page = await open(`<button onclick="this.textContent = 'Надіслано'">Надіслати</button>`);
  await page.getByRole('button', { name: 'Надіслати' }).click();
  expect(await page.getByRole('button').textContent()).toBe('Надіслано');
});

test('draws', async () => {
  expect(await picture('<h1>Clients</h1>')).not.toEqual(await picture(''));
});

test('draws Cyrillic letters, not the blank of a missing one', async () => {
  // U+10FFFF is no character: no font has it.
  const [ukrainian, other, missing] = await Promise.all(
    ['ЖЇҐ', 'ЩЄФ', '&#x10ffff;'.repeat(3)].map((text) => picture(`<h1>${text}</h1>`)),
  );
  expect(ukrainian).not.toEqual(other);
  expect(ukrainian).not.toEqual(missing);
});
