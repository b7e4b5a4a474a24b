import simpleRestProvider from 'ra-data-simple-rest';
import { Admin, Resource } from 'react-admin';
import { clients, notices, topUpRequests } from '../index.ts';
import { ConsoleLayout } from './ConsoleLayout.tsx';
import { i18nProvider } from './i18nProvider.ts';
import { darkTheme, lightTheme } from './theme.ts';

/** The stand-alone console: react-admin with the plugin as its only section. */
export function Console() {
  return (
    <Admin
      title="Clientele"
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      theme={lightTheme}
      darkTheme={darkTheme}
      layout={ConsoleLayout}
      disableTelemetry
    >
      <Resource {...clients} />
      <Resource {...topUpRequests} />
      <Resource {...notices} />
    </Admin>
  );
}

const dataProvider = simpleRestProvider('/api');
