import { useCallback, useState } from 'react';
import type { Export } from '../../schema/exports.ts';
import { saveFile } from './saveFile.ts';

/**
 * Fetches the file of a finished export and hands it to the browser to be saved.
 *
 * @example
 * const { download, isDownloading, downloadError } = useDownload();
 * void download(finished);
 */
export function useDownload() {
  const [isDownloading, setDownloading] = useState(false);
  const [downloadError, setError] = useState<unknown>(null);
  const download = useCallback(async ({ url, fileName }: Pick<Export, 'url' | 'fileName'>) => {
    if (!url) return;
    setDownloading(true);
    setError(null);
    try {
      await saveFile(url, fileName);
    } catch (error) {
      setError(error);
    } finally {
      setDownloading(false);
    }
  }, []);
  return { download, isDownloading, downloadError };
}
