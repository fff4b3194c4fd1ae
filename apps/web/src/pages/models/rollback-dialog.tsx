import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Note } from '../../design/card.js';
import { Input } from '../../design/field.js';
import { Modal } from '../../design/modal.js';
import { gql } from '../../graphql/client.js';
import type {
  PromoteMutation,
  PromoteMutationVariables,
  RollbackMutation,
  RollbackMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';

const Rollback = gql<RollbackMutation, RollbackMutationVariables>(/* GraphQL */ `
  mutation Rollback($pipeline: String!, $reason: String!) {
    rollbackModel(pipeline: $pipeline, reason: $reason) { modelVersion { id number deployment } userErrors { code message path } }
  }
`);
const Promote = gql<PromoteMutation, PromoteMutationVariables>(/* GraphQL */ `
  mutation Promote($id: ID!, $forceReason: String) {
    promoteModel(id: $id, forceReason: $forceReason) { modelVersion { id number deployment } userErrors { code message path } }
  }
`);
const types = ['ModelVersion', 'Pipeline', 'PipelineRun'];

/** Goes back to the version before; the reason stays in the audit log. */
export const RollbackDialog = ({ pipeline, onClose }: { pipeline: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const rollback = useWrite(Rollback, types, { quiet: true });
  return (
    <Modal title={t('models.rollback')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void rollback.run({ pipeline, reason }).then((done) => done && onClose());
        }}
      >
        <p className="t2">{t('models.rollbackText')}</p>
        <Input
          label={t('common.reason')}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {rollback.errors[0] && <Note tone="over">{rollback.errors[0].message}</Note>}
        <div className="end">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="danger" disabled={rollback.busy}>
            {t('models.rollback')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};

/** Deploys a version; one that the gate refused needs an admin and a reason. */
export const PromoteDialog = (props: {
  id: string;
  number: number;
  passed: boolean;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const promote = useWrite(Promote, types, { quiet: true });
  return (
    <Modal title={t('models.promoteTitle', { n: props.number })} onClose={props.onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void promote
            .run({ id: props.id, forceReason: props.passed ? null : reason })
            .then((done) => done && props.onClose());
        }}
      >
        {props.passed ? (
          <p className="t2">{t('models.promoteText')}</p>
        ) : (
          <>
            <Note tone="watch">{t('models.forceText')}</Note>
            <Input
              label={t('models.forceReason')}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
        {promote.errors[0] && <Note tone="over">{promote.errors[0].message}</Note>}
        <div className="end">
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={promote.busy}>
            {t('models.promote')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
