import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { instantOf, localIn } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { CorrectEndMutation, CorrectEndMutationVariables } from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';

const Correct = gql<CorrectEndMutation, CorrectEndMutationVariables>(/* GraphQL */ `
  mutation CorrectEnd($input: CorrectIncidentEndInput!) {
    correctIncidentEnd(input: $input) { incident { id version resolvedAt } userErrors { code message path } }
  }
`);

/** When an incident that nobody ended, or somebody ended late, was really over. */
export const CorrectEndDialog = (props: {
  incident: { id: string; version: number; resolvedAt: string | null; timeCappedAt: string | null };
  onClose: () => void;
}) => {
  const { incident } = props;
  const { t } = useTranslation();
  const { zone } = useFormat();
  const [end, setEnd] = useState(() =>
    localIn(incident.timeCappedAt ?? incident.resolvedAt ?? new Date(), zone),
  );
  const [reason, setReason] = useState('');
  const correct = useWrite(Correct, ['Incident', 'ToilReport'], { quiet: true });
  const submit = async () => {
    const input = { incident: incident.id, version: incident.version, end: instantOf(end, zone), reason };
    if (await correct.run({ input })) props.onClose();
  };
  return (
    <FormDialog
      title={t('incidents.correctEnd')}
      words={t('common.save')}
      busy={correct.busy}
      disabled={end === '' || reason.trim() === ''}
      problem={correct.errorOf('end') ? null : correct.errors[0]?.message}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <div className="grid2">
        <Input
          label={t('incidents.reallyOver')}
          type="datetime-local"
          required
          value={end}
          error={correct.errorOf('end')}
          onChange={(event) => setEnd(event.target.value)}
        />
        <Input
          label={t('incidents.howKnown')}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </FormDialog>
  );
};
