import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Input } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import type { FindingView } from './finding-view.js';
import type { Picture } from './thumb.js';
import type { Decide } from './use-decide.js';

/** Take a finding's pictures out of use, or let the finding pass; the ticked pictures only, or all of them. */
export const ReviewButtons = (props: {
  finding: FindingView;
  picked: Picture[];
  decide: Decide;
  onDone: () => void;
}) => {
  const { finding, picked, decide } = props;
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'quarantine' | 'accept' | null>(null);
  const [reason, setReason] = useState('');
  const pictures = finding.pictures.length + finding.pairs.length;
  const count = picked.length || finding.count;
  const submit = async () => {
    if (!asking || !(await decide[asking](finding, picked, reason))) return;
    setAsking(null);
    props.onDone();
  };
  const ask = (what: 'quarantine' | 'accept') => () => {
    setReason('');
    setAsking(what);
  };
  return (
    <>
      {pictures > 0 && (
        <Button small onClick={ask('quarantine')}>
          {t('datasets.quarantineN', { n: count })}
        </Button>
      )}
      {finding.acceptable && (
        <Button small onClick={ask('accept')}>
          {picked.length > 0 ? t('datasets.acceptN', { n: picked.length }) : t('datasets.accept')}
        </Button>
      )}
      {asking && (
        <FormDialog
          title={asking === 'quarantine' ? t('datasets.quarantineN', { n: count }) : t('datasets.accept')}
          words={t(asking === 'quarantine' ? 'datasets.quarantineNow' : 'datasets.accept')}
          busy={decide.busy}
          disabled={reason.trim() === ''}
          problem={decide.problem}
          onSubmit={submit}
          onClose={() => setAsking(null)}
        >
          <p className="t2">{t(asking === 'quarantine' ? 'datasets.quarantineSay' : 'datasets.acceptSay')}</p>
          <Input
            label={t('common.reason')}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </FormDialog>
      )}
    </>
  );
};
