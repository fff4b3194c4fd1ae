import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import { Shape } from './icon.js';

interface Around {
  label: string;
  hint?: ReactNode;
  error?: string | null | undefined;
}

const Frame = (props: Around & { id: string; children: (describedBy: string | undefined) => ReactNode }) => {
  const describedBy = props.error || props.hint ? `${props.id}-about` : undefined;
  return (
    <div className="field">
      <label htmlFor={props.id}>{props.label}</label>
      {props.children(describedBy)}
      {props.error ? (
        <span className="wrong" id={describedBy} role="alert">
          <Shape tone="over" />
          <span>{props.error}</span>
        </span>
      ) : (
        props.hint && (
          <span className="hint" id={describedBy}>
            {props.hint}
          </span>
        )
      )}
    </div>
  );
};

/** A labelled input; the error stands in the hint's place and says what would be right. */
export const Input = ({
  label,
  hint,
  error,
  className = '',
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & Around) => {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      {(about) => (
        <input
          id={id}
          {...rest}
          className={`in ${className}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={about}
        />
      )}
    </Frame>
  );
};

/** A labelled text area. */
export const TextArea = ({
  label,
  hint,
  error,
  className = '',
  ...rest
}: React.TextareaHTMLAttributes<HTMLTextAreaElement> & Around) => {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      {(about) => (
        <textarea
          id={id}
          {...rest}
          className={`in ${className}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={about}
        />
      )}
    </Frame>
  );
};

/** A labelled choice; options are pairs of value and words. */
export const Select = ({
  label,
  hint,
  error,
  options,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> &
  Around & { options: readonly (readonly [string, string])[] }) => {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      {(about) => (
        <select
          id={id}
          {...rest}
          className="in"
          aria-invalid={error ? true : undefined}
          aria-describedby={about}
        >
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
};

/** A labelled yes or no. */
export const Check = ({
  label,
  hint,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string }) => {
  const id = useId();
  return (
    <div className="check">
      <input id={id} type="checkbox" {...rest} />
      <label htmlFor={id}>
        {label}
        {hint && <span className="t3 f12"> {hint}</span>}
      </label>
    </div>
  );
};
