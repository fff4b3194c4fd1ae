import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from './card.js';
import { Floating } from './floating.js';

/** A label with a dotted underline that opens formula, inputs, as-of time and the definition's id. */
export const Definition = (props: {
  label: ReactNode;
  title: string;
  formula: string;
  inputs?: [ReactNode, ReactNode][];
  asOf?: ReactNode;
  id?: string | null;
}) => {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="def"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {props.label}
      </button>
      {open && button.current && (
        <Floating anchor={button.current} onClose={close}>
          <div className="pop" role="dialog" aria-label={props.title}>
            <h3>{props.title}</h3>
            <p className="t2">{props.formula}</p>
            {props.inputs && props.inputs.length > 0 && <Facts rows={props.inputs} />}
            {(props.asOf || props.id) && (
              <p className="t3 f11">
                {props.asOf && (
                  <>
                    {t('common.asOf')} {props.asOf}
                  </>
                )}
                {props.asOf && props.id && ' · '}
                {props.id && <code>{props.id}</code>}
              </p>
            )}
          </div>
        </Floating>
      )}
    </>
  );
};

/** A label that opens one sentence about what its figure is. */
export const Explained = ({ label, formula }: { label: string; formula: string }) => (
  <Definition label={label} title={label} formula={formula} />
);
