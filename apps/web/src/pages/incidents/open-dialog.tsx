import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { Button } from '../../design/button.js';
import { Note } from '../../design/card.js';
import { Input, Select } from '../../design/field.js';
import { Modal } from '../../design/modal.js';
import { gql } from '../../graphql/client.js';
import type {
  OpenIncidentMutation,
  OpenIncidentMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';

const OpenIncident = gql<OpenIncidentMutation, OpenIncidentMutationVariables>(/* GraphQL */ `
  mutation OpenIncident($input: OpenIncidentInput!) {
    openIncident(input: $input) { incident { id number } userErrors { code message path } }
  }
`);

/** Opens an incident: service, title, severity. */
export const OpenDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { services } = useCatalogue();
  const [form, setForm] = useState({ service: '', title: '', severity: '3' });
  const [key] = useState(() => crypto.randomUUID());
  const open = useWrite(OpenIncident, ['Incident'], { quiet: true });
  const service = form.service || services[0]?.key || '';
  const submit = async () => {
    const done = await open.run({
      input: { service, title: form.title, severity: Number(form.severity), idempotencyKey: key },
    });
    const incident = done?.openIncident.incident;
    if (incident) void navigate(`/incidents/${incident.id}`);
  };
  return (
    <Modal title={t('incidents.open')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Input
          label={t('incidents.title')}
          required
          autoFocus
          value={form.title}
          error={open.errorOf('title')}
          onChange={(event) => setForm({ ...form, title: event.target.value })}
        />
        <div className="grid2">
          <Select
            label={t('common.service')}
            value={service}
            options={choices(services)}
            error={open.errorOf('service')}
            onChange={(event) => setForm({ ...form, service: event.target.value })}
          />
          <Select
            label={t('incidents.severityLabel')}
            value={form.severity}
            options={['1', '2', '3', '4', '5'].map(
              (one) => [one, t('incidents.severity', { n: Number(one) })] as const,
            )}
            onChange={(event) => setForm({ ...form, severity: event.target.value })}
          />
        </div>
        {open.errors[0] && <Note tone="over">{open.errors[0].message}</Note>}
        <div className="end">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={open.busy || !service}>
            {t('incidents.openNow')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
