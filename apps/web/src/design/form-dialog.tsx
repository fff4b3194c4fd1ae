import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Note } from './card.js';
import { Modal } from './modal.js';

/** A dialog that asks for something: its fields, what was wrong with them as a whole, and two ways out. */
export const FormDialog = (props: {
  title: string;
  /** On the button that does it. */
  words: string;
  busy?: boolean;
  disabled?: boolean;
  problem?: string | null | undefined;
  onSubmit: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  return (
    <Modal title={props.title} onClose={props.onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void props.onSubmit();
        }}
      >
        {props.children}
        {props.problem && <Note tone="over">{props.problem}</Note>}
        <div className="end">
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={props.busy || props.disabled}>
            {props.words}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
