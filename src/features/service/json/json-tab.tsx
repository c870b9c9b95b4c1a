import { useMemo } from 'react';
import { azRestCommand } from '../../../domain/az-rest.ts';
import { jsonText } from '../../../domain/json-text.ts';
import { Banner } from '../../../ui/banner.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { numberText } from '../../../ui/locale.ts';
import { AsOf } from '../header/as-of.tsx';
import type { TabProps } from '../tabs/tab-props.ts';
import { CodeLine } from './code-line.tsx';
import styles from './json-tab.module.css';
import { JsonText } from './json-text.tsx';

/** ARM's answer as it came, and how to ask for it again outside this page. */
export function JsonTab({ read }: TabProps) {
  const text = useMemo(() => jsonText(read.json), [read.json]);
  const url = read.requestLine.replace(/^[A-Z]+ /, '');
  return (
    <div className={styles['tab']}>
      {read.unreadable && (
        <Banner tone="risk">
          <b>This answer could not be read as a service:</b> {read.unreadable.problem}.
        </Banner>
      )}
      <section className={styles['requests']}>
        <CodeLine label="Request" text={read.requestLine} what="request line" />
        <CodeLine label="Azure CLI" text={azRestCommand(url)} what="az rest command" />
      </section>
      <section aria-labelledby="arm-answer">
        <div className={styles['head']}>
          <h2 id="arm-answer">Answer</h2>
          <p>
            <span>
              <AsOf at={read.receivedAt} />, {numberText(text.length)} characters
            </span>
            {read.correlationId !== null && (
              <>
                <span>
                  · correlation id <code>{read.correlationId}</code>
                </span>
                <CopyButton text={read.correlationId} what="correlation id" className={styles['copy']} />
              </>
            )}
          </p>
          <CopyButton text={text} what="JSON">
            Copy JSON
          </CopyButton>
        </div>
        <JsonText text={text} />
      </section>
    </div>
  );
}
