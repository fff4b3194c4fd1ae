import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Note } from '../../design/card.js';
import { Check, Input, Select } from '../../design/field.js';
import { gql } from '../../graphql/client.js';
import type {
  ImportDatasetInput,
  ImportDatasetMutation,
  ImportDatasetMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';

const Import = gql<ImportDatasetMutation, ImportDatasetMutationVariables>(/* GraphQL */ `
  mutation ImportDataset($input: ImportDatasetInput!) {
    importDataset(input: $input) { dataset { id key } userErrors { code message path } }
  }
`);

/** A dataset from manifests under an import root of the server. */
export const FolderForm = (props: {
  busy: boolean;
  onDone: (dataset: string) => Promise<void>;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [form, setForm] = useState({
    key: '',
    root: '',
    trainingManifest: 'training.csv',
    validationManifest: 'validation.csv',
    sizePolicy: 'RESIZE',
  });
  const [expandGrey, setExpandGrey] = useState(true);
  const [quarantine, setQuarantine] = useState(false);
  const importing = useWrite(Import, ['Dataset'], { quiet: true });
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  const submit = async () => {
    const input: ImportDatasetInput = {
      ...form,
      sizePolicy: form.sizePolicy as ImportDatasetInput['sizePolicy'],
      expandGrey,
      quarantine,
    };
    const done = await importing.run({ input });
    if (done) await props.onDone(form.key);
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Input
        label={t('common.key')}
        hint={t('common.keyHint')}
        required
        value={form.key}
        error={importing.errorOf('key')}
        onChange={set('key')}
      />
      <Input
        label={t('datasets.root')}
        hint={t('datasets.rootHint')}
        required
        className="mono"
        value={form.root}
        error={importing.errorOf('root')}
        onChange={set('root')}
      />
      <div className="grid2">
        <Input
          label={t('datasets.trainingManifest')}
          required
          className="mono"
          value={form.trainingManifest}
          error={importing.errorOf('trainingManifest')}
          onChange={set('trainingManifest')}
        />
        <Input
          label={t('datasets.validationManifest')}
          required
          className="mono"
          value={form.validationManifest}
          error={importing.errorOf('validationManifest')}
          onChange={set('validationManifest')}
        />
      </div>
      <Select
        label={t('datasets.sizePolicy')}
        value={form.sizePolicy}
        options={(['RESIZE', 'CENTER_CROP', 'STRICT'] as const).map(
          (one) => [one, t(`state.sizePolicy.${one}`)] as const,
        )}
        onChange={set('sizePolicy')}
      />
      <Check
        label={t('datasets.expandGrey')}
        checked={expandGrey}
        onChange={(event) => setExpandGrey(event.target.checked)}
      />
      <Check
        label={t('datasets.quarantine')}
        hint={t('datasets.quarantineHint')}
        checked={quarantine}
        onChange={(event) => setQuarantine(event.target.checked)}
      />
      {importing.errors[0] &&
        !['key', 'root', 'trainingManifest', 'validationManifest'].includes(
          importing.errors[0].path.at(-1) ?? '',
        ) && <Note tone="over">{importing.errors[0].message}</Note>}
      <div className="end">
        <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" disabled={importing.busy || props.busy}>
          {t('datasets.importNow')}
        </Button>
      </div>
    </form>
  );
};
