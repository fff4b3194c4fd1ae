import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { choices } from '../../app/catalogue.js';
import { useMe } from '../../app/me.js';
import { Input, Select } from '../../design/field.js';
import { usePager } from '../../design/pager.js';
import { useToast } from '../../design/toast.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  CreateServiceMutation,
  CreateServiceMutationVariables,
  RecordSizeMutation,
  RecordSizeMutationVariables,
  ServicesQuery,
  ServicesQueryVariables,
  UpdateServiceMutation,
  UpdateServiceMutationVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { EditDialog } from './edit-dialog.js';
import { FormCard } from './form-card.js';
import { type Kept, SERVICES } from './kept-kinds.js';
import { KeptList, useArchived } from './kept-list.js';
import { NamedFields } from './named-fields.js';

const Services = gql<ServicesQuery, ServicesQueryVariables>(/* GraphQL */ `
  query Services($after: String, $archived: Boolean!) {
    services(first: 50, after: $after, archived: $archived) { nodes { id key name version archivedAt mergedInto { id name } } pageInfo { hasNextPage endCursor } }
  }
`);
const Create = gql<CreateServiceMutation, CreateServiceMutationVariables>(/* GraphQL */ `
  mutation CreateService($input: CreateServiceInput!) {
    createService(input: $input) { service { id key name } userErrors { code message path } }
  }
`);
const Update = gql<UpdateServiceMutation, UpdateServiceMutationVariables>(/* GraphQL */ `
  mutation UpdateService($input: UpdateServiceInput!) {
    updateService(input: $input) { service { id name version } userErrors { code message path } }
  }
`);
const RecordSize = gql<RecordSizeMutation, RecordSizeMutationVariables>(/* GraphQL */ `
  mutation RecordSize($input: RecordServiceSizeInput!) {
    recordServiceSize(input: $input) { accepted userErrors { code message path } }
  }
`);

/** What the toil belongs to, and how large it was when. */
export const ServicesTab = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const { may } = useMe();
  const [archived] = useArchived();
  const pager = usePager(`services ${archived}`);
  const read = useRead(Services, { after: pager.after, archived }, { types: ['Service'] });
  const create = useWrite(Create, ['Service'], { quiet: true });
  const record = useWrite(RecordSize, ['ServiceSize'], { quiet: true });
  const [form, setForm] = useState({ key: '', name: '' });
  const [size, setSize] = useState({ service: '', date: format.today(), instances: '' });
  const submit = async () => {
    if (!(await create.run({ input: form }))) return;
    say(t('settings.added', { name: form.name }));
    setForm({ key: '', name: '' });
  };
  return (
    <Ready read={read} bones={[240]}>
      {({ services }) => (
        <>
          <KeptList
            kind={SERVICES}
            title={t('settings.tab.services')}
            empty={t('settings.noServices')}
            rows={services.nodes}
            columns={[
              {
                key: 'name',
                head: t('common.name'),
                cell: (row) => (
                  <Link className="name" to={`/toil/${row.key}`}>
                    {row.name}
                  </Link>
                ),
              },
              { key: 'key', head: t('common.key'), small: true, cell: (row) => <code>{row.key}</code> },
            ]}
            pager={pager}
            info={services.pageInfo}
            onStale={read.again}
            edit={may('LEAD') ? (row, dialog) => <EditService row={row} {...dialog} /> : undefined}
          />
          {may('LEAD') && !archived && (
            <FormCard
              title={t('settings.addService')}
              words={t('common.add')}
              write={create}
              fields={['name', 'key']}
              onSubmit={submit}
            >
              <div className="grid2">
                <NamedFields form={form} write={create} onChange={setForm} />
              </div>
            </FormCard>
          )}
          {services.nodes.length > 0 && !archived && (
            <FormCard
              title={t('settings.size')}
              hint={t('settings.sizeHint')}
              words={t('common.save')}
              write={record}
              fields={['date', 'instances']}
              onSubmit={async () => {
                const service = size.service || services.nodes[0]?.key || '';
                const input = { service, date: size.date, instances: Number(size.instances) };
                if (await record.run({ input })) say(t('common.saved'));
              }}
            >
              <div className="grid3">
                <Select
                  label={t('common.service')}
                  value={size.service}
                  options={choices(services.nodes)}
                  onChange={(event) => setSize({ ...size, service: event.target.value })}
                />
                <Input
                  label={t('common.date')}
                  type="date"
                  required
                  value={size.date}
                  error={record.errorOf('date')}
                  onChange={(event) => setSize({ ...size, date: event.target.value })}
                />
                <Input
                  label={t('settings.instances')}
                  type="number"
                  min={0}
                  required
                  value={size.instances}
                  error={record.errorOf('instances')}
                  onChange={(event) => setSize({ ...size, instances: event.target.value })}
                />
              </div>
            </FormCard>
          )}
        </>
      )}
    </Ready>
  );
};

const EditService = ({ row, onStale, onClose }: { row: Kept; onStale: () => void; onClose: () => void }) => {
  const { t } = useTranslation();
  const write = useWrite(Update, ['Service'], { quiet: true });
  const [name, setName] = useState(row.name);
  return (
    <EditDialog
      title={t('settings.editTitle', { name: row.name })}
      write={write}
      fields={['name']}
      save={() => write.run({ input: { service: row.key, name, expectedVersion: row.version } })}
      onStale={onStale}
      onClose={onClose}
    >
      <Input
        label={t('common.name')}
        hint={t('settings.keyStays', { key: row.key })}
        required
        value={name}
        error={write.errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
    </EditDialog>
  );
};
