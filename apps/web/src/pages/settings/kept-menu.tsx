import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Menu } from '../../design/menu.js';
import { useToast } from '../../design/toast.js';
import { useWrite } from '../../graphql/use-write.js';
import type { Kept, KeptKind } from './kept-kinds.js';
import { MergeDialog } from './merge-dialog.js';

/** What can be done to one of a list: edit, merge, archive with undo, or take back. */
export const KeptMenu = (props: {
  kind: KeptKind;
  row: Kept;
  others: readonly Kept[];
  onEdit: () => void;
}) => {
  const { kind, row } = props;
  const { t } = useTranslation();
  const say = useToast();
  const write = useWrite(kind.archive, kind.types);
  const [merging, setMerging] = useState(false);
  const archive = async (archived: boolean) => {
    const input = { [kind.name]: row.key, archived } as never;
    if (!(await write.run({ input }))) return;
    const words = t(archived ? 'settings.archivedNow' : 'settings.restoredNow', { name: row.name });
    say(words, archived ? { undo: () => void archive(false) } : {});
  };
  if (row.mergedInto) return null;
  return (
    <>
      <Menu
        label={t('common.actionsOf', { name: row.name })}
        items={
          row.archivedAt
            ? [['restore', t('settings.restore'), () => void archive(false)]]
            : [
                ['edit', t('common.edit'), props.onEdit],
                ['merge', t('settings.mergeInto'), () => setMerging(true)],
                ['archive', t('settings.archive'), () => void archive(true)],
              ]
        }
      />
      {/* in the body: a table's cells do not wrap their words */}
      {merging &&
        createPortal(
          <MergeDialog kind={kind} row={row} others={props.others} onClose={() => setMerging(false)} />,
          document.body,
        )}
    </>
  );
};
