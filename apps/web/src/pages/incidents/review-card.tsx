import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { TextArea } from '../../design/field.js';
import { useToast } from '../../design/toast.js';
import { gql } from '../../graphql/client.js';
import type {
  ReviewIncidentMutation,
  ReviewIncidentMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';

const Review = gql<ReviewIncidentMutation, ReviewIncidentMutationVariables>(/* GraphQL */ `
  mutation ReviewIncident($input: ReviewIncidentInput!) {
    reviewIncident(input: $input) { incident { id version stepsTaken } userErrors { code message path } }
  }
`);

/** What was done, for whoever meets it next. */
export const ReviewCard = ({
  incident,
}: {
  incident: { id: string; version: number; stepsTaken: string | null };
}) => {
  const { t } = useTranslation();
  const steps = incident.stepsTaken;
  const say = useToast();
  const [text, setText] = useState(steps ?? '');
  const review = useWrite(Review, ['Incident']);
  return (
    <Card title={t('incidents.steps')} hint={t('incidents.stepsHint')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void review
            .run({ input: { incident: incident.id, version: incident.version, stepsTaken: text } })
            .then((done) => done && say(t('common.saved')));
        }}
      >
        <TextArea
          label={t('incidents.stepsLabel')}
          rows={5}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="end">
          <Button type="submit" disabled={review.busy || text === (steps ?? '')}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
};
