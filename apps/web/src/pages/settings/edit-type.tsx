import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../design/field.js';
import { gql } from '../../graphql/client.js';
import type {
  TaskTypesQuery,
  UpdateTypeMutation,
  UpdateTypeMutationVariables,
  WorkClass,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import { ClassSelect, CriteriaChecks, noCriteria } from './criteria-fields.js';
import { EditDialog } from './edit-dialog.js';

const Update = gql<UpdateTypeMutation, UpdateTypeMutationVariables>(/* GraphQL */ `
  mutation UpdateType($input: UpdateTaskTypeInput!) {
    updateTaskType(input: $input) {
      taskType { id name workClass score forcedClass version }
      userErrors { code message path }
    }
  }
`);
type Row = TaskTypesQuery['taskTypes']['nodes'][number];

/** Name, class and criteria of a task type; a new class holds for its entries so far as well. */
export const EditType = (props: { row: Row; onStale: () => void; onClose: () => void }) => {
  const { row } = props;
  const { t } = useTranslation();
  const write = useWrite(Update, ['TaskType', 'WorkEntry', 'ToilReport'], { quiet: true });
  const [name, setName] = useState(row.name);
  const [forced, setForced] = useState<string>(row.forcedClass ?? '');
  const [ticked, setTicked] = useState(row.criteria ?? noCriteria);
  const told = row.criteria !== null || Object.values(ticked).includes(true);
  const save = () =>
    write.run({
      input: {
        taskType: row.key,
        name,
        expectedVersion: row.version,
        ...(told ? { criteria: ticked } : {}),
        ...(forced ? { forcedClass: forced as WorkClass } : { byCriteria: true }),
      },
    });
  return (
    <EditDialog
      title={t('settings.editTitle', { name: row.name })}
      write={write}
      fields={['name']}
      save={save}
      onStale={props.onStale}
      onClose={props.onClose}
    >
      <Input
        label={t('common.name')}
        hint={t('settings.keyStays', { key: row.key })}
        required
        value={name}
        error={write.errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
      <ClassSelect value={forced} onChange={setForced} />
      <CriteriaChecks value={ticked} onChange={setTicked} />
      <p className="t3 f12">{t('settings.typeHolds')}</p>
    </EditDialog>
  );
};
