import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me.js';
import { ClassTag } from '../../design/chip.js';
import { Definition } from '../../design/definition.js';
import { usePager } from '../../design/pager.js';
import { useToast } from '../../design/toast.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  DefineTypeMutation,
  DefineTypeMutationVariables,
  TaskTypesQuery,
  TaskTypesQueryVariables,
  WorkClass,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { ClassSelect, CriteriaChecks, noCriteria } from './criteria-fields.js';
import { EditType } from './edit-type.js';
import { FormCard } from './form-card.js';
import { TASK_TYPES } from './kept-kinds.js';
import { KeptList, useArchived } from './kept-list.js';
import { NamedFields } from './named-fields.js';
import { ReclassifyCard } from './reclassify-card.js';

const Types = gql<TaskTypesQuery, TaskTypesQueryVariables>(/* GraphQL */ `
  query TaskTypes($after: String, $archived: Boolean!) {
    taskTypes(first: 50, after: $after, archived: $archived) { nodes { id key name workClass score forcedClass criteria { manual repetitive automatable tactical noEnduringValue scalesLinearly } version archivedAt mergedInto { id name } } pageInfo { hasNextPage endCursor } }
  }
`);
const Define = gql<DefineTypeMutation, DefineTypeMutationVariables>(/* GraphQL */ `
  mutation DefineType($input: DefineTaskTypeInput!) {
    defineTaskType(input: $input) { taskType { id key name workClass score } userErrors { code message path } }
  }
`);
/** Kinds of work with the six criteria that make them toil. */
export const TypesTab = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const { may } = useMe();
  const [archived] = useArchived();
  const pager = usePager(`types ${archived}`);
  const read = useRead(Types, { after: pager.after, archived }, { types: ['TaskType'] });
  const define = useWrite(Define, ['TaskType', 'WorkEntry'], { quiet: true });
  const [form, setForm] = useState({ key: '', name: '', forcedClass: '' });
  const [ticked, setTicked] = useState(noCriteria);
  const submit = async () => {
    const done = await define.run({
      input: {
        key: form.key,
        name: form.name,
        criteria: ticked,
        ...(form.forcedClass ? { forcedClass: form.forcedClass as WorkClass } : {}),
      },
    });
    if (!done) return;
    say(t('settings.added', { name: form.name }));
    setForm({ key: '', name: '', forcedClass: '' });
    setTicked(noCriteria);
  };
  return (
    <Ready read={read} bones={[240]}>
      {({ taskTypes }) => (
        <>
          <KeptList
            kind={TASK_TYPES}
            title={t('settings.tab.types')}
            empty={t('settings.noTypes')}
            rows={taskTypes.nodes}
            columns={[
              { key: 'name', head: t('common.name'), cell: (row) => row.name },
              { key: 'key', head: t('common.key'), cell: (row) => <code>#{row.key}</code> },
              {
                key: 'class',
                head: t('common.class'),
                small: true,
                cell: (row) => <ClassTag value={row.workClass} />,
              },
              {
                key: 'score',
                head: (
                  <Definition
                    label={t('settings.score')}
                    title={t('settings.score')}
                    formula={t('settings.scoreFormula')}
                  />
                ),
                right: true,
                cell: (row) => (row.score === null ? '–' : format.plain(row.score)),
              },
            ]}
            pager={pager}
            info={taskTypes.pageInfo}
            onStale={read.again}
            edit={may('LEAD') ? (row, dialog) => <EditType row={row} {...dialog} /> : undefined}
          />
          {may('LEAD') && !archived && (
            <FormCard
              title={t('settings.addType')}
              hint={t('settings.addTypeHint')}
              words={t('common.add')}
              write={define}
              fields={['name', 'key']}
              onSubmit={submit}
            >
              <div className="grid3">
                <NamedFields form={form} write={define} onChange={setForm} />
                <ClassSelect
                  value={form.forcedClass}
                  onChange={(forcedClass) => setForm({ ...form, forcedClass })}
                />
              </div>
              <CriteriaChecks value={ticked} onChange={setTicked} />
            </FormCard>
          )}
          {may('ADMIN') && !archived && <ReclassifyCard types={taskTypes.nodes} />}
        </>
      )}
    </Ready>
  );
};
