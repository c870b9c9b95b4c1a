import { isThemeChoice, themeLabels } from '../../ui/theme-labels.ts';
import { useThemeChoice } from '../../ui/use-theme-choice.ts';
import styles from './settings.module.css';

/** Light, dark or the system's. Forced colours are the system's own and need no choice. */
export function ThemeSection() {
  const [theme, setTheme] = useThemeChoice();
  return (
    <section aria-labelledby="theme">
      <h2 id="theme">Theme</h2>
      <fieldset className={styles['choices']}>
        <legend className="visually-hidden">Theme</legend>
        {themeLabels.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              value={value}
              checked={theme === value}
              onChange={event => {
                if (isThemeChoice(event.target.value)) setTheme(event.target.value);
              }}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
