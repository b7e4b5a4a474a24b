import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { DatabaseUnusable } from './migrate.ts';

/**
 * Takes a data folder for this process; answers what gives it back. PGlite itself would let two
 * processes open one folder, and rows that were acknowledged would vanish.
 *
 * @throws DatabaseUnusable naming the holder, when another process has the folder
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  if (!tryCreate(file)) takeOver(file, folder);
  return () => rmSync(file, { force: true });
}

/** Takes the lock of a process that ended without giving it back. */
function takeOver(file: string, folder: string): void {
  // Only one process at a time may judge and replace a lock: two could each remove the other's.
  const turn = `${file}.turn`;
  if (!tryCreate(turn)) {
    throw new DatabaseUnusable(
      `Another process is just taking the data folder ${folder}. If there is none, delete ${turn}.`,
    );
  }
  try {
    const holder = readHolder(file);
    if (holder && isRunning(holder)) {
      throw new DatabaseUnusable(
        `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host}. ` +
          `Stop it, or set DATA_DIR to another folder. (If it is gone, delete ${file}.)`,
      );
    }
    rmSync(file, { force: true });
    if (!tryCreate(file)) {
      throw new DatabaseUnusable(`Another process has just taken the data folder ${folder}.`);
    }
  } finally {
    rmSync(turn, { force: true });
  }
}

interface Holder {
  pid: number;
  host: string;
}

function tryCreate(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** null when the file cannot be read as a holder: it was cut off while it was written. */
function readHolder(file: string): Holder | null {
  try {
    const { pid, host } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return Number.isInteger(pid) && host ? { pid: Number(pid), host } : null;
  } catch {
    return null;
  }
}

/** A process on another host cannot be asked, so it counts as running. */
function isRunning({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
