import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCrumbs } from '../../app/crumbs.js';
import { Button } from '../../design/button.js';
import { Card, Empty, Note, PageHead } from '../../design/card.js';
import { Chip } from '../../design/chip.js';
import { Input, Select, TextArea } from '../../design/field.js';
import { Shape } from '../../design/icon.js';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  DiagnoseQuery,
  DiagnoseQueryVariables,
  DiagnoseQueueInput,
  DoctorDatasetsQuery,
  DoctorDatasetsQueryVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { FindingList } from '../datasets/finding-list.js';
import './doctor.css';
import { useSentence } from '../../server-words/use-sentence.js';

const DoctorDatasets = gql<DoctorDatasetsQuery, DoctorDatasetsQueryVariables>(/* GraphQL */ `
  query DoctorDatasets { datasets(first: 100) { nodes { id key } } }
`);
const Diagnose = gql<DiagnoseQuery, DiagnoseQueryVariables>(/* GraphQL */ `
  query Diagnose($input: DiagnoseQueueInput!) {
    diagnoseQueue(input: $input) {
      verdict queue explanation confidence estimatedBadRows shortfall
      findings {
        code severity split count firstRow message remedy rows
        pairs { distance a { path row label split pixelSha url } b { path row label split pixelSha url } }
        pictures { path row label split pixelSha url }
      }
    }
  }
`);

const whole = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : null);

/** Paste what TensorFlow printed; the doctor reads every row again and names the cause. */
export const DoctorPage = () => {
  const { t } = useTranslation();
  useCrumbs([t('shell.nav.pipelines'), '/pipelines'], [t('doctor.title')]);
  const [form, setForm] = useState({
    errorText: '',
    dataset: '',
    rows: '',
    batchSize: '',
    epochs: '',
    served: '',
  });
  const [asked, setAsked] = useState<DiagnoseQueueInput | null>(null);
  const datasets = useRead(DoctorDatasets, {}, { types: ['Dataset'] }).data?.datasets.nodes ?? [];
  const read = useRead(Diagnose, { input: asked ?? {} }, { pause: asked === null });
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  const diagnose = () => {
    const usableRows = whole(form.rows);
    const batchSize = whole(form.batchSize);
    const epochs = whole(form.epochs);
    const batchesServed = whole(form.served);
    setAsked({
      ...(form.errorText.trim() ? { errorText: form.errorText } : {}),
      ...(form.dataset ? { dataset: form.dataset } : {}),
      ...(usableRows !== null && batchSize !== null
        ? { plan: { usableRows, batchSize, ...(epochs === null ? {} : { epochs }) } }
        : {}),
      ...(batchesServed !== null ? { batchesServed } : {}),
    });
  };
  const figure = { inputMode: 'numeric' as const, pattern: '[0-9]*' };
  return (
    <>
      <PageHead title={t('doctor.title')} scope={t('doctor.scope')} />
      <div className="doctor">
        <div className="stack">
          <Card title={t('doctor.errorText')}>
            <form
              className="form"
              onSubmit={(event) => {
                event.preventDefault();
                diagnose();
              }}
            >
              <TextArea
                label={t('doctor.paste')}
                className="mono"
                rows={4}
                spellCheck={false}
                placeholder="OutOfRangeError: FIFOQueue '_3_batch/fifo_queue' is closed and has insufficient elements (requested 100, current size 0)"
                value={form.errorText}
                onChange={set('errorText')}
              />
              <div className="plan">
                <Select
                  label={t('common.dataset')}
                  value={form.dataset}
                  options={[
                    ['', t('doctor.noDataset')],
                    ...datasets.map((one) => [one.key, one.key] as const),
                  ]}
                  onChange={set('dataset')}
                />
                <Input label={t('doctor.rows')} {...figure} value={form.rows} onChange={set('rows')} />
                <Input
                  label={t('doctor.batch')}
                  {...figure}
                  value={form.batchSize}
                  onChange={set('batchSize')}
                />
                <Input
                  label={t('doctor.epochs')}
                  {...figure}
                  placeholder={t('doctor.forEver')}
                  value={form.epochs}
                  onChange={set('epochs')}
                />
                <Input label={t('doctor.served')} {...figure} value={form.served} onChange={set('served')} />
              </div>
              <div className="end">
                <Button type="submit" look="primary" disabled={read.fetching}>
                  {t(read.fetching ? 'doctor.reading' : asked ? 'doctor.again' : 'doctor.diagnose')}
                </Button>
              </div>
            </form>
          </Card>
          {asked && (
            <Ready read={read} bones={[220]}>
              {(data) => <Diagnosis diagnosis={data.diagnoseQueue} input={asked} />}
            </Ready>
          )}
        </div>
        <Card title={t('datasets.findings')} hint={asked?.dataset ?? undefined} flush>
          {asked?.dataset && read.data && read.data.diagnoseQueue.findings.length > 0 ? (
            <FindingList findings={read.data.diagnoseQueue.findings} />
          ) : (
            <Empty>{t(asked?.dataset && read.data ? 'doctor.noFindings' : 'doctor.findingsHint')}</Empty>
          )}
        </Card>
      </div>
    </>
  );
};

