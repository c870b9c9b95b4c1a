import { Checkmark20Regular } from '@fluentui/react-icons/headless/svg/checkmark';
import { Copy20Regular } from '@fluentui/react-icons/headless/svg/copy';
import { useEffect, useState } from 'react';
import { copyText } from '../../ui/copy-text.ts';
import { PlainButton } from '../../ui/plain-button.tsx';

const shownMs = 1_500;

/** The one primary button of the screen. */
export function CopyRules({ text, what }: { readonly text: string; readonly what: string }) {
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (await copyText(text, what)) setCopied(times => times + 1);
  };
  return (
    <PlainButton kind="primary" onClick={() => void copy()}>
      {copied > 0 ? <Checkmark20Regular /> : <Copy20Regular />}
      Copy rules
    </PlainButton>
  );
}
