import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { useMe } from '../../app/me.js';
import { Button } from '../../design/button.js';
import { Facts, Note } from '../../design/card.js';
import { Input, Select } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { useToast } from '../../design/toast.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  HolidayCalendarsQuery,
  HolidayCalendarsQueryVariables,
  ImportHolidaysInput,
  ImportHolidaysMutation,
  ImportHolidaysMutationVariables,
  RemoveHolidaysMutation,
  RemoveHolidaysMutationVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { Said } from '../../server-words/said.js';
import { FormCard, problemOf } from './form-card.js';
import { ListCard } from './list-card.js';

const Calendars = gql<HolidayCalendarsQuery, HolidayCalendarsQueryVariables>(/* GraphQL */ `
  query HolidayCalendars {
    holidayCalendars { calendar days from to people }
    people(first: 100) { nodes { id zone } }
  }
`);
const Import = gql<ImportHolidaysMutation, ImportHolidaysMutationVariables>(/* GraphQL */ `
  mutation ImportHolidays($input: ImportHolidaysInput!) {
    importHolidays(input: $input) { days { name from to line known } faults { line message } added userErrors { code message path } }
  }
`);
const Remove = gql<RemoveHolidaysMutation, RemoveHolidaysMutationVariables>(/* GraphQL */ `
  mutation RemoveHolidays($input: RemoveHolidaysInput!) { removeHolidays(input: $input) { removed userErrors { code message path } } }
`);
const STALE = ['TimeOff', 'HolidayCalendar', 'Capacity', 'ToilReport'];
const [ZONE, PERSON] = ['zone:', 'person:'];
type Found = ImportHolidaysMutation['importHolidays'];

