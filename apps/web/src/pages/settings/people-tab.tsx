import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '../../app/catalogue.js';
import { useMe } from '../../app/me.js';
import { Input, Select } from '../../design/field.js';
import { usePager } from '../../design/pager.js';
import { useToast } from '../../design/toast.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  CreatePersonMutation,
  CreatePersonMutationVariables,
  PeopleQuery,
  PeopleQueryVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { EditPerson } from './edit-person.js';
import { FormCard } from './form-card.js';
import { PEOPLE } from './kept-kinds.js';
import { KeptList, useArchived } from './kept-list.js';
import { NamedFields } from './named-fields.js';

const People = gql<PeopleQuery, PeopleQueryVariables>(/* GraphQL */ `
  query People($after: String, $archived: Boolean!) {
    people(first: 50, after: $after, archived: $archived) {
      nodes { id key name zone weeklyHours lead { id key name } version archivedAt mergedInto { id name } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const Create = gql<CreatePersonMutation, CreatePersonMutationVariables>(/* GraphQL */ `
  mutation CreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input) { person { id key name } userErrors { code message path } }
  }
`);
const blank = { key: '', name: '', zone: '', weeklyHours: '40', lead: '' };

/** Who works here: zone, contracted hours, lead. */
export const PeopleTab = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const { may, organization } = useMe();
  const [archived] = useArchived();
  const pager = usePager(`people ${archived}`);
  const read = useRead(People, { after: pager.after, archived }, { types: ['Person'] });
  const create = useWrite(Create, ['Person'], { quiet: true });
  const [form, setForm] = useState(blank);
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  const submit = async () => {
    const done = await create.run({
      input: {
        key: form.key,
        name: form.name,
        weeklyHours: form.weeklyHours,
        ...(form.zone ? { zone: form.zone } : {}),
        ...(form.lead ? { lead: form.lead } : {}),
      },
    });
    if (!done) return;
    say(t('settings.added', { name: form.name }));
    setForm(blank);
  };
  return (
    <Ready read={read} bones={[240]}>
      {({ people }) => (
        <>
          <KeptList
            kind={PEOPLE}
            title={t('settings.tab.people')}
            empty={t('settings.noPeople')}
            rows={people.nodes}
            columns={[
              { key: 'name', head: t('common.name'), cell: (row) => row.name },
              { key: 'key', head: t('common.key'), small: true, cell: (row) => <code>{row.key}</code> },
              { key: 'zone', head: t('settings.zoneShort'), cell: (row) => row.zone },
              {
                key: 'hours',
                head: t('settings.weeklyHours'),
                right: true,
                cell: (row) => `${format.plain(row.weeklyHours)} h`,
              },
              { key: 'lead', head: t('settings.lead'), cell: (row) => row.lead?.name ?? '–' },
            ]}
            pager={pager}
            info={people.pageInfo}
            onStale={read.again}
            edit={
              may('LEAD')
                ? (row, dialog) => <EditPerson row={row} leads={people.nodes} {...dialog} />
                : undefined
            }
          />
          {may('LEAD') && !archived && (
            <FormCard
              title={t('settings.addPerson')}
              words={t('common.add')}
              write={create}
              fields={['name', 'key', 'weeklyHours', 'zone']}
              onSubmit={submit}
            >
              <div className="grid3">
                <NamedFields form={form} write={create} onChange={setForm} />
                <Input
                  label={t('settings.weeklyHours')}
                  inputMode="decimal"
                  value={form.weeklyHours}
                  error={create.errorOf('weeklyHours')}
                  onChange={set('weeklyHours')}
                />
                <Input
                  label={t('settings.zoneShort')}
                  placeholder={organization.reportingZone}
                  value={form.zone}
                  error={create.errorOf('zone')}
                  onChange={set('zone')}
                />
                <Select
                  label={t('settings.lead')}
                  value={form.lead}
                  options={choices(people.nodes, t('common.none'))}
                  onChange={set('lead')}
                />
              </div>
            </FormCard>
          )}
        </>
      )}
    </Ready>
  );
};
