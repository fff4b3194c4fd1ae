import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Icon } from './icon.js';

/** A dialog over the page: the browser keeps the focus inside and closes it on Escape. */
export const Modal = (props: {
  title: string;
  onClose: () => void;
  wide?: boolean;
  bare?: boolean;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
      // the browser would choose the close button; people came to type
      element.querySelector<HTMLElement>('.in, [cmdk-input]')?.focus();
    }
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, the browser does that
    <dialog
      ref={dialog}
      className={props.wide ? 'modal wide' : 'modal'}
      aria-label={props.title}
      onClose={props.onClose}
      onClick={(event) => event.target === dialog.current && props.onClose()}
    >
      {props.bare ? (
        props.children
      ) : (
        <>
          <div className="mh">
            <h2>{props.title}</h2>
            <Button look="ghost" className="push" aria-label={t('common.close')} onClick={props.onClose}>
              <Icon name="close" />
            </Button>
          </div>
          <div className="mb">{props.children}</div>
        </>
      )}
    </dialog>
  );
};
