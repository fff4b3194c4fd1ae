import { useTranslation } from 'react-i18next';
import { Modal } from '../design/modal.js';
import { LogForm } from './log-form.js';

/** The quick entry over any page. */
export const LogDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal title={t('shell.log.title')} onClose={onClose}>
      <LogForm focus onDone={onClose} />
    </Modal>
  );
};
