import type { Theme } from '@mui/material';
import { Suspense } from 'react';
import { TabbedShowLayout, TabbedShowLayoutTabs, useShowContext } from 'react-admin';
import type { Client } from '../../schema/clients.ts';
import { lazyPart } from '../common/lazyPart.tsx';
import { TabSkeleton } from '../common/TabSkeleton.tsx';
import { useText } from '../i18n/useText.ts';
import { ClientHeader } from './ClientHeader.tsx';
import { ClientMissing } from './ClientMissing.tsx';
import { ClientPageSkeleton } from './ClientPageSkeleton.tsx';
import { GeneralTab } from './GeneralTab.tsx';
import { useKnownTab } from './useKnownTab.ts';

const FinanceTab = lazyPart(async () => (await import('../finance/FinanceTab.tsx')).FinanceTab);
const StatisticsTab = lazyPart(
  async () => (await import('../statistics/StatisticsTab.tsx')).StatisticsTab,
);
const NamesTab = lazyPart(async () => (await import('../names/NamesTab.tsx')).NamesTab);

/** The tabs with addresses of their own; the first one has the page's. */
const TABS = ['finance', 'statistics', 'names'];

/** The client's header and tabs, or why they cannot be seen. */
export function ClientPage() {
  const { record, error } = useShowContext<Client>();
  const text = useText();
  useKnownTab(record?.id, TABS);
  if (!record) return error ? <ClientMissing /> : <ClientPageSkeleton />;
  const tab = (name: 'general' | 'finance' | 'statistics' | 'names') =>
    text(`ra_clientele.client.tabs.${name}`);
  // TabbedShowLayout reads the tabs' props, so that they must be its direct children.
  return (
    <>
      <ClientHeader />
      <TabbedShowLayout
        sx={{ '& .RaTabbedShowLayout-content': { p: 0 } }}
        tabs={
          <TabbedShowLayoutTabs
            variant="scrollable"
            aria-label={text('ra_clientele.client.sections')}
            sx={FLUSH_TABS}
          />
        }
      >
        <TabbedShowLayout.Tab label={tab('general')}>
          <GeneralTab />
        </TabbedShowLayout.Tab>
        <TabbedShowLayout.Tab label={tab('finance')} path="finance">
          <Suspense fallback={<TabSkeleton />}>
            <FinanceTab />
          </Suspense>
        </TabbedShowLayout.Tab>
        <TabbedShowLayout.Tab label={tab('statistics')} path="statistics">
          <Suspense fallback={<TabSkeleton />}>
            <StatisticsTab />
          </Suspense>
        </TabbedShowLayout.Tab>
        <TabbedShowLayout.Tab label={tab('names')} path="names">
          <Suspense fallback={<TabSkeleton />}>
            <NamesTab />
          </Suspense>
        </TabbedShowLayout.Tab>
      </TabbedShowLayout>
    </>
  );
}

// The first tab begins where the title and the tab's content begin.
const FLUSH_TABS = {
  '& .MuiTab-root': { px: 0, mr: 3, minWidth: 0 },
  // Two of react-admin's themes let the tabs run out of a narrow page.
  '& .MuiTabs-scroller': (theme: Theme) => ({
    [theme.breakpoints.down('sm')]: { overflowX: 'auto !important' },
  }),
};
