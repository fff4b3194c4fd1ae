import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me.js';
import { Button } from '../../design/button.js';
import { Card, Empty, Note } from '../../design/card.js';
import { ClassTag } from '../../design/chip.js';
import { Definition } from '../../design/definition.js';
import { Check, Input, Select } from '../../design/field.js';
import { Pager, usePager } from '../../design/pager.js';
import { Table } from '../../design/table.js';
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

const Types = gql<TaskTypesQuery, TaskTypesQueryVariables>(/* GraphQL */ `
  query TaskTypes($after: String) {
    taskTypes(first: 50, after: $after) { nodes { id key name workClass score } pageInfo { hasNextPage endCursor } }
  }
`);
const Define = gql<DefineTypeMutation, DefineTypeMutationVariables>(/* GraphQL */ `
  mutation DefineType($input: DefineTaskTypeInput!) {
    defineTaskType(input: $input) { taskType { id key name workClass score } userErrors { code message path } }
  }
`);
const criteria = [
  'manual',
  'repetitive',
  'automatable',
  'tactical',
  'noEnduringValue',
  'scalesLinearly',
] as const;
const none = Object.fromEntries(criteria.map((one) => [one, false])) as Record<
  (typeof criteria)[number],
  boolean
>;

/** Kinds of work with the six criteria that make them toil. */
export const TypesTab = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const { may } = useMe();
  const pager = usePager('types');
  const read = useRead(Types, { after: pager.after }, { types: ['TaskType'] });
  const define = useWrite(Define, ['TaskType', 'WorkEntry'], { quiet: true });
  const [form, setForm] = useState({ key: '', name: '', forcedClass: '' });
  const [ticked, setTicked] = useState(none);
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
    setTicked(none);
  };
  return (
    <Ready read={read} bones={[240]}>
      {({ taskTypes }) => (
        <>
          <Card title={t('settings.tab.types')} flush>
            {taskTypes.nodes.length === 0 ? (
              <Empty>{t('settings.noTypes')}</Empty>
            ) : (
              <Table
                label={t('settings.tab.types')}
                rows={taskTypes.nodes}
                rowKey={(row) => row.id}
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
              />
            )}
            <Pager pager={pager} info={taskTypes.pageInfo} />
          </Card>
          {may('LEAD') && (
            <Card title={t('settings.addType')} hint={t('settings.addTypeHint')}>
              <form
                className="form"
                onSubmit={(event) => {
                  event.preventDefault();
                  void submit();
                }}
              >
                <div className="grid3">
                  <Input
                    label={t('common.name')}
                    required
                    value={form.name}
                    error={define.errorOf('name')}
                    onChange={(event) => setForm({ ...form, name: event.target.value })}
                  />
                  <Input
                    label={t('common.key')}
                    hint={t('common.keyHint')}
                    required
                    value={form.key}
                    error={define.errorOf('key')}
                    onChange={(event) => setForm({ ...form, key: event.target.value })}
                  />
                  <Select
                    label={t('settings.forced')}
                    value={form.forcedClass}
                    options={[
                      ['', t('settings.byCriteria')],
                      ...(['TOIL', 'ENGINEERING', 'OVERHEAD'] as const).map(
                        (one) => [one, t(`state.workClass.${one}`)] as const,
                      ),
                    ]}
                    onChange={(event) => setForm({ ...form, forcedClass: event.target.value })}
                  />
                </div>
                <div className="criteria">
                  {criteria.map((one) => (
                    <Check
                      key={one}
                      label={t(`settings.criterion.${one}`)}
                      checked={ticked[one]}
                      onChange={(event) => setTicked({ ...ticked, [one]: event.target.checked })}
                    />
                  ))}
                </div>
                {define.errors[0] && define.errors[0].path.length === 0 && (
                  <Note tone="over">{define.errors[0].message}</Note>
                )}
                <div className="end">
                  <Button type="submit" disabled={define.busy}>
                    {t('common.add')}
                  </Button>
                </div>
              </form>
            </Card>
          )}
        </>
      )}
    </Ready>
  );
};
