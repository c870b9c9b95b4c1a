import { announce } from './announce.ts';

/**
 * Puts a text on the clipboard and says so politely: `said` completes "... copied". False where the browser refuses.
 */
export async function copyText(text: string, said: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    announce(`${said} could not be copied: the browser refused`);
    return false;
  }
  announce(`${said} copied`);
  return true;
}
