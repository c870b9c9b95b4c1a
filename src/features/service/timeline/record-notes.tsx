import { actions as rights } from '../../../azure/actions.ts';
import { ArmError } from '../../../azure/arm-error.ts';
import { utcDateText, utcTimeText } from '../../../domain/time/time-text.ts';
import { useHistory } from '../../../history/history-context.ts';
import { historyOffWords } from '../../../history/off-words.ts';
import { teamFileText } from '../../../history/team-file.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { useClock } from '../../../ui/use-clock.ts';
import styles from './record-notes.module.css';
import type { TimelineModel } from './timeline-model.ts';
import type { AzureRecord, ServiceHistory } from './use-service-history.ts';

type Props = { readonly model: TimelineModel; readonly known: ServiceHistory };

/** From when on each source knows, and what is missing of it. */
export function RecordNotes({ model, known }: Props) {
  const { status, actions, team, recording } = useHistory();
  const teamText = useClock(now => (team ? teamFileText(team, now) : ''));
  const off = status.status === 'off' ? historyOffWords(status.reason) : undefined;
  return (
    <footer className={styles['notes']}>
      <p>
        {off ? (
          <>
            <b>{off.title}.</b> {off.text}{' '}
            {off.retry && (
              <PlainButton kind="link" onClick={() => void actions?.retry()}>
                Try again
              </PlainButton>
            )}{' '}
            {seenByOthersText(model)}
          </>
        ) : (
          <>
            {observedText(model)}
            {!recording.on && ' Recording is switched off in the settings: nothing new is added.'}
          </>
        )}
      </p>
      {teamText && <p>{teamText}</p>}
      <p>{changeHistoryText(known)}</p>
      <p>{activityLogText(known)}</p>
    </footer>
  );
}

function observedText(model: TimelineModel): string {
  const { here, ...others } = model.seen;
  const text = here
    ? `Recorded on this device since ${utcDateText(here.since)}, last seen ${utcTimeText(here.last)} UTC.`
    : 'Nothing of this service is recorded on this device yet.';
  if (!here && Object.keys(others).length === 0) return text;
  return [text, seenByOthersText(model), 'Dashed: the same address before and after a gap.']
    .filter(Boolean)
    .join(' ');
}

function seenByOthersText({ seen: { team, file } }: TimelineModel): string {
  const texts = [
    team &&
      `Recorded by your team since ${utcDateText(team.since)}, last seen ${utcTimeText(team.last)} UTC.`,
    file &&
      `A file that you took in tells of it from ${utcDateText(file.since)} to ${utcTimeText(file.last)} UTC.`,
  ];
  return texts.filter(Boolean).join(' ');
}

function changeHistoryText({ changeHistory }: ServiceHistory): string {
  const name = 'Azure’s change history';
  const { data } = changeHistory;
  if (!data) return missingText(name, changeHistory, rights.changes);
  const parts = [
    data.oldest === null
      ? `${name} told of no change; Azure keeps it for about 14 days.`
      : `${name} told of changes back to ${utcDateText(data.oldest)}; Azure keeps it for about 14 days.`,
    data.incomplete ? 'A part of it could not be read.' : '',
    data.unreadable.length > 0 ? `${data.unreadable.length} of its rows could not be understood.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function activityLogText({ activityLog }: ServiceHistory): string {
  const name = 'The activity log';
  const { data } = activityLog;
  if (!data) return missingText(name, activityLog, rights.activityLog);
  const since = data.since === null ? null : utcDateText(data.since);
  const parts = [
    since === null
      ? `${name} was read in part; how far back cannot be told.`
      : data.whole
        ? `${name} was read back to ${since}; Azure keeps it for 90 days.`
        : `${name} is long and was read back to ${since} only.`,
    data.failure ? `Reading it broke off: ${data.failure.message}` : '',
    data.unreadable.length > 0 ? `${data.unreadable.length} of its events could not be understood.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function missingText(name: string, { error, loading }: AzureRecord<unknown>, right: string): string {
  if (loading) return `${name} is being read.`;
  if (error instanceof ArmError && error.kind === 'forbidden')
    return `${name} was refused (403): it needs the right ${right}. Changes are known without it, who made them is not.`;
  if (error) return `${name} could not be read: ${error.message}`;
  return `${name} was not read yet.`;
}
