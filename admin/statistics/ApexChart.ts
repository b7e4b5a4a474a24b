import type { ComponentType } from 'react';
import exported, { type Props } from 'react-apexcharts';

/**
 * ApexCharts as a React component.
 *
 * The package is CommonJS, and bundlers do not agree whether its default import is the component or
 * the module that holds it.
 *
 * @example <ApexChart type="line" series={series} options={options} height={260} />
 */
export const ApexChart: ComponentType<Props> = 'default' in exported ? exported.default : exported;
