import { Search20Regular, Search24Regular } from '@fluentui/react-icons/headless/svg/search';
import type { FormEvent } from 'react';
import { AppLink } from '../../ui/app-link.tsx';
import { goTo } from '../../ui/navigation.ts';
import styles from './find-box.module.css';

/** Leads to Find from every screen. A real form with an address: it works before anything else has loaded. */
export function FindBox() {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).get('q');
    goTo(`/find?${new URLSearchParams({ q: typeof asked === 'string' ? asked.trim() : '' })}`);
  }
  return (
    <search className={styles['find']}>
      <AppLink href="/find" className={styles['phone']} aria-label="Find an IP, host, service or id">
        <Search24Regular />
      </AppLink>
      <form action="/find" onSubmit={submit}>
        <Search20Regular />
        <input
          name="q"
          type="search"
          aria-label="Find an IP, host, service or id"
          placeholder="Find an IP, host, service or id"
          autoComplete="off"
          spellCheck={false}
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}
