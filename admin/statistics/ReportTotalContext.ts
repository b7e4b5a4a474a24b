import { createContext, useContext } from 'react';
import type { ReportTotal } from './useReportTotal.ts';

const ReportTotalContext = createContext<ReportTotal | null>(null);

/** Hands a report's total to the foot of its table, which react-admin makes without properties. */
export const ReportTotalProvider = ReportTotalContext.Provider;

/** The total of the report around: `const { total } = useReportTotalContext()`. */
export function useReportTotalContext(): ReportTotal {
  const total = useContext(ReportTotalContext);
  if (!total) throw new Error('useReportTotalContext needs a ReportTotalProvider around it');
  return total;
}
