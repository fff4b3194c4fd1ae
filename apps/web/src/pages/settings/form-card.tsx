import type { ReactNode } from 'react';
import { Button } from '../../design/button.js';
import { Card, Note } from '../../design/card.js';
import type { UserError } from '../../server-words/use-refusal.js';

/** What a form needs to know of the write behind it. */
export interface FormWrite {
  busy: boolean;
  errors: readonly UserError[];
}

/** What was wrong beside the fields that show their own refusal; undefined when nothing was. */
export const problemOf = ({ errors }: FormWrite, fields: readonly string[] = []): string | undefined =>
  errors.find((error) => !fields.includes(error.path.at(-1) ?? ''))?.message;

/** A card that asks for something: fields, the refusal that none of them shows (`fields` show their own), one button. */
export const FormCard = (props: {
  title: string;
  hint?: string;
  write: FormWrite;
  fields?: readonly string[];
  words: string;
  look?: 'primary' | 'plain';
  disabled?: boolean;
  readOnly?: boolean;
  onSubmit: () => unknown;
  children: ReactNode;
  /** What came of it, for example a link that is shown once. */
  outcome?: ReactNode;
}) => {
  const problem = problemOf(props.write, props.fields);
  return (
    <Card title={props.title} hint={props.hint}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        <fieldset disabled={props.readOnly} className="form bare">
          <legend className="sr">{props.title}</legend>
          {props.children}
        </fieldset>
        {problem && (
          <div role="alert">
            <Note tone="over">{problem}</Note>
          </div>
        )}
        {props.outcome}
        {!props.readOnly && (
          <div className="end">
            <Button type="submit" look={props.look} disabled={props.write.busy || props.disabled}>
              {props.words}
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
};
