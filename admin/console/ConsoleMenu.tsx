import { Menu, useTranslate } from 'react-admin';
import { MenuGroup } from './MenuGroup.tsx';

/** The side menu. */
export function ConsoleMenu() {
  const translate = useTranslate();
  return (
    <Menu>
      <MenuGroup label={translate('console.groups.clients')}>
        <Menu.ResourceItem name="clients" />
      </MenuGroup>
    </Menu>
  );
}
