import type fc from 'fast-check';
import { compareAll, compareFigures, type Model, type Real } from './world.ts';

/** Something that happens to a client, in the model and in reality. */
export interface Step {
  name: string;
  run: (model: Model, real: Real) => Promise<void>;
}

/** How many steps there have been, over all runs. */
export const steps = { taken: 0 };

/** After each step the figures must be the model's; after some, every row and message too. */
const EVERY = 8;

/** A step as fast-check wants it. */
export const command = (step: fc.Arbitrary<Step>): fc.Arbitrary<fc.AsyncCommand<Model, Real>> =>
  step.map(({ name, run }) => ({
    check: () => true,
    run: async (model, real) => {
      await run(model, real);
      steps.taken += 1;
      await compareFigures(model, real);
      if (steps.taken % EVERY === 0) await compareAll(model, real);
    },
    toString: () => name,
  }));
