import type { EXPORTABLE } from '../../schema/exports.ts';
import { exportTransactions } from '../transactions/export.ts';
import type { Exporter } from './exporter.ts';

/** The resources whose lists can be saved as a workbook: one line each. */
export const EXPORTERS: Record<(typeof EXPORTABLE)[number], Exporter> = {
  transactions: exportTransactions,
};
