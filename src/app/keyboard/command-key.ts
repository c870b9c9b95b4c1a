/** The key that leads commands, as this system names it. Platform names are for nothing but its label. */
export function commandKey(): string {
  return /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl';
}
