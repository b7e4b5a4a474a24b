import { useEffect, useRef } from 'react';
import { useCreate, useDelete, useStore, type SortPayload } from 'react-admin';
import type { Export, ExportRequest } from '../../schema/exports.ts';
import { useDownload } from './useDownload.ts';
import { useShownExport } from './useShownExport.ts';

/**
 * Saves a list as a workbook: starts it, follows it, fetches the file when it is there. The server
 * does the work, so it goes on when the page is left and is found again on coming back: what runs
 * for this person, or what was made last in this scope, a name that stands for the list.
 *
 * @example
 * const exporting = useExport({ scope: 'transactions 12', resource: 'transactions', filter, sort });
 * <ExportButton exporting={exporting} />
 * <ExportProgress exporting={exporting} />
 */
export function useExport({ scope, resource, filter, sort }: ExportOptions) {
  const [own, setOwn] = useStore<string | null>(`exports.${scope}`, null);
  const { shown, at, refetch } = useShownExport(own);
  const [create, { isPending: isStarting, error }] = useCreate<RequestRecord, Error, Export>();
  const [remove] = useDelete<Export>();
  const { download, isDownloading, downloadError } = useDownload();

  // What was waited for on this page comes by itself, once; anything older at a click.
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    if (!shown || shown.id !== own) return;
    if (shown.status === 'running') awaited.current = shown.id;
    if (shown.status !== 'done' || awaited.current !== shown.id) return;
    awaited.current = null;
    void download(shown);
  }, [shown, own, download]);

  const start = () =>
    create(
      'exports',
      { data: { resource, filter, sort: [sort.field, sort.order] } },
      {
        onSuccess: ({ id }) => {
          awaited.current = id;
          setOwn(id);
        },
        // Told below the button.
        onError: () => undefined,
        onSettled: () => refetch(),
      },
    );
  const discard = () =>
    shown &&
    remove(
      'exports',
      { id: shown.id, previousData: shown },
      // One that is gone already is what was wanted.
      { mutationMode: 'pessimistic', onError: () => undefined, onSettled: () => refetch() },
    );
  return {
    resource,
    /** What is told of; null when there is nothing. */
    shown,
    /** When that was heard, on this device's clock. */
    at,
    isStarting,
    error,
    start,
    /** Cancels what runs, or removes what was made. */
    discard,
    download: () => shown && download(shown),
    isDownloading,
    downloadError,
  };
}

export type Exporting = ReturnType<typeof useExport>;

export interface ExportOptions extends Pick<ExportRequest, 'resource' | 'filter'> {
  scope: string;
  sort: SortPayload;
}

type RequestRecord = ExportRequest & { id: string };
