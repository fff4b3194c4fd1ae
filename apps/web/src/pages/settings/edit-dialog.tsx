import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../design/form-dialog.js';
import { useToast } from '../../design/toast.js';
import type { FormWrite } from './form-card.js';
import { problemOf } from './form-card.js';

/**
 * A dialog that changes what may have changed meanwhile: give it a key with the version, and `onStale` reads again, so
 * that a refused change shows the values in force.
 */
export const EditDialog = (props: {
  title: string;
  write: FormWrite;
  fields: readonly string[];
  save: () => Promise<unknown>;
  onStale: () => void;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  const say = useToast();
  const stale = props.write.errors.some((error) => error.code === 'CONFLICT');
  const submit = async () => {
    if (!(await props.save())) return;
    say(t('common.saved'));
    props.onClose();
  };
  return (
    <FormDialog
      title={props.title}
      words={stale ? t('settings.readAgain') : t('common.save')}
      busy={props.write.busy}
      problem={problemOf(props.write, props.fields)}
      onSubmit={async () => (stale ? props.onStale() : submit())}
      onClose={props.onClose}
    >
      {props.children}
    </FormDialog>
  );
};
