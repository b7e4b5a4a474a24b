import { accountSettings } from './account-settings.ts';
import type { Calendar } from './calendar.ts';
import { demoClient } from './client-row.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { limitPlans } from './limit-plans.ts';
import { occasionalDays } from './occasional-days.ts';
import { pastDays } from './past-days.ts';
import { recentMessages } from './recent-messages.ts';
import { rolesOfClients } from './roles.ts';
import { senderNameRows } from './sender-name-rows.ts';
import { senderPlan } from './sender-plan.ts';

/**
 * All that the demonstration is made of, but for what the database works out: the costs, the
 * charges, the balances. The same calendar gives the same.
 *
 * @example demonstration(calendarOf(new Date())).clients.length // 2000
 */
export function demonstration(calendar: Calendar) {
  const clients = rolesOfClients().map((role, index) => {
    const demo = demoClient(index + 1, role, calendar);
    return { demo, names: senderNameRows(demo, calendar) };
  });
  const plans = clients
    .filter(({ demo }) => demo.role === 'sender')
    .map(({ demo, names }) => senderPlan(demo, names, calendar));
  const occasional = clients.filter(({ demo }) => demo.role === 'occasional');
  return {
    clients: clients.map(({ demo }) => demo.row),
    senderNames: clients.flatMap(({ names }) => names),
    messages: plans.flatMap((plan) => recentMessages(plan, calendar)),
    pastDays: [
      ...plans.flatMap((plan) => pastDays(plan, calendar)),
      ...occasional.flatMap(({ demo, names }) => occasionalDays(demo, names, calendar)),
    ],
    entries: clients.flatMap(({ demo }) => ledgerEntries(demo, calendar)),
    settings: clients.map(({ demo }) => accountSettings(demo)),
    limits: clients.flatMap(({ demo }) => limitPlans(demo, calendar)),
  };
}
