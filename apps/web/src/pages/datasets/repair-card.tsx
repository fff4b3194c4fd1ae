import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me.js';
import { Button } from '../../design/button.js';
import { Card, Note } from '../../design/card.js';
import { useToast } from '../../design/toast.js';
import { gql } from '../../graphql/client.js';
import type {
  ApplyRepairMutation,
  ApplyRepairMutationVariables,
  RepairQuery,
  RepairQueryVariables,
} from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';

const Repair = gql<RepairQuery, RepairQueryVariables>(/* GraphQL */ `
  query Repair($dataset: String!, $split: Split!) {
    manifestRepair(dataset: $dataset, split: $split) { sourceSha256 changedLines diff remainingFaults revision }
  }
`);
const Apply = gql<ApplyRepairMutation, ApplyRepairMutationVariables>(/* GraphQL */ `
  mutation ApplyRepair($input: ApplyManifestRepairInput!) {
    applyManifestRepair(input: $input) { dataset { id checking } userErrors { code message path } }
  }
`);
type Split = 'TRAINING' | 'VALIDATION';

/** What can be repaired of each manifest that a finding is about. */
export const RepairCards = (props: {
  dataset: string;
  faults: readonly { code: string; split: string }[];
}) => {
  const repairable = props.faults.filter(
    ({ code }) => code.startsWith('MANIFEST_') || code === 'PATH_MISSING',
  );
  return (['TRAINING', 'VALIDATION'] as const)
    .filter((split) => repairable.some((fault) => fault.split === split || fault.split === 'BOTH'))
    .map((split) => <RepairCard key={split} dataset={props.dataset} split={split} />);
};

/** The lines before and after; applied, they are read instead of the file, which stays as it is. */
const RepairCard = ({ dataset, split }: { dataset: string; split: Split }) => {
  const { t } = useTranslation();
  const { may } = useMe();
  const say = useToast();
  const offer = useRead(Repair, { dataset, split }, { types: ['Dataset'] }).data?.manifestRepair;
  const apply = useWrite(Apply, ['Dataset']);
  if (!offer || (offer.changedLines === 0 && offer.revision === null)) return null;
  const name = t(`state.split.${split}`);
  const submit = async () => {
    const { sourceSha256 } = offer;
    if (await apply.run({ input: { dataset, split, sourceSha256 } })) say(t('datasets.repair.applied'));
  };
  return (
    <Card title={`${t('datasets.repair.title')}: ${name}`} hint={t('datasets.repair.hint')}>
      <div className="form">
        {offer.revision !== null && (
          <Note tone="run">{t('datasets.repair.inUse', { n: offer.revision })}</Note>
        )}
        {offer.changedLines > 0 && (
          <>
            <p>{t('datasets.repair.lines', { n: offer.changedLines, split: name })}</p>
            <Diff text={offer.diff} label={t('datasets.repair.diff', { split: name })} />
            {offer.changedLines > 200 && <p className="t3">{t('datasets.repair.first')}</p>}
          </>
        )}
        {offer.remainingFaults > 0 && (
          <Note tone="watch">{t('datasets.repair.remaining', { n: offer.remainingFaults })}</Note>
        )}
        {offer.changedLines > 0 && may('MEMBER') && (
          <div className="end">
            <Button disabled={apply.busy} onClick={() => void submit()}>
              {t('datasets.repair.apply')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
};

const LOOKS: Record<string, string> = { '-': 'removed', '+': 'added', '@': 'at' };

const Diff = ({ text, label }: { text: string; label: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className="line-diff" tabIndex={0} aria-label={label}>
    <pre>
      {text
        .trimEnd()
        .split('\n')
        .map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text keep their order
          <span key={index} className={LOOKS[line[0] ?? ''] ?? ''}>
            {line}
            {'\n'}
          </span>
        ))}
    </pre>
  </section>
);
