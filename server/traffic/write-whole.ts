import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file so that nobody ever sees a part of it: under another name beside it first.
 *
 * @throws the file system's error; the file is then as it was
 * @example await writeWhole('traffic.ndjson', text)
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
