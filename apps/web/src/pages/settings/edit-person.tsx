import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '../../app/catalogue.js';
import { Input, Select } from '../../design/field.js';
import { zonesFrom } from '../../format/zones.js';
import { gql } from '../../graphql/client.js';
import type {
  PeopleQuery,
  UpdatePersonMutation,
  UpdatePersonMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import { EditDialog } from './edit-dialog.js';

const Update = gql<UpdatePersonMutation, UpdatePersonMutationVariables>(/* GraphQL */ `
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person { id name zone weeklyHours version lead { id key name } }
      userErrors { code message path }
    }
  }
`);
type Row = PeopleQuery['people']['nodes'][number];

/** Name, zone, contracted hours and lead of somebody; a new zone holds from now on. */
export const EditPerson = (props: {
  row: Row;
  leads: readonly Row[];
  onStale: () => void;
  onClose: () => void;
}) => {
  const { row } = props;
  const { t } = useTranslation();
  const write = useWrite(Update, ['Person', 'Capacity', 'ToilReport', 'Viewer'], { quiet: true });
  const [form, setForm] = useState({
    name: row.name,
    zone: row.zone,
    weeklyHours: row.weeklyHours,
    lead: row.lead?.key ?? '',
  });
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  const save = () => {
    const { zone, lead, ...rest } = form;
    return write.run({
      input: {
        ...rest,
        person: row.key,
        expectedVersion: row.version,
        ...(zone === row.zone ? {} : { zone }),
        ...(lead ? { lead } : {}),
      },
    });
  };
  const others = props.leads.filter((one) => one.id !== row.id);
  return (
    <EditDialog
      title={t('settings.editTitle', { name: row.name })}
      write={write}
      fields={['name', 'zone', 'weeklyHours', 'lead']}
      save={save}
      onStale={props.onStale}
      onClose={props.onClose}
    >
      <Input
        label={t('common.name')}
        hint={t('settings.keyStays', { key: row.key })}
        required
        value={form.name}
        error={write.errorOf('name')}
        onChange={set('name')}
      />
      <div className="grid2">
        <Input
          label={t('settings.zoneShort')}
          hint={t('settings.zoneFromNow')}
          list="zones"
          required
          value={form.zone}
          error={write.errorOf('zone')}
          onChange={set('zone')}
        />
        <Input
          label={t('settings.weeklyHours')}
          inputMode="decimal"
          required
          value={form.weeklyHours}
          error={write.errorOf('weeklyHours')}
          onChange={set('weeklyHours')}
        />
      </div>
      <datalist id="zones">
        {zonesFrom(row.zone).map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Select
        label={t('settings.lead')}
        value={form.lead}
        error={write.errorOf('lead')}
        options={choices(others, row.lead ? undefined : t('common.none'))}
        onChange={set('lead')}
      />
    </EditDialog>
  );
};
