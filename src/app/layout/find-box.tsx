import { Search20Regular, Search24Regular } from '@fluentui/react-icons/headless/svg/search';
import type { ClipboardEvent, FormEvent } from 'react';
import { formatFindUrl } from '../../domain/url/find-url.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { goTo } from '../../ui/navigation.ts';
import { useMedia } from '../../ui/use-media.ts';
import styles from './find-box.module.css';

/** Leads to Find from every screen. A real form with an address: it works before anything else has loaded. */
export function FindBox() {
  const isShort = useMedia('(max-width: 1279px)');
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).get('q');
    const q = typeof asked === 'string' ? asked.trim() : '';
    // A second Enter, while the screen is still coming, asks nothing new.
    if (q !== '' || location.pathname !== '/find') goTo(`/find${formatFindUrl({ q, rest: [] })}`);
    // The question goes on in the screen's own box, which has the focus as soon as it is there.
    event.currentTarget.reset();
    document.querySelector<HTMLElement>('#find-question')?.focus();
  }
  /** A box of one line would run the lines of a list into one another. */
  function paste(event: ClipboardEvent<HTMLInputElement>): void {
    const text = event.clipboardData.getData('text/plain').trim();
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    goTo(`/find${formatFindUrl({ q: text, rest: [] })}`);
  }
  return (
    <search className={styles['find']}>
      <AppLink href="/find" className={styles['phone']} aria-label="Find an IP, host, service or id">
        <Search24Regular />
      </AppLink>
      <form action="/find" onSubmit={submit}>
        <Search20Regular />
        <input
          id="find-box"
          name="q"
          type="search"
          aria-label="Find an IP, host, service or id"
          placeholder={isShort ? 'Find' : 'Find an IP, host, service or id'}
          autoComplete="off"
          spellCheck={false}
          onPaste={paste}
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}
