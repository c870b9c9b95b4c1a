import { Checkmark20Regular } from '@fluentui/react-icons/headless/svg/checkmark';
import { Copy20Regular } from '@fluentui/react-icons/headless/svg/copy';
import { useEffect, useState } from 'react';
import { copyText } from '../../../ui/copy-text.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';

const shownMs = 1_500;

type Props = {
  readonly text: string;
  /** The id of the sentence that says why there is nothing to copy; undefined where there is something. */
  readonly nothing: string | undefined;
};

/** The one primary button of the screen. Switched off it can still be reached, so that its reason is read. */
export function CopyList({ text, nothing }: Props) {
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (nothing !== undefined) return;
    if (await copyText(text, 'The corrected list')) setCopied(times => times + 1);
  };
  return (
    <PlainButton
      kind="primary"
      aria-disabled={nothing !== undefined}
      aria-describedby={nothing}
      onClick={() => void copy()}
    >
      {copied > 0 ? <Checkmark20Regular /> : <Copy20Regular />}
      Copy corrected list
    </PlainButton>
  );
}
