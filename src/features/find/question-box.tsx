import { Dismiss20Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { Search20Regular } from '@fluentui/react-icons/headless/svg/search';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import styles from './question-box.module.css';
import { boxId } from './use-answer-keys.ts';

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Enter, or the arrow that leaves the last line: to the first answer. */
  readonly onEnter: () => void;
};

/** The one box. It takes one question or a whole list, one a line; it has the focus when the screen comes up. */
export function QuestionBox({ text, onText, onEnter }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  useEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      onText('');
    }
    if (event.shiftKey || event.nativeEvent.isComposing) return;
    const { value, selectionEnd } = event.currentTarget;
    const isDown = event.key === 'ArrowDown' && !value.includes('\n', selectionEnd);
    if (event.key !== 'Enter' && !isDown) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <search className={styles['question']}>
      <div className={styles['box']}>
        <Search20Regular />
        <textarea
          id={boxId}
          ref={box}
          value={text}
          rows={Math.min(8, text.split('\n').length)}
          aria-label="What to find"
          aria-describedby={hint}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={event => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {text !== '' && (
          <button
            type="button"
            aria-label="Clear"
            onClick={() => {
              onText('');
              box.current?.focus();
            }}
          >
            <Dismiss20Regular />
          </button>
        )}
      </div>
      <p id={hint} className={styles['hint']}>
        An IP, range, host name, service name, ARM id or portal link; several by comma, blank or line.{' '}
        <span className={styles['keys']}>
          Enter moves to the first answer, Enter again opens it. Shift+Enter begins a line.
        </span>
      </p>
    </search>
  );
}
