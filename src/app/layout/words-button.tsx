import { Button } from '@fluentui/react-components';
import { BookQuestionMark20Regular } from '@fluentui/react-icons/headless/svg/book-question-mark';
import { overlay } from '../../parts/overlay.ts';

export function WordsButton() {
  return (
    <Button
      appearance="subtle"
      icon={<BookQuestionMark20Regular />}
      aria-label="What the words mean"
      aria-haspopup="dialog"
      title="What the words mean"
      onClick={() => overlay.set('words')}
    />
  );
}
