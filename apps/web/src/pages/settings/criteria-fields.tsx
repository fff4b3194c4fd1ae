import { useTranslation } from 'react-i18next';
import { Check, Select } from '../../design/field.js';
import type { ToilCriteriaInput } from '../../graphql/generated/operations.js';

const criteria = [
  'manual',
  'repetitive',
  'automatable',
  'tactical',
  'noEnduringValue',
  'scalesLinearly',
] as const satisfies readonly (keyof ToilCriteriaInput)[];

/** None of the six criteria holds. */
export const noCriteria = Object.fromEntries(criteria.map((one) => [one, false])) as Record<
  (typeof criteria)[number],
  boolean
>;

/** The six criteria of toil to tick. */
export const CriteriaChecks = (props: {
  value: typeof noCriteria;
  onChange: (value: typeof noCriteria) => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className="criteria">
      {criteria.map((one) => (
        <Check
          key={one}
          label={t(`settings.criterion.${one}`)}
          checked={props.value[one]}
          onChange={(event) => props.onChange({ ...props.value, [one]: event.target.checked })}
        />
      ))}
    </div>
  );
};

/** Who decides about the class: the criteria (an empty value), or always the same class. */
export const ClassSelect = (props: { value: string; onChange: (value: string) => void }) => {
  const { t } = useTranslation();
  return (
    <Select
      label={t('settings.forced')}
      value={props.value}
      options={[
        ['', t('settings.byCriteria')],
        ...(['TOIL', 'ENGINEERING', 'OVERHEAD'] as const).map(
          (one) => [one, t(`state.workClass.${one}`)] as const,
        ),
      ]}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
};
