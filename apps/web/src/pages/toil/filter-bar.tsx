import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Check, Input, Select } from '../../design/field.js';
import { type ToilFilters, weekCounts } from './filters.js';

/** What the report is cut by; every choice changes the address. On a phone one button opens the choices. */
export const FilterBar = ({ filters }: { filters: ToilFilters }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="only-s" aria-expanded={open} onClick={() => setOpen(!open)}>
        {filters.chosen > 0 ? t('toil.filtersSet', { n: filters.chosen }) : t('toil.filters')}
      </Button>
      <div className={`filters acts-keep ${open ? '' : 'hide-s'}`}>
        <Select
          label={t('toil.range')}
          value={String(filters.weeks)}
          options={weekCounts.map((weeks) => [weeks, t('toil.lastWeeks', { weeks: Number(weeks) })] as const)}
          onChange={(event) => filters.set({ weeks: event.target.value })}
        />
        <Select
          label={t('toil.basis')}
          value={filters.basis}
          options={(['CAPACITY', 'LOGGED', 'LOGGED_EX_OVERHEAD'] as const).map(
            (one) => [one, t(`toil.denominator.${one}`)] as const,
          )}
          onChange={(event) =>
            filters.set({ basis: event.target.value === 'CAPACITY' ? null : event.target.value })
          }
        />
        <Select
          label={t('toil.mode')}
          value={filters.mode}
          options={(['ENGAGED', 'HANDS_ON', 'WALL'] as const).map(
            (one) => [one, t(`state.mode.${one}`)] as const,
          )}
          onChange={(event) =>
            filters.set({ mode: event.target.value === 'ENGAGED' ? null : event.target.value })
          }
        />
        <Select
          label={t('toil.band')}
          value={filters.band}
          options={[
            ['', t('toil.allHours')],
            ...(['BUSINESS', 'OFF', 'SLEEP'] as const).map(
              (one) => [one, t(`state.timeBand.${one}`)] as const,
            ),
          ]}
          onChange={(event) => filters.set({ band: event.target.value })}
        />
        <Input
          label={t('toil.asOf')}
          type="date"
          value={filters.asOfDay}
          onChange={(event) => filters.lookBackTo(event.target.value)}
        />
        <Check
          label={t('toil.combined')}
          checked={filters.combined}
          onChange={(event) => filters.set({ combined: event.target.checked ? '1' : null })}
        />
      </div>
    </>
  );
};