const tones = {
  NORMAL_END: 'ok',
  PRODUCER_DIED: 'over',
  BATCH_GT_DATA: 'over',
  RUNNERS_NOT_STARTED: 'over',
  EPOCHS_UNINITIALISED: 'over',
  UNKNOWN: 'watch',
} as const;

const Diagnosis = ({
  diagnosis,
  input,
}: {
  diagnosis: DiagnoseQuery['diagnoseQueue'];
  input: DiagnoseQueueInput;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSentence();
  const forEver = input.plan && input.plan.epochs === undefined;
  // "unknown, 0 rows" is no cause
  const causes = diagnosis.findings.filter((finding) => finding.code !== 'UNKNOWN');
  return (
    <Card>
      <div aria-live="polite">
        <div className="row">
          <Chip tone={tones[diagnosis.verdict]}>{t(`doctor.verdict.${diagnosis.verdict}`)}</Chip>
          <Chip
            tone={
              diagnosis.confidence === 'EXACT' ? 'ok' : diagnosis.confidence === 'LIKELY' ? 'watch' : 'idle'
            }
            tick={diagnosis.confidence === 'EXACT'}
          >
            {t(`doctor.confidence.${diagnosis.confidence}`)}
          </Chip>
          {causes[0] && <code className="push t3 hide-s">{causes[0].code}</code>}
        </div>
        <h2 className="verdict gap">
          {diagnosis.verdict === 'UNKNOWN' && diagnosis.queue
            ? t('doctor.headline.UNDECIDED')
            : t(`doctor.headline.${diagnosis.verdict}`)}
        </h2>
        <p className="t2">{say(diagnosis.explanation)}</p>
      </div>
      <ul className="ev">
        {diagnosis.queue && (
          <li>
            <Mark tone="ok" />
            <span className="b">{t('doctor.message')}</span>
            <span className="t2">
              {t('doctor.queueIs')} <code>{diagnosis.queue}</code>
            </span>
          </li>
        )}
        {input.plan && (
          <li>
            <Mark tone={forEver ? 'ok' : 'watch'} />
            <span className="b">{t('doctor.plan')}</span>
            <span className="t2">
              {t('doctor.planText', {
                rows: format.number(input.plan.usableRows),
                batch: format.number(input.plan.batchSize),
                epochs: input.plan.epochs ?? 0,
                ever: forEver ? 'yes' : 'no',
              })}{' '}
              {forEver && <b className="b t1">{t('doctor.notTooLittle')}</b>}
            </span>
          </li>
        )}
        {diagnosis.shortfall !== null && diagnosis.shortfall > 0 && (
          <li>
            <Mark tone="over" />
            <span className="b">{t('doctor.shortfall')}</span>
            <span className="t2">{t('doctor.shortfallText', { n: diagnosis.shortfall })}</span>
          </li>
        )}
        {diagnosis.estimatedBadRows !== null && (
          <li>
            <Mark tone="over" />
            <span className="b">{t('doctor.badRows')}</span>
            <span className="t2">{t('doctor.badRowsText', { n: diagnosis.estimatedBadRows })}</span>
          </li>
        )}
      </ul>
      {causes.length > 0 && (
        <div className="codes">
          <Table
            label={t('doctor.causes')}
            rows={causes}
            rowKey={(row) => `${row.code}${row.split}`}
            columns={[
              {
                key: 'cause',
                head: t('doctor.causes'),
                cell: (row) => (
                  <>
                    {t(`datasets.code.${row.code}`, { defaultValue: say(row.message) })}{' '}
                    <code className="t3 hide-s">{row.code}</code>
                  </>
                ),
              },
              {
                key: 'rows',
                head: t('doctor.rows'),
                right: true,
                small: true,
                cell: (row) => <b className="b">{format.number(row.count)}</b>,
              },
              {
                key: 'first',
                head: t('doctor.first'),
                right: true,
                small: true,
                cell: (row) => (row.firstRow === null ? '–' : t('doctor.row', { n: row.firstRow })),
              },
            ]}
          />
        </div>
      )}
      {diagnosis.findings
        .filter((finding) => finding.remedy)
        .slice(0, 3)
        .map((finding) => (
          <div className="gap" key={`${finding.code}${finding.split}`}>
            <Note tone="next">
              <p className="sentence">{say(finding.remedy ?? '')}</p>
            </Note>
          </div>
        ))}
    </Card>
  );
};

const Mark = ({ tone }: { tone: 'ok' | 'watch' | 'over' }) => (
  <span className={`i ${tone}`}>
    <Shape tone={tone} tick={tone === 'ok'} />
  </span>
);
