import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Segmented } from '../../design/button.js';
import { Modal } from '../../design/modal.js';
import { gql } from '../../graphql/client.js';
import type {
  CheckDatasetMutation,
  CheckDatasetMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import { FolderForm } from './folder-form.js';
import { ZipForm } from './zip-form.js';

/** Starts the checks of a dataset. */
export const CheckDataset = gql<CheckDatasetMutation, CheckDatasetMutationVariables>(/* GraphQL */ `
  mutation CheckDataset($key: String!) {
    validateDataset(key: $key) { dataset { id key } userErrors { code message path } }
  }
`);

/** A new dataset, from a zip or from a folder of the server; its checks start at once. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [from, setFrom] = useState<'ZIP' | 'FOLDER'>('ZIP');
  const check = useWrite(CheckDataset, ['Dataset']);
  const onDone = async (key: string) => {
    await check.run({ key });
    void navigate(`/datasets/${key}`);
  };
  const Form = from === 'ZIP' ? ZipForm : FolderForm;
  return (
    <Modal title={t('datasets.import')} onClose={onClose}>
      <div className="form">
        <Segmented
          label={t('datasets.from')}
          value={from}
          options={[
            ['ZIP', t('datasets.fromZip')],
            ['FOLDER', t('datasets.fromFolder')],
          ]}
          onChange={setFrom}
        />
        <Form busy={check.busy} onDone={onDone} onClose={onClose} />
      </div>
    </Modal>
  );
};
