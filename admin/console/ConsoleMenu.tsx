import { Badge } from '@mui/material';
import { Menu, useTranslate } from 'react-admin';
import { topUpRequests } from '../approvals/index.ts';
import { useCount } from '../common/useCount.ts';
import { MenuGroup } from './MenuGroup.tsx';

/** The side menu. */
export function ConsoleMenu() {
  const translate = useTranslate();
  const waiting = useCount('top_up_requests', { status: 'pending' });
  const ApprovalIcon = topUpRequests.icon;
  const approvals = translate('resources.top_up_requests.name', { smart_count: 2 });
  return (
    <Menu>
      <MenuGroup label={translate('console.groups.clients')}>
        <Menu.ResourceItem name="clients" />
        <Menu.ResourceItem
          name="top_up_requests"
          primaryText={waiting ? `${approvals} (${waiting})` : approvals}
          leftIcon={
            <Badge variant="dot" color="warning" invisible={!waiting}>
              <ApprovalIcon />
            </Badge>
          }
        />
        <Menu.ResourceItem name="notices" />
      </MenuGroup>
    </Menu>
  );
}
