import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

export interface ConsoleBrowser {
  /** A page of its own context: 1440 x 900, light, British English, days in UTC. */
  open: (path?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Errors that pages had: exceptions and messages of the console. */
  faults: string[];
  close: () => Promise<void>;
}

/** A browser on the console of a running server: `(await openConsole(url)).open('/clients')`. */
export async function openConsole(url: string): Promise<ConsoleBrowser> {
  const browser = await launchChromium();
  const faults: string[] = [];
  return {
    faults,
    open: async (path = '/clients', options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        timezoneId: 'UTC',
        colorScheme: 'light',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      await page.goto(`${url}/#${path}`);
      return page;
    },
    close: () => browser.close(),
  };
}

/** An amount as the console writes it: four decimals at least, six at most, a real minus sign. */
export function onScreen(amount: string): string {
  return new Intl.NumberFormat('en-GB', { minimumFractionDigits: 4, maximumFractionDigits: 6 })
    .format(amount as Intl.StringNumericLiteral)
    .replace('-', '−');
}

/** A count as the console writes it. */
export function count(value: number): string {
  return new Intl.NumberFormat('en-GB').format(value);
}

/** The texts of a table's body (or foot), row by row. */
export async function cells(page: Page, part: 'tbody' | 'tfoot' = 'tbody'): Promise<string[][]> {
  const rows = await page.locator(`table ${part} tr`).all();
  return Promise.all(
    rows.map(async (row) => {
      const texts = await row.locator('td').allInnerTexts();
      return texts.map((text) => text.replace(/\s+/g, ' ').trim());
    }),
  );
}
