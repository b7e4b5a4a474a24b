import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS, type TestHost } from '../support/hosts.ts';
import { steps } from './model/command.ts';
import { moneyCommands } from './model/money-commands.ts';
import { trafficCommands } from './model/traffic-commands.ts';
import { compareAll, newWorld } from './model/world.ts';
import { openOffice } from './office.ts';

/** `FINANCE_SECONDS=600 FINANCE_SEED=1 npx vitest run test/finance/model.test.ts` */
const SECONDS = Number(process.env.FINANCE_SECONDS ?? 12);
const SEED = Number(process.env.FINANCE_SEED ?? Date.now() % 2 ** 31);

describe.each(HOSTS)('whatever happens to a client on %s', (name) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openOffice(name);
  });
  afterAll(() => host.close());

  it(
    'L3, L4, L11, L13, L14 its money is what a model of the rules says',
    { timeout: (SECONDS + 120) * 1000 },
    async () => {
      const commands = fc.commands([...moneyCommands, ...trafficCommands], {
        maxCommands: 40,
        size: 'max',
      });
      let runs = 0;
      const before = steps.taken;
      await fc.assert(
        fc.asyncProperty(commands, async (chosen) => {
          runs += 1;
          const world = await newWorld(host);
          await fc.asyncModelRun(() => world, chosen);
          await compareAll(world.model, world.real);
        }),
        { numRuns: 100_000, interruptAfterTimeLimit: SECONDS * 1000, seed: SEED },
      );
      console.info(`${name}: seed ${SEED}, ${runs} clients, ${steps.taken - before} steps`);
      expect(host.logged).toEqual([]);
    },
  );
});
