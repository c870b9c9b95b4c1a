import type { Command } from './command.ts';

/**
 * What the screen below offers: its buttons that name themselves as a command (`data-command`, empty for their own
 * words) and its tabs. The buttons themselves are pressed, so a command can do nothing that the screen cannot, and a
 * screen need not know of commands (docs/adr/0018-commands.md).
 */
export function screenCommands(): readonly Command[] {
  const found = document.querySelectorAll<HTMLElement>('main [data-command], main [role="tab"]');
  return [...found].filter(isUsable).map((element, at) => {
    const label = element.dataset['command'] || wordsOf(element);
    const isTab = element.getAttribute('role') === 'tab';
    return {
      key: `screen ${at} ${label}`,
      group: 'On this screen',
      label,
      ...(isTab ? { detail: 'tab' } : {}),
      run() {
        // What lies in the open tab goes away with it, the focus too.
        if (isTab) element.focus();
        element.click();
      },
    };
  });
}

function isUsable(element: HTMLElement): boolean {
  const isOff = element.matches(':disabled, [aria-disabled="true"], [aria-selected="true"]');
  return !isOff && element.checkVisibility();
}

function wordsOf(element: HTMLElement): string {
  return element.getAttribute('aria-label') ?? element.textContent.trim();
}