/** Public holidays out of calendar files: look at a file first, then take it in; take a calendar back from a day on. */
export const HolidaysCard = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const { may } = useMe();
  const { people } = useCatalogue();
  const read = useRead(Calendars, {}, { types: STALE });
  const look = useWrite(Import, [], { quiet: true });
  const take = useWrite(Import, STALE, { quiet: true });
  const [form, setForm] = useState({ calendar: '', whom: '' });
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [removing, setRemoving] = useState<string | null>(null);
  const zones = [...new Set(read.data?.people.nodes.map((one) => one.zone) ?? [])].sort();
  const input = (dryRun: boolean): ImportHolidaysInput => ({
    calendar: form.calendar,
    text,
    dryRun,
    ...(form.whom.startsWith(ZONE) ? { zones: [form.whom.slice(ZONE.length)] } : {}),
    ...(form.whom.startsWith(PERSON) ? { people: [form.whom.slice(PERSON.length)] } : {}),
  });
  const change = (change: Partial<typeof form>) => {
    setForm({ ...form, ...change });
    setFound(null);
  };
  const open = async (file: File | undefined) => {
    setFound(null);
    setText((await file?.text()) ?? '');
    if (file && !form.calendar) setForm({ ...form, calendar: file.name.replace(/\.ics$/i, '') });
  };
  const submit = async () => {
    if (!found) return setFound((await look.run({ input: input(true) }))?.importHolidays ?? null);
    const done = await take.run({ input: input(false) });
    if (!done) return;
    say(t('settings.holiday.added', { count: done.importHolidays.added }));
    setFound(null);
    setForm({ calendar: '', whom: '' });
  };
  const fresh = found?.days.filter((day) => !day.known).length ?? 0;
  return (
    <Ready read={read} bones={[160]}>
      {({ holidayCalendars }) => (
        <>
          {holidayCalendars.length > 0 && (
            <ListCard
              title={t('settings.tab.holidays')}
              empty=""
              rows={holidayCalendars.map((row) => ({ ...row, id: row.calendar }))}
              columns={[
                { key: 'name', head: t('settings.holiday.calendar'), cell: (row) => row.calendar },
                {
                  key: 'whom',
                  head: t('settings.holiday.whom'),
                  cell: (row) =>
                    row.people === null
                      ? t('settings.everybody')
                      : t('settings.holiday.people', { count: row.people }),
                },
                {
                  key: 'range',
                  head: t('settings.holiday.range'),
                  cell: (row) => `${format.fullDate(row.from)} – ${format.fullDate(row.to)}`,
                },
                {
                  key: 'days',
                  head: t('settings.holiday.days'),
                  right: true,
                  small: true,
                  cell: (row) => row.days,
                },
                {
                  key: 'do',
                  head: <span className="sr">{t('common.actions')}</span>,
                  right: true,
                  small: true,
                  cell: (row) =>
                    may('LEAD') && (
                      <Button small look="ghost" onClick={() => setRemoving(row.calendar)}>
                        {t('settings.holiday.remove')}
                      </Button>
                    ),
                },
              ]}
            />
          )}
          {may('LEAD') && (
            <FormCard
              title={t('settings.holiday.import')}
              hint={t('settings.holiday.importHint')}
              words={t(found ? 'settings.holiday.take' : 'settings.holiday.look', { count: fresh })}
              write={found ? take : look}
              fields={['calendar']}
              disabled={text === '' || look.busy || (found !== null && fresh === 0)}
              onSubmit={submit}
              outcome={found && <Preview found={found} />}
            >
              <div className="grid3">
                <Input
                  label={t('settings.holiday.file')}
                  type="file"
                  accept=".ics,text/calendar"
                  required
                  onChange={(event) => void open(event.target.files?.[0])}
                />
                <Input
                  label={t('settings.holiday.calendar')}
                  required
                  value={form.calendar}
                  error={look.errorOf('calendar')}
                  onChange={(event) => change({ calendar: event.target.value })}
                />
                <Select
                  label={t('settings.holiday.whom')}
                  value={form.whom}
                  options={[
                    ['', t('settings.everybody')],
                    ...zones.map(
                      (zone) => [`${ZONE}${zone}`, t('settings.holiday.livingIn', { zone })] as const,
                    ),
                    ...choices(people).map(([key, name]) => [`${PERSON}${key}`, name] as const),
                  ]}
                  onChange={(event) => change({ whom: event.target.value })}
                />
              </div>
            </FormCard>
          )}
          {removing && <RemoveDialog calendar={removing} onClose={() => setRemoving(null)} />}
        </>
      )}
    </Ready>
  );
};

const Preview = ({ found }: { found: Found }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div aria-live="polite" className="form">
      {found.faults.map((fault) => (
        <Note key={`${fault.line} ${fault.message}`} tone="watch">
          {t('settings.holiday.line', { line: fault.line })} <Said text={fault.message} />
        </Note>
      ))}
      {found.days.length === 0 ? (
        <p className="t3">{t('settings.holiday.none')}</p>
      ) : (
        <Facts
          look="boxed"
          rows={found.days.map((day) => [
            `${format.fullDate(day.from)} ${day.name}`,
            day.known ? t('settings.holiday.known') : t('settings.holiday.new'),
          ])}
        />
      )}
    </div>
  );
};

const RemoveDialog = ({ calendar, onClose }: { calendar: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const say = useToast();
  const format = useFormat();
  const write = useWrite(Remove, STALE, { quiet: true });
  const [from, setFrom] = useState(format.today());
  const submit = async () => {
    const done = await write.run({ input: { calendar, ...(from ? { from } : {}) } });
    if (!done) return;
    say(t('settings.holiday.removed', { count: done.removeHolidays.removed ?? 0 }));
    onClose();
  };
  return (
    <FormDialog
      title={t('settings.holiday.removeTitle', { calendar })}
      words={t('settings.holiday.remove')}
      busy={write.busy}
      problem={problemOf(write)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Input
        label={t('settings.holiday.from')}
        hint={t('settings.holiday.fromHint')}
        type="date"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
    </FormDialog>
  );
};
