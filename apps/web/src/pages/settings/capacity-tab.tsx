import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { Input, Select } from '../../design/field.js';
import { useToast } from '../../design/toast.js';
import { addDays } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  LockPeriodMutation,
  LockPeriodMutationVariables,
  SetAllocationMutation,
  SetAllocationMutationVariables,
  TimeOffKind,
  TimeOffMutation,
  TimeOffMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import { FormCard } from './form-card.js';
import { HolidaysCard } from './holidays-card.js';

const SetAllocation = gql<SetAllocationMutation, SetAllocationMutationVariables>(/* GraphQL */ `
  mutation SetAllocation($input: SetAllocationInput!) { setAllocation(input: $input) { accepted userErrors { code message path } } }
`);
const TimeOff = gql<TimeOffMutation, TimeOffMutationVariables>(/* GraphQL */ `
  mutation TimeOff($input: RecordTimeOffInput!) { recordTimeOff(input: $input) { accepted userErrors { code message path } } }
`);
const Lock = gql<LockPeriodMutation, LockPeriodMutationVariables>(/* GraphQL */ `
  mutation LockPeriod($input: LockPeriodInput!) { lockPeriod(input: $input) { accepted userErrors { code message path } } }
`);

/** Who belongs to which service with which share, who is away, and which weeks are closed. */
export const CapacityTab = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const { people, services } = useCatalogue();
  const [share, setShare] = useState({ person: '', service: '', sharePercent: '100', from: format.today() });
  const [off, setOff] = useState({ person: '', from: format.today(), to: format.today(), kind: 'PTO' });
  const [week, setWeek] = useState('');
  const allocate = useWrite(SetAllocation, ['Capacity', 'WorkEntry'], { quiet: true });
  const away = useWrite(TimeOff, ['Capacity', 'WorkEntry'], { quiet: true });
  const lock = useWrite(Lock, ['Capacity', 'WorkEntry'], { quiet: true });
  const done = (ok: unknown) => ok && say(t('common.saved'));
  return (
    <>
      <FormCard
        title={t('settings.allocation')}
        hint={t('settings.allocationHint')}
        words={t('common.save')}
        write={allocate}
        disabled={people.length === 0 || services.length === 0}
        onSubmit={() => {
          void allocate
            .run({
              input: {
                ...share,
                person: share.person || people[0]?.key || '',
                service: share.service || services[0]?.key || '',
              },
            })
            .then(done);
        }}
      >
        <div className="grid2">
          <Select
            label={t('common.person')}
            value={share.person}
            options={choices(people)}
            onChange={(event) => setShare({ ...share, person: event.target.value })}
          />
          <Select
            label={t('common.service')}
            value={share.service}
            options={choices(services)}
            onChange={(event) => setShare({ ...share, service: event.target.value })}
          />
          <Input
            label={t('settings.sharePercent')}
            inputMode="decimal"
            required
            value={share.sharePercent}
            onChange={(event) => setShare({ ...share, sharePercent: event.target.value })}
          />
          <Input
            label={t('settings.from')}
            type="date"
            required
            value={share.from}
            onChange={(event) => setShare({ ...share, from: event.target.value })}
          />
        </div>
      </FormCard>
      <FormCard
        title={t('settings.timeOff')}
        hint={t('settings.timeOffHint')}
        words={t('common.save')}
        write={away}
        onSubmit={() => {
          void away
            .run({
              input: {
                kind: off.kind as TimeOffKind,
                from: off.from,
                to: addDays(off.to, 1),
                ...(off.person ? { people: [off.person] } : {}),
              },
            })
            .then(done);
        }}
      >
        <div className="grid2">
          <Select
            label={t('settings.kind')}
            value={off.kind}
            options={(['PTO', 'SICK', 'HOLIDAY'] as const).map(
              (one) => [one, t(`state.timeOff.${one}`)] as const,
            )}
            onChange={(event) => setOff({ ...off, kind: event.target.value })}
          />
          <Select
            label={t('common.person')}
            value={off.person}
            options={choices(people, t('settings.everybody'))}
            onChange={(event) => setOff({ ...off, person: event.target.value })}
          />
          <Input
            label={t('settings.firstDay')}
            type="date"
            required
            value={off.from}
            onChange={(event) => setOff({ ...off, from: event.target.value })}
          />
          <Input
            label={t('settings.lastDay')}
            type="date"
            required
            value={off.to}
            onChange={(event) => setOff({ ...off, to: event.target.value })}
          />
        </div>
      </FormCard>
      <HolidaysCard />
      <FormCard
        title={t('settings.lock')}
        hint={t('settings.lockHint')}
        words={t('settings.lockNow')}
        write={lock}
        disabled={!week}
        onSubmit={() => {
          void lock.run({ input: { weekStarting: week } }).then(done);
        }}
      >
        <Input
          label={t('settings.weekStarting')}
          type="date"
          required
          value={week}
          onChange={(event) => setWeek(event.target.value)}
        />
      </FormCard>
    </>
  );
};
