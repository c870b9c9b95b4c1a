import { useId, useMemo, useState } from 'react';
import type { Entry, ServiceGuidance } from '../../domain/guidance/contract.ts';
import { concerns, noticeOf } from '../../domain/guidance/notices.ts';
import type { Purpose } from '../../domain/guidance/purpose.ts';
import { ruleFormats, ruleText } from '../../domain/rule-text/rule-text.ts';
import type { RuleFormat } from '../../domain/rule-text/types.ts';
import { Banner } from '../../ui/banner.tsx';
import { clock } from '../../ui/clock.ts';
import { CodeLines } from '../../ui/code-lines.tsx';
import { numberText } from '../../ui/locale.ts';
import { PlainButton } from '../../ui/plain-button.tsx';
import { saveText } from '../../ui/save-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CopyRules } from './copy-rules.tsx';
import type { Family } from './family-choice.tsx';
import { FormatTabs } from './format-tabs.tsx';
import { askedFormat, type FormatText, openFormat } from './format-text.ts';
import { RuleOptions, type RuleWishes } from './rule-options.tsx';
import styles from './rule-panel.module.css';

type Props = {
  /** One service or many: entries of equal value are merged. */
  readonly services: readonly ServiceGuidance[];
  readonly purposes: readonly Purpose[];
  /** Facts are on their way that the text needs. */
  readonly waiting?: boolean;
  /** The format, as a link may ask for it; null for the first that can hold the answer. */
  readonly asked: string | null;
  readonly onFormat: (format: RuleFormat) => void;
  readonly family: Family;
  readonly onFamily: (family: Family) => void;
  /** What a downloaded file is named after. */
  readonly fileStem: string;
};

/** What to paste into a firewall: seven formats of one answer, to copy and to download. */
export function RulePanel(props: Props) {
  const { services, purposes, waiting = false, asked, onFormat, family, onFamily, fileStem } = props;
  const headId = useId();
  const [wishes, setWishes] = useState<RuleWishes>({ bareAddresses: false, includeOptional: true });
  const texts = useMemo(
    () =>
      ruleFormats.map(
        ({ id, label }): FormatText => ({
          id,
          label,
          text: ruleText(id, {
            services,
            purposes,
            generatedAt: new Date(clock.now()).toISOString(),
            ...wishes,
            ...(family === 'both' ? {} : { family }),
          }),
        }),
      ),
    [services, purposes, wishes, family],
  );
  const open = openFormat(texts, askedFormat(asked));
  if (!open) return null;
  const entries = services.flatMap(service =>
    service.entries.filter(({ purpose }) => purposes.includes(purpose)),
  );
  const { text } = open;
  return (
    <section className={styles['panel']} aria-labelledby={headId}>
      <div className={styles['head']}>
        <h2 id={headId}>Rule text</h2>
        {!waiting && text.kind === 'text' && (
          <>
            <PlainButton
              kind="link"
              onClick={() => saveText(text.text, `${fileStem}-${text.fileName}`, text.mediaType)}
            >
              Download
            </PlainButton>
            <CopyRules text={text.text} what={`${open.label} rule text`} />
          </>
        )}
      </div>
      <FormatTabs texts={texts} open={open.id} onChoose={onFormat} />
      {waiting ? (
        <div className={styles['code']} aria-hidden="true">
          <Skeleton width="80%" />
        </div>
      ) : (
        <>
          <RuleOptions
            format={open.id}
            entries={entries}
            wishes={wishes}
            onWishes={setWishes}
            family={family}
            onFamily={onFamily}
          />
          {text.kind === 'text' ? (
            <CodeLines text={text.text} label={`Rule text, ${open.label}`} />
          ) : (
            <Banner tone="unknown">
              {entries.length === 0 ? (
                <NoRule
                  known={services.every(
                    ({ unknown }) => !unknown.some(({ purpose }) => purposes.includes(purpose)),
                  )}
                />
              ) : (
                <>
                  <b>{open.label} cannot hold this answer.</b> {text.reason}
                </>
              )}
            </Banner>
          )}
          <Foot texts={texts} open={open} services={services} purposes={purposes} entries={entries} />
        </>
      )}
    </section>
  );
}

/** Without an entry there is nothing to print in any format but JSON, which says what is not known. */
function NoRule({ known }: { readonly known: boolean }) {
  return (
    <>
      <b>No rule is printed.</b>{' '}
      {known
        ? 'There is nothing to allow for this.'
        : 'A rule would be a guess: what is not known, and why, is said beside this and in the JSON.'}
    </>
  );
}

type FootProps = Pick<Props, 'services' | 'purposes'> & {
  readonly entries: readonly Entry[];
  readonly texts: readonly FormatText[];
  readonly open: FormatText;
};

/** How the text came about, what it leaves out, and why a format is missing. */
function Foot({ texts, open, services, purposes, entries }: FootProps) {
  const warnings = new Set(
    services.flatMap(service =>
      service.warnings
        .filter(({ code }) => noticeOf(code).level === 'warning' && concerns(code, purposes))
        .map(({ region, text }) => JSON.stringify([region, text])),
    ),
  ).size;
  const { id, text } = open;
  const list = id === 'plain' || id === 'csv' || id === 'json';
  const repeated =
    warnings === 0 ? '' : `${counted(warnings, 'warning')} ${warnings === 1 ? 'is' : 'are'} repeated in it. `;
  const others = texts.flatMap(other =>
    other.text.kind === 'cannot' && other.id !== id && entries.length > 0
      ? [`${other.label}: ${other.text.reason}`]
      : [],
  );
  return (
    <div className={styles['foot']}>
      {text.kind === 'text' && (
        <p>
          {counted(text.count, list ? 'value' : id === 'ip-group' ? 'group' : 'rule')} from{' '}
          {counted(entries.length, 'entry', 'entries')}. {repeated}The “as of” time goes with the copy.
        </p>
      )}
      {text.kind === 'text' && text.notes.map(note => <p key={note}>{note}</p>)}
      {others.map(reason => (
        <p key={reason}>{reason}</p>
      ))}
    </div>
  );
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}
