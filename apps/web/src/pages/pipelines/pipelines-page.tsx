import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { useNewDialog } from '../../app/dialog-param.js';
import { Button, LinkButton } from '../../design/button.js';
import { Card, Empty, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Table } from '../../design/table.js';
import { Time } from '../../format/time.js';
import { gql } from '../../graphql/client.js';
import type { PipelinesQuery, PipelinesQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { CreatePipelineDialog } from './create-pipeline-dialog.js';
import { usePipelineColumns } from './pipeline-columns.js';

const Pipelines = gql<PipelinesQuery, PipelinesQueryVariables>(/* GraphQL */ `
  query Pipelines {
    pipelines(first: 50) {
      nodes {
        id key state canaryPercent service { id name }
        runs(first: 1) { nodes { id status createdAt progressPercent } }
        retrain { due }
        live { id number } candidate { id number deployment }
      }
    }
  }
`);

/** Every pipeline with its last run and what it serves. */
export const PipelinesPage = () => {
  const { t } = useTranslation();
  const [creating, setCreating] = useNewDialog();
  const columns = usePipelineColumns('/pipelines');
  useCrumbs([t('shell.nav.pipelines')]);
  const read = useRead(Pipelines, {}, { types: ['Pipeline', 'PipelineRun'], everySeconds: 8 });
  return (
    <>
      <PageHead
        title={t('shell.nav.pipelines')}
        scope={t('pipelines.scope')}
        actions={
          <>
            <LinkButton to="/pipelines/doctor">{t('doctor.title')}</LinkButton>
            <Button look="primary" onClick={() => setCreating(true)}>
              {t('pipelines.create')}
            </Button>
          </>
        }
      />
      <Ready read={read} bones={[280]}>
        {({ pipelines }) => (
          <Card flush>
            {pipelines.nodes.length === 0 ? (
              <Empty action={<Button onClick={() => setCreating(true)}>{t('pipelines.create')}</Button>}>
                {t('pipelines.empty')}
              </Empty>
            ) : (
              <Table
                label={t('shell.nav.pipelines')}
                rows={pipelines.nodes}
                rowKey={(row) => row.id}
                columns={[
                  columns.name,
                  columns.service,
                  {
                    key: 'state',
                    head: t('common.status'),
                    cell: (row) => <StateChip kind="pipeline" value={row.state} />,
                  },
                  {
                    key: 'run',
                    head: t('pipelines.lastRun'),
                    small: true,
                    cell: (row) => {
                      const run = row.runs.nodes[0];
                      return run ? (
                        <Link className="row" to={`/pipelines/${row.key}/runs/${run.id}`}>
                          <StateChip kind="run" value={run.status} />
                          <span className="t2 hide-s">
                            <Time at={run.createdAt} />
                          </span>
                        </Link>
                      ) : (
                        <span className="t3">–</span>
                      );
                    },
                  },
                  columns.live,
                  columns.candidate,
                  {
                    key: 'due',
                    head: t('pipelines.retrain'),
                    cell: (row) => t(row.retrain.due ? 'pipelines.due' : 'pipelines.notYet'),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </Ready>
      {creating && <CreatePipelineDialog onClose={() => setCreating(false)} />}
    </>
  );
};
