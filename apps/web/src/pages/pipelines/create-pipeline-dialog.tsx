import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { Note } from '../../design/card.js';
import { Check, Input, Select } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { gql } from '../../graphql/client.js';
import type {
  CreatePipelineMutation,
  CreatePipelineMutationVariables,
  DatasetKeysQuery,
  DatasetKeysQueryVariables,
  TrainingInput,
} from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';

const DatasetKeys = gql<DatasetKeysQuery, DatasetKeysQueryVariables>(/* GraphQL */ `
  query DatasetKeys { datasets(first: 100) { nodes { id key } } }
`);
const Create = gql<CreatePipelineMutation, CreatePipelineMutationVariables>(/* GraphQL */ `
  mutation CreatePipeline($input: CreatePipelineInput!) {
    createPipeline(input: $input) { pipeline { id key } userErrors { code message path } }
  }
`);

/** A pipeline: whose it is, what it learns from, how it trains, when it starts by itself. */
export const CreatePipelineDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { services, loaded } = useCatalogue();
  const datasets = useRead(DatasetKeys, {}, { types: ['Dataset'] }).data?.datasets.nodes;
  const [form, setForm] = useState({
    key: '',
    service: '',
    dataset: '',
    architecture: 'SEED_3X3',
    batchSize: '100',
    steps: '1000',
    learningRate: '0.0001',
    minNew: '25',
    floorPercent: '60',
  });
  const [automatic, setAutomatic] = useState(true);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const create = useWrite(Create, ['Pipeline'], { quiet: true });
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  const service = form.service || services[0]?.key || '';
  const dataset = form.dataset || datasets?.[0]?.key || '';
  const submit = async () => {
    const done = await create.run({
      input: {
        key: form.key,
        service,
        dataset,
        training: {
          architecture: form.architecture as TrainingInput['architecture'],
          batchSize: Number(form.batchSize),
          steps: Number(form.steps),
          learningRate: Number(form.learningRate),
        },
        trigger: { automatic, minNew: Number(form.minNew) },
        gate: { floorPercent: form.floorPercent },
        idempotencyKey,
      },
    });
    if (done) void navigate(`/pipelines/${form.key}`);
  };
  const whole = { inputMode: 'numeric' as const, pattern: '[0-9]+' };
  return (
    <FormDialog
      title={t('pipelines.create')}
      words={t('pipelines.createNow')}
      busy={create.busy}
      disabled={!service || !dataset}
      problem={create.errors[0]?.message}
      onSubmit={submit}
      onClose={onClose}
    >
      <Input
        label={t('common.key')}
        hint={t('common.keyHint')}
        required
        value={form.key}
        error={create.errorOf('key')}
        onChange={set('key')}
      />
      {loaded && services.length === 0 && (
        <Note tone="next">
          {t('pipelines.needsService')}
          <Link className="link" to="/settings/services">
            {t('toil.emptyGo')}
          </Link>
        </Note>
      )}
      {datasets?.length === 0 && (
        <Note tone="next">
          {t('pipelines.needsDataset')}
          <Link className="link" to="/datasets?new=1">
            {t('datasets.import')}
          </Link>
        </Note>
      )}
      <div className="grid2">
        <Select
          label={t('common.service')}
          value={service}
          options={choices(services)}
          error={create.errorOf('service')}
          onChange={set('service')}
        />
        <Select
          label={t('common.dataset')}
          value={dataset}
          options={(datasets ?? []).map((one) => [one.key, one.key] as const)}
          error={create.errorOf('dataset')}
          onChange={set('dataset')}
        />
        <Select
          label={t('pipelines.architecture')}
          value={form.architecture}
          options={(['SEED_3X3', 'SEED_5X5'] as const).map(
            (one) => [one, t(`state.architecture.${one}`)] as const,
          )}
          onChange={set('architecture')}
        />
        <Input
          label={t('pipelines.batchSize')}
          {...whole}
          value={form.batchSize}
          error={create.errorOf('batchSize')}
          onChange={set('batchSize')}
        />
        <Input
          label={t('pipelines.steps')}
          {...whole}
          value={form.steps}
          error={create.errorOf('steps')}
          onChange={set('steps')}
        />
        <Input
          label={t('pipelines.learningRate')}
          inputMode="decimal"
          value={form.learningRate}
          error={create.errorOf('learningRate')}
          onChange={set('learningRate')}
        />
        <Input
          label={t('pipelines.floorPercent')}
          hint={t('pipelines.floorHint')}
          inputMode="decimal"
          value={form.floorPercent}
          error={create.errorOf('floorPercent')}
          onChange={set('floorPercent')}
        />
        <Input
          label={t('pipelines.minNew')}
          {...whole}
          value={form.minNew}
          error={create.errorOf('minNew')}
          onChange={set('minNew')}
        />
      </div>
      <Check
        label={t('pipelines.automatic')}
        checked={automatic}
        onChange={(event) => setAutomatic(event.target.checked)}
      />
    </FormDialog>
  );
};
