import { InstantField } from '../common/InstantField.tsx';
import type { TableColumn } from '../common/CompactTable.tsx';
import { NameStatus } from './NameStatus.tsx';
import { NameText } from './NameText.tsx';
import { NameType } from './NameType.tsx';
import { QuestionnaireText } from './QuestionnaireText.tsx';

/** The columns of a client's names. */
export const nameColumns: readonly TableColumn[] = [
  { source: 'name', label: 'resources.sender_names.fields.name', width: '24%', cell: NameText },
  { source: 'type', label: 'resources.sender_names.fields.type', width: '16%', cell: NameType },
  {
    source: 'status',
    label: 'resources.sender_names.fields.status',
    width: '22%',
    cell: NameStatus,
  },
  {
    source: 'questionnaire',
    label: 'resources.sender_names.fields.questionnaire',
    width: '16%',
    sortable: false,
    cell: QuestionnaireText,
  },
  {
    source: 'requestedAt',
    label: 'resources.sender_names.fields.requestedAt',
    width: '22%',
    cell: InstantField,
  },
];
