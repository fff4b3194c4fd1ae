import { useTranslation } from 'react-i18next';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import { useSentence } from '../../server-words/use-sentence.js';
import './models.css';

interface Layer {
  name: string;
  outputShape: (number | null)[];
  kernelShape: (number | null)[] | null;
  parameters: number;
  macs: number;
  meaning: string;
}

/** Layers with shapes, weights and work, and what a shape such as [3, 3, 16, 32] means in words. */
export const LayerTable = ({
  layers,
  sums,
}: {
  layers: Layer[];
  sums?: { parameters: number; macs: number };
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSentence();
  const shape = (values: (number | null)[] | null) =>
    values === null ? '–' : `[${values.map((value) => value ?? '?').join(', ')}]`;
  const total = sums ?? {
    parameters: layers.reduce((sum, layer) => sum + layer.parameters, 0),
    macs: layers.reduce((sum, layer) => sum + layer.macs, 0),
  };
  return (
    <div className="layers">
      <Table
        label={t('models.layers')}
        rows={layers}
        rowKey={(row) => row.name}
        columns={[
          {
            key: 'name',
            head: t('models.layer'),
            cell: (row) => (
              <>
                {row.name}
                <div className="f12 t2 nameless">{say(row.meaning)}</div>
              </>
            ),
          },
          {
            key: 'kernel',
            head: t('models.kernel'),
            cell: (row) => <code className="nowrap">{shape(row.kernelShape)}</code>,
          },
          {
            key: 'output',
            head: t('models.output'),
            small: true,
            cell: (row) => <code className="nowrap">{shape(row.outputShape)}</code>,
          },
          {
            key: 'parameters',
            head: t('models.weights'),
            right: true,
            small: true,
            cell: (row) => format.number(row.parameters),
          },
          { key: 'macs', head: t('models.macs'), right: true, cell: (row) => format.number(row.macs) },
        ]}
        foot={
          <tr>
            <td>{t('toil.sum')}</td>
            <td className="hide-s" />
            <td />
            <td className="r">{format.number(total.parameters)}</td>
            <td className="r hide-s">{format.number(total.macs)}</td>
          </tr>
        }
      />
    </div>
  );
};
