import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Input } from '../../design/field.js';
import { Modal } from '../../design/modal.js';

/** Asks for the hands-on minutes before the resolve; they may stay empty. */
export const ResolveDialog = (props: {
  onClose: () => void;
  onResolve: (minutes?: number) => Promise<void>;
}) => {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState('');
  return (
    <Modal title={t('incidents.resolveTitle')} onClose={props.onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void props.onResolve(minutes === '' ? undefined : Number(minutes));
        }}
      >
        <Input
          label={t('incidents.handsOn')}
          hint={t('incidents.handsOnHint')}
          type="number"
          min={0}
          step={1}
          autoFocus
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <div className="end">
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary">
            {t('incidents.do.RESOLVED')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
