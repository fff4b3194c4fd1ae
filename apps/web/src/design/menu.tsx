import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { Floating } from './floating.js';

/** Secondary actions behind one button; each item is a key, its words and what it does. Arrow keys walk, Escape closes. */
export const Menu = (props: {
  label: string;
  face?: ReactNode;
  className?: string;
  items: readonly (readonly [string, string, () => void])[];
}) => {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Tab') close();
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={props.className ?? 'btn g'}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {props.face ?? '⋯'}
      </button>
      {open && button.current && (
        <Floating anchor={button.current} end onClose={close}>
          <div className="menu" role="menu" tabIndex={-1} aria-label={props.label} onKeyDown={onKeyDown}>
            {props.items.map(([key, words, act]) => (
              <button
                key={key}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  close();
                  act();
                }}
              >
                {words}
              </button>
            ))}
          </div>
        </Floating>
      )}
    </>
  );
};
