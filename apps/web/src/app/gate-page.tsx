import { type ReactNode, useEffect } from 'react';
import { Button } from '../design/button.js';
import { Card, Note } from '../design/card.js';
import { Mark } from '../design/icon.js';

/** A page outside of the shell: the mark, and one card that asks something and says what was refused. */
export const GatePage = (props: {
  title: string;
  sub?: ReactNode;
  /** Beside the mark. */
  aside?: ReactNode;
  problem?: string | null;
  /** On the button that goes on. */
  words: string;
  busy: boolean;
  onSubmit: () => unknown;
  /** Other ways out, below the button. */
  also?: ReactNode;
  children?: ReactNode;
}) => {
  const { title } = props;
  useEffect(() => {
    document.title = `${title} - Untoil`;
  }, [title]);
  return (
    <main className="gate-page">
      <div className="brand">
        <Mark />
        Untoil
        {props.aside}
      </div>
      <Card>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            props.onSubmit();
          }}
        >
          <div>
            <h1>{title}</h1>
            {props.sub && <p className="t2">{props.sub}</p>}
          </div>
          {props.children}
          {props.problem && (
            <div role="alert">
              <Note tone="over">{props.problem}</Note>
            </div>
          )}
          <Button type="submit" look="primary" disabled={props.busy}>
            {props.words}
          </Button>
          {props.also}
        </form>
      </Card>
    </main>
  );
};
