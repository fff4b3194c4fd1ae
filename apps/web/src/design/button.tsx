import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'react-router';

type Look = 'primary' | 'plain' | 'ghost' | 'danger';
const looks: Record<Look, string> = { primary: 'btn p', plain: 'btn', ghost: 'btn g', danger: 'btn d' };

/** A button; one primary for each page at most. */
export const Button = ({
  look = 'plain',
  small,
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; small?: boolean }) => (
  <button type="button" {...rest} className={`${looks[look]} ${small ? 's' : ''} ${className}`} />
);

/** A link that looks like a button. */
export const LinkButton = (props: {
  to: string;
  look?: Look;
  small?: boolean;
  className?: string;
  children: ReactNode;
}) => (
  <Link
    to={props.to}
    className={`${looks[props.look ?? 'plain']} ${props.small ? 's' : ''} ${props.className ?? ''}`}
  >
    {props.children}
  </Link>
);

/** One of a few: pressed segments, keyboard by Tab and Space. */
export const Segmented = <V extends string>(props: {
  label: string;
  value: V;
  options: readonly (readonly [V, string])[];
  onChange: (value: V) => void;
  small?: boolean;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout
  <div className={props.small ? 'seg s' : 'seg'} role="group" aria-label={props.label}>
    {props.options.map(([value, words]) => (
      <button
        key={value}
        type="button"
        aria-pressed={value === props.value}
        onClick={() => props.onChange(value)}
      >
        {words}
      </button>
    ))}
  </div>
);
