/**
 * Saves what an address answers as a file, under a name. It is fetched, not gone to: so a failure
 * can be told in place, and a mock that answers in the page is asked too.
 *
 * @throws when the address does not answer, with the server's reason where it gave one
 * @example await saveFile('https://console.example.com/api/exports/…/file?token=…', 'Transactions 12.xlsx')
 */
export async function saveFile(url: string, fileName: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(await reasonOf(response));
  const href = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = href;
  link.download = fileName;
  link.click();
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

async function reasonOf(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => null);
  const told = typeof problem === 'object' && problem !== null && 'message' in problem;
  return told && typeof problem.message === 'string'
    ? problem.message
    : `${response.status} ${response.statusText}`;
}
