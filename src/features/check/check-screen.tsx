import { useMemo } from 'react';
import { armKey } from '../../domain/arm-id.ts';
import type { FormerAddress } from '../../domain/former-address.ts';
import { ErrorPanel } from '../../parts/error-panel.tsx';
import { ReadNotices } from '../../parts/lookup/read-notices.tsx';
import { useTenantFleet } from '../../parts/lookup/use-tenant-fleet.ts';
import { QueryNotices } from '../../parts/query-notices.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import styles from './check-screen.module.css';
import { Choices } from './choices/choices.tsx';
import { ListPanel } from './list/list-panel.tsx';
import { usePastedList } from './pasted-list.ts';
import { ExportButton } from './result/export-button.tsx';
import { Result } from './result/result.tsx';
import { useCheck } from './use-check.ts';
import { changeCheckAddress, useCheckAddress } from './use-check-address.ts';
import { useCheckGuidance } from './use-check-guidance.ts';

const place = {
  subject: 'the API Management services of this tenant',
  right: 'Microsoft.ApiManagement/service/read',
};
const none: readonly FormerAddress[] = [];

type Props = {
  /** Addresses that services had before, from the recorded history. */
  readonly former?: readonly FormerAddress[];
};

/** The rules that somebody has, against what services need: what is missing, what is stale, what is too wide. */
export function CheckScreen({ former = none }: Props) {
  useDocumentTitle('Check an allowlist');
  const { url, problems } = useCheckAddress();
  const [{ text, number }, setText] = usePastedList();
  const fleet = useTenantFleet();
  const needs = useCheckGuidance(url.id, fleet);
  const check = useCheck({ text, questions: url.for, ids: url.id, fleet, former, needs });
  const names = useMemo(
    () => new Map(fleet.read?.services.map(service => [armKey(service.id), service.name])),
    [fleet.read],
  );
  const add = (ids: readonly string[]) => changeCheckAddress({ id: [...url.id, ...ids] });
  return (
    <div className={styles['screen']}>
      <div className={styles['head']}>
        <h1>Check an allowlist</h1>
        <ExportButton judgement={check.judgement} ids={url.id} questions={url.for} />
      </div>
      <QueryNotices problems={problems} />
      <Choices url={url} fleet={fleet} names={names} failed={needs.failed} />
      <ReadNotices fleet={fleet} />
      {fleet.error && !fleet.read && <ErrorPanel error={fleet.error} place={place} onRetry={fleet.refresh} />}
      <div className={styles['columns']}>
        <ListPanel text={text} onText={setText} list={check.list} judgement={check.judgement} />
        <Result
          check={check}
          text={text}
          listNumber={number}
          ids={url.id}
          needs={needs}
          fleet={fleet}
          onAdd={add}
        />
      </div>
    </div>
  );
}
