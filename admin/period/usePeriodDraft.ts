import { useEffect, useState } from 'react';
import type { Period } from '../../schema/period.ts';
import { isUsable, periodFaults, type PeriodFaults } from './periodDraft.ts';

/** Long enough to type the second digit of a day, short enough to feel at once after a click. */
const PAUSE_MS = 400;

/**
 * The two dates while they are being edited, apart from the period that the list shows.
 *
 * `settle` says what is wrong or hands a good period on; when `live`, it also runs by itself after
 * a pause. Where the period changes from outside (the way back, a link), the draft follows.
 *
 * @example
 * const { draft, faults, edit, settle } = usePeriodDraft(period, setPeriod, true);
 */
export function usePeriodDraft(period: Period, onChange: (period: Period) => void, live: boolean) {
  const [state, setState] = useState<DraftState>({ shown: period, draft: period, told: false });
  if (!samePeriod(state.shown, period)) setState({ ...state, ...followed(state, period) });
  const { draft, told } = state;

  const edit = (change: Partial<Period>) =>
    setState((now) => ({ ...now, draft: { ...now.draft, ...change }, told: false }));
  const settle = () => {
    setState((now) => ({ ...now, told: true }));
    // SEARCH for the same period asks again; leaving a field that was not changed must not.
    if (isUsable(draft) && !(live && samePeriod(draft, period))) onChange(draft);
  };

  useEffect(() => {
    if (!live || told || samePeriod(draft, period)) return;
    const timer = setTimeout(settle, PAUSE_MS);
    return () => clearTimeout(timer);
  });

  const faults: PeriodFaults = told ? periodFaults(draft) : {};
  return { draft, faults, edit, settle };
}

interface DraftState {
  /** The period of the list when the draft began. */
  shown: Period;
  draft: Period;
  /** Whether the faults of this draft are on the screen. */
  told: boolean;
}

/**
 * The draft after the period of the list has changed: only the date that is another one is taken.
 * A first date that has just taken effect must not touch the second, which is being typed.
 */
export function followed({ shown, draft }: Pick<DraftState, 'shown' | 'draft'>, period: Period) {
  return {
    shown: period,
    draft: {
      from: period.from === shown.from ? draft.from : period.from,
      to: period.to === shown.to ? draft.to : period.to,
    },
  };
}

/** Whether two periods have the same days. */
export function samePeriod(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}
