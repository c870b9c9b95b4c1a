import { hashNumber } from '../../domain/timeline/hash.ts';

/** Grounds on which white letters keep a contrast of 4.5 and that can be told from each other in a row of tabs. */
const grounds = ['#0f6cbd', '#8a3707', '#5c2e91', '#03696c', '#b10e1c', '#0e700e', '#9c2a7c', '#4f6370'];

/** The two letters that tell a service's tab: the begin of the last part of its name, where names of a team differ. */
export function tabLetters(name: string): string {
  const last = name.split('-').findLast(part => part !== '') ?? '';
  return last.slice(0, 2).toUpperCase();
}

/** One of the grounds, the same for the same text on every device. */
export function tabGround(text: string): string {
  return grounds[hashNumber(text) % grounds.length] ?? '#0f6cbd';
}

/** The icon of a service's browser tab, as the URL of an image. `key` is what the colour is made of: the service's id. */
export function tabIcon(name: string, key: string): string {
  const letters = tabLetters(name).replace(/[^A-Z0-9]/g, '');
  const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><rect width="20" height="20" rx="4" fill="${tabGround(key)}"/><text x="10" y="14" font-family="Segoe UI, Arial, sans-serif" font-size="11" font-weight="700" text-anchor="middle" fill="#fff">${letters}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(image)}`;
}
