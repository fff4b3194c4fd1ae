import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me.js';
import { currentTheme, setTheme, type Theme } from '../../app/theme.js';
import { Segmented } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Input, Select } from '../../design/field.js';
import { useToast } from '../../design/toast.js';
import { zonesFrom } from '../../format/zones.js';
import { gql } from '../../graphql/client.js';
import type {
  OrganizationSettingsQuery,
  OrganizationSettingsQueryVariables,
  UpdateOrganizationInput,
  UpdateOrganizationMutation,
  UpdateOrganizationMutationVariables,
} from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { changeLanguage, type Language } from '../../i18n/index.js';
import { FormCard } from './form-card.js';

const Settings = gql<OrganizationSettingsQuery, OrganizationSettingsQueryVariables>(/* GraphQL */ `
  query OrganizationSettings { organization { settings } }
`);
const Update = gql<UpdateOrganizationMutation, UpdateOrganizationMutationVariables>(/* GraphQL */ `
  mutation UpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      organization { name reportingZone weekStart toilBudgetPercent locale }
      userErrors { code message path }
    }
  }
`);

/** Name, zone, week and budget of the organisation; theme and language of this browser. */
export const OrganizationTab = () => {
  const { t, i18n } = useTranslation();
  const { organization, may } = useMe();
  const say = useToast();
  const [form, setForm] = useState({ ...organization });
  const [theme, choose] = useState<Theme>(currentTheme());
  const read = useRead(Settings, {}, { types: ['Organization'] });
  const stored = (read.data?.organization.settings as { attribution?: string } | undefined)?.attribution;
  const [chosen, setChosen] = useState<string | null>(null);
  const attribution = chosen ?? stored ?? 'EQUAL_SPLIT';
  const update = useWrite(Update, ['Organization', 'ToilReport'], { quiet: true });
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  const submit = async () => {
    const { name, reportingZone, weekStart, toilBudgetPercent, locale } = form;
    const input = {
      name,
      reportingZone,
      weekStart: weekStart as UpdateOrganizationInput['weekStart'],
      toilBudgetPercent,
      locale,
      ...(chosen ? { settings: { attribution: chosen } } : {}),
    };
    if (await update.run({ input })) say(t('common.saved'));
  };
  return (
    <>
      <FormCard
        title={t('settings.tab.organization')}
        words={t('common.save')}
        look="primary"
        write={update}
        fields={['name', 'reportingZone', 'toilBudgetPercent']}
        readOnly={!may('ADMIN')}
        onSubmit={submit}
      >
        {' '}
        <div className="grid2">
          <Input
            label={t('common.name')}
            required
            value={form.name}
            error={update.errorOf('name')}
            onChange={set('name')}
          />
          <Select
            label={t('settings.zone')}
            hint={t('settings.zoneHint')}
            value={form.reportingZone}
            error={update.errorOf('reportingZone')}
            options={zonesFrom(form.reportingZone).map((zone) => [zone, zone] as const)}
            onChange={set('reportingZone')}
          />
          <Select
            label={t('settings.weekStart')}
            value={form.weekStart}
            options={(['MONDAY', 'SUNDAY'] as const).map((day) => [day, t(`state.weekDay.${day}`)] as const)}
            onChange={set('weekStart')}
          />
          <Input
            label={t('settings.budget')}
            hint={t('settings.budgetHint')}
            inputMode="decimal"
            value={form.toilBudgetPercent}
            error={update.errorOf('toilBudgetPercent')}
            onChange={set('toilBudgetPercent')}
          />
          <Select
            label={t('settings.attribution')}
            hint={t(`settings.attributionHint.${attribution}`)}
            value={attribution}
            options={(['EQUAL_SPLIT', 'SEVERITY_WINS', 'FULL'] as const).map(
              (one) => [one, t(`settings.attributionOf.${one}`)] as const,
            )}
            onChange={(event) => setChosen(event.target.value)}
          />
        </div>
      </FormCard>
      <Card title={t('settings.thisBrowser')}>
        <div className="row">
          <Segmented
            label={t('settings.theme')}
            value={theme}
            options={(['system', 'light', 'dark'] as const).map(
              (one) => [one, t(`shell.theme.${one}`)] as const,
            )}
            onChange={(one) => {
              setTheme(one);
              choose(one);
            }}
          />
          <Segmented
            label={t('shell.setup.language')}
            value={i18n.language as Language}
            options={[
              ['en', 'English'],
              ['ko', '한국어'],
            ]}
            onChange={(one) => void changeLanguage(one)}
          />
        </div>
      </Card>
    </>
  );
};
