import type { Statistic } from '../../schema/statistics.ts';
import type { ChartColors } from './chartColors.ts';

/** The colours of the tooltip and of the marks in it. */
export interface DayTooltipColors extends ChartColors {
  ground: string;
  text: string;
}

/** What the tooltip of a day says, written for the admin. */
export interface DayTooltipWords {
  day: (row: Statistic) => string;
  count: (count: number) => string;
  efficiency: (row: Statistic) => string;
  sent: string;
  delivered: string;
  efficiencyName: string;
}

/** The tooltip of a day as the HTML that ApexCharts asks for; everything in it is escaped. */
export function dayTooltip(
  row: Statistic,
  words: DayTooltipWords,
  colors: DayTooltipColors,
): string {
  const line = (name: string, value: string, color = 'transparent') =>
    `<div style="display:flex;align-items:center;gap:8px">
      <span style="width:12px;height:3px;background:${color}"></span>
      <span style="flex:1">${escape(name)}</span>
      <b style="font-variant-numeric:tabular-nums">${escape(value)}</b>
    </div>`;
  return `<div style="padding:8px 12px;min-width:160px;background:${colors.ground};color:${colors.text}">
    <div style="margin-bottom:4px">${escape(words.day(row))}</div>
    ${line(words.sent, words.count(row.sentMessages), colors.sent)}
    ${line(words.delivered, words.count(row.deliveredMessages), colors.delivered)}
    ${line(words.efficiencyName, words.efficiency(row))}
  </div>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
