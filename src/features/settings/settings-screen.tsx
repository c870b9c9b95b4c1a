import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { AboutSection } from './about-section.tsx';
import { HistorySection } from './history-section.tsx';
import styles from './settings.module.css';
import { StoredSection } from './stored-section.tsx';
import { ThemeSection } from './theme-section.tsx';

/** What the reader may choose, what is stored on this device, and what this installation is. */
export function SettingsScreen() {
  useDocumentTitle('Settings');
  return (
    <div className={styles['screen']}>
      <h1>Settings</h1>
      <ThemeSection />
      <HistorySection />
      <StoredSection />
      <AboutSection />
    </div>
  );
}
