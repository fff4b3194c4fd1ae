import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '../../app/catalogue.js';
import { Facts, Note } from '../../design/card.js';
import { Select } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { useToast } from '../../design/toast.js';
import { useFormat } from '../../format/use-format.js';
import { useWrite } from '../../graphql/use-write.js';
import { problemOf } from './form-card.js';
import type { Kept, KeptKind } from './kept-kinds.js';

/** Makes one of two: choose what stays, read what would move (or why it cannot), then merge. */
export const MergeDialog = (props: {
  kind: KeptKind;
  row: Kept;
  others: readonly Kept[];
  onClose: () => void;
}) => {
  const { kind, row } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const others = props.others.filter((one) => one.id !== row.id && one.archivedAt === null);
  const [into, setInto] = useState('');
  const [moved, setMoved] = useState<readonly { kind: string; count: number }[] | null>(null);
  const rehearsal = useWrite(kind.merge, [], { quiet: true });
  const merge = useWrite(kind.merge, kind.types, { quiet: true });
  const { run } = rehearsal;
  useEffect(() => {
    setMoved(null);
    if (!into) return;
    let current = true;
    void run({ input: { from: row.key, into, dryRun: true } }).then((done) => {
      if (current && done) setMoved(done.it.moved);
    });
    return () => {
      current = false;
    };
  }, [into, row.key, run]);
  const stays = others.find((one) => one.key === into)?.name ?? '';
  const submit = async () => {
    if (!(await merge.run({ input: { from: row.key, into } }))) return;
    say(t('settings.mergedNow', { from: row.name, into: stays }));
    props.onClose();
  };
  return (
    <FormDialog
      title={t('settings.mergeTitle', { name: row.name })}
      words={t('settings.merge')}
      busy={merge.busy || rehearsal.busy}
      disabled={moved === null}
      problem={problemOf(merge) ?? problemOf(rehearsal)}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p className="t2">{t(`settings.mergeWhat.${kind.name}`, { key: row.key })}</p>
      <Select
        label={t('settings.stays')}
        required
        value={into}
        options={choices(others, t('common.choose'))}
        onChange={(event) => setInto(event.target.value)}
      />
      <div aria-live="polite">
        {rehearsal.busy && <p className="t3">{t('settings.mergeLooking')}</p>}
        {moved && (
          <>
            <p>{t('settings.mergeMoves', { from: row.name, into: stays })}</p>
            {moved.length === 0 ? (
              <p className="t3">{t('settings.mergeNothing')}</p>
            ) : (
              <Facts
                look="boxed"
                rows={moved.map((one) => [t(`settings.moved.${one.kind}`), format.plain(one.count)])}
              />
            )}
            <Note tone="watch">{t('settings.mergeFinal')}</Note>
          </>
        )}
      </div>
    </FormDialog>
  );
};
