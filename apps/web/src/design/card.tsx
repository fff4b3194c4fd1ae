import { type ReactNode, useEffect } from 'react';
import { Onward, Shape, type Tone } from './icon.js';

/** A surface with a title; hint is the scope in one line, aside sits at the right. */
export const Card = (props: {
  title?: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
  flush?: boolean;
  className?: string;
  children?: ReactNode;
}) => (
  <section className={`card ${props.className ?? ''}`}>
    {props.title && (
      <div className="ch">
        <h2>{props.title}</h2>
        {props.hint && <span className="hint">{props.hint}</span>}
        {props.aside && <span className="x">{props.aside}</span>}
      </div>
    )}
    {props.flush ? props.children : <div className="cb">{props.children}</div>}
  </section>
);

/** Title, one line of scope, actions at the right; also names the browser tab. */
export const PageHead = (props: {
  title: string;
  sub?: ReactNode;
  scope?: ReactNode;
  actions?: ReactNode;
}) => {
  useEffect(() => {
    document.title = `${props.title} - Untoil`;
  }, [props.title]);
  return (
    <div className="head">
      <div>
        <h1>
          {props.title} {props.sub && <small>{props.sub}</small>}
        </h1>
        {props.scope && <p>{props.scope}</p>}
      </div>
      {props.actions && <div className="acts">{props.actions}</div>}
    </div>
  );
};

/** Labels at the left, values at the right; line: set apart from what stands above, boxed: a list of its own. */
export const Facts = ({
  rows,
  look = '',
}: {
  rows: [ReactNode, ReactNode][];
  look?: 'line' | 'boxed' | '';
}) => (
  <dl className={`kv ${look}`}>
    {rows.flatMap(([name, value], index) => [
      // biome-ignore lint/suspicious/noArrayIndexKey: rows of one render keep their order
      <dt key={`t${index}`}>{name}</dt>,
      // biome-ignore lint/suspicious/noArrayIndexKey: rows of one render keep their order
      <dd key={`d${index}`}>{value}</dd>,
    ])}
  </dl>
);

/** A sentence that has to be seen: what happened, what still holds, what to do. */
export const Note = ({ tone = 'idle', children }: { tone?: Tone | 'next'; children: ReactNode }) => (
  <div className={`note ${tone}`}>
    {tone === 'next' ? <Onward /> : <Shape tone={tone} />}
    <div>{children}</div>
  </div>
);

/** One sentence why there is nothing, and one button what to do next. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <p>{children}</p>
    {action}
  </div>
);

/** Placeholder in the final layout; shows after 200 ms only. */
export const Bones = ({ heights = [120, 240] }: { heights?: number[] }) => (
  <div className="stack" aria-hidden="true">
    {heights.map((height, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
      <div key={index} className="bone" style={{ height }} />
    ))}
  </div>
);

/** A share from 0 to 1 as a bar; mark draws a tick where even spending would be. */
export const Bar = ({ share, mark, bad }: { share: number; mark?: number; bad?: boolean }) => (
  <div className={bad ? 'bar bad' : 'bar'}>
    <i style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
    {mark !== undefined && <u style={{ left: `${Math.min(100, mark * 100)}%` }} />}
  </div>
);
