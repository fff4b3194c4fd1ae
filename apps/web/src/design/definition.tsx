import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Facts } from './card.js';

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
  return (
    <DialogTrigger>
      <Button className="def">{props.label}</Button>
      <Popover className="pop" placement="bottom start">
        <Dialog aria-label={props.title}>
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
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
