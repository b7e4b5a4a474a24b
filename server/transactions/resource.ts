import { transactionCreate } from '../../schema/transactions.ts';
import { resourceRoutes } from '../rest/resource.ts';
import { createTransaction } from './create.ts';
import { listTransactions, transactionList } from './list.ts';
import { findTransaction } from './transaction-record.ts';

/** The ledger: rows are added, never changed or deleted. */
export const transactions = resourceRoutes({
  noun: 'transaction',
  definition: transactionList,
  list: listTransactions,
  one: ({ db }, id) => findTransaction(db, id),
  create: { body: transactionCreate, run: createTransaction },
});
