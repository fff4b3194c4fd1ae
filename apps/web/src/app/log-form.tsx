import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.js';
import { Chip } from '../design/chip.js';
import { Input, Select } from '../design/field.js';
import { useToast } from '../design/toast.js';
import { useFormat } from '../format/use-format.js';
import { gql } from '../graphql/client.js';
import type {
  DeleteLoggedWorkMutation,
  DeleteLoggedWorkMutationVariables,
  LogLineMutation,
  LogLineMutationVariables,
  LogWorkMutation,
  LogWorkMutationVariables,
  StartTimerMutation,
  StartTimerMutationVariables,
} from '../graphql/generated/operations.js';
import { useWrite } from '../graphql/use-write.js';
import { type UserError, useRefusal } from '../server-words/use-refusal.js';
import { choices, useCatalogue } from './catalogue.js';
import { clockOf, useLinePreview } from './line-preview.js';
import { useMe } from './me.js';

const LogWork = gql<LogWorkMutation, LogWorkMutationVariables>(/* GraphQL */ `
  mutation LogWork($input: LogWorkInput!) {
    logWork(input: $input) {
      entry { id version durationSeconds service { id name } }
      userErrors { code message path }
    }
  }
`);
const LogLine = gql<LogLineMutation, LogLineMutationVariables>(/* GraphQL */ `
  mutation LogLine($input: LogQuickEntryInput!) {
    logQuickEntry(input: $input) {
      entry { id version durationSeconds service { id name } }
      userErrors { code message path }
    }
  }
`);
const Undo = gql<DeleteLoggedWorkMutation, DeleteLoggedWorkMutationVariables>(/* GraphQL */ `
  mutation DeleteLoggedWork($input: DeleteWorkInput!) {
    deleteWork(input: $input) { entry { id } userErrors { code message path } }
  }
`);

const StartTimer = gql<StartTimerMutation, StartTimerMutationVariables>(/* GraphQL */ `
  mutation StartTimer($input: StartTimerInput!) {
    startTimer(input: $input) { timer { startedAt } userErrors { code message path } }
  }
`);

/** Names of types that a work entry makes old. */
export const workTypes = ['WorkEntry', 'ToilReport', 'BudgetStatus'];

/** What the person put right by hand; what is left out is as the line says. */
interface Corrections {
  duration?: string;
  date?: string;
  service?: string;
  taskType?: string;
}

const LineFault = ({ error }: { error: UserError }) => useRefusal()(error);

/** One line to log work; what the server understands stands below and can be corrected. Enter saves. */
export const LogForm = ({ onDone, focus = false }: { onDone?: () => void; focus?: boolean }) => {
  const { t } = useTranslation();
  const me = useMe();
  const format = useFormat();
  const say = useToast();
  const names = useCatalogue();
  const [line, setLine] = useState('');
  const [fixed, setFixed] = useState<Corrections>({});
  const [person, setPerson] = useState(me.person?.key ?? '');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const read = useLinePreview(person, line);
  const byLine = useWrite(LogLine, workTypes, { quiet: true });
  const byHand = useWrite(LogWork, workTypes, { quiet: true });
  const undo = useWrite(Undo, workTypes);
  const start = useWrite(StartTimer, ['Timer', ...workTypes]);
  const today = format.today();
  const isCorrected = Object.values(fixed).some((value) => value !== undefined);
  const busy = byLine.busy || byHand.busy;
  const entry = {
    duration: fixed.duration ?? (read?.durationSeconds ? clockOf(read.durationSeconds) : ''),
    date: fixed.date ?? read?.date ?? today,
    service: fixed.service ?? read?.service ?? '',
    taskType: fixed.taskType ?? read?.taskType ?? '',
    note: read?.note ?? '',
    // Another date or length than the line says: then its clock times say nothing any more.
    clock: fixed.date === undefined && fixed.duration === undefined ? (read?.clock ?? null) : null,
  };
  const faults = (read?.faults ?? []).filter(({ word }) => !isPutRight(word, fixed));
  const missing = person ? null : t('shell.log.needPerson');
  const fields = () => ({
    person,
    service: entry.service || null,
    taskType: entry.taskType || null,
    note: entry.note || null,
    source: 'MANUAL' as const,
    ...(entry.clock
      ? { start: entry.clock.start, end: entry.clock.end }
      : { date: entry.date, duration: entry.duration }),
  });
  const save = async () => {
    if (missing || busy || line.trim() + (fixed.duration ?? '') === '') return;
    const saved = isCorrected
      ? (await byHand.run({ input: { ...fields(), idempotencyKey: key } }))?.logWork.entry
      : (await byLine.run({ input: { person, line, idempotencyKey: key } }))?.logQuickEntry.entry;
    if (!saved) return;
    const amount = format.duration(saved.durationSeconds);
    say(
      saved.service
        ? t('shell.log.saved', { amount, service: saved.service.name })
        : t('shell.log.savedAlone', { amount }),
      { undo: () => void undo.run({ input: { id: saved.id, version: saved.version } }) },
    );
    setLine('');
    setFixed({});
    setKey(crypto.randomUUID());
    onDone?.();
  };
  const refused = [...byLine.errors, ...byHand.errors].find(
    ({ path }) => path.length === 0 || path.at(-1) === 'line',
  );
  const type = names.taskTypes.find((one) => one.key === entry.taskType);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Input
        label={t('shell.log.line')}
        hint={t('shell.log.hint')}
        placeholder={t('shell.quick')}
        value={line}
        autoFocus={focus}
        autoComplete="off"
        onChange={(event) => {
          setLine(event.target.value);
          setFixed({});
          byLine.clear();
          byHand.clear();
        }}
        onKeyDown={(event) => {
          // Enter that ends a Korean syllable is not the Enter that saves
          if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
        }}
      />
      <div className="row">
        {entry.clock && (
          <span className="tag n">
            {format.time(entry.clock.start)}–{format.time(entry.clock.end)}
          </span>
        )}
        {entry.duration && <span className="tag n">{entry.duration}</span>}
        {entry.service && <span className="tag">{entry.service}</span>}
        {entry.taskType && <span className="tag">#{entry.taskType}</span>}
        {entry.note && <span className="t2">{entry.note}</span>}
        {type && <span className="push t3 f12">{t(`state.workClass.${type.workClass}`)}</span>}
        {faults.map(({ word, code, message }) => (
          <Chip key={word + message} tone="watch">
            <LineFault error={{ code, message, path: ['input', 'line'] }} />
          </Chip>
        ))}
      </div>
      <div className="grid4">
        <Input
          label={t('common.duration')}
          value={entry.duration}
          placeholder="45m"
          error={byHand.errorOf('duration')}
          onChange={(event) => setFixed({ ...fixed, duration: event.target.value })}
        />
        <Input
          label={t('common.date')}
          type="date"
          value={entry.date}
          error={byHand.errorOf('date')}
          onChange={(event) => setFixed({ ...fixed, date: event.target.value })}
        />
        <Select
          label={t('common.service')}
          value={entry.service}
          options={choices(names.services, t('common.none'))}
          error={byHand.errorOf('service')}
          onChange={(event) => setFixed({ ...fixed, service: event.target.value })}
        />
        <Select
          label={t('common.taskType')}
          value={entry.taskType}
          options={choices(names.taskTypes, t('common.none'))}
          error={byHand.errorOf('taskType')}
          onChange={(event) => setFixed({ ...fixed, taskType: event.target.value })}
        />
        {!me.person && (
          <Select
            label={t('common.person')}
            value={person}
            options={choices(names.people, t('common.choose'))}
            error={byHand.errorOf('person') ?? byLine.errorOf('person')}
            onChange={(event) => setPerson(event.target.value)}
          />
        )}
      </div>
      {refused && <p className="f12 over">{refused.message}</p>}
      <div className="end">
        {line && missing && <span className="f12 t2">{missing}</span>}
        {person && (
          <Button
            disabled={start.busy}
            onClick={() =>
              void start
                .run({
                  input: {
                    person,
                    ...(entry.service ? { service: entry.service } : {}),
                    ...(entry.taskType ? { taskType: entry.taskType } : {}),
                    ...(entry.note ? { note: entry.note } : {}),
                  },
                })
                .then((done) => done && onDone?.())
            }
          >
            {t('shell.timer.start')}
          </Button>
        )}
        <Button type="submit" look="primary" disabled={missing !== null || busy}>
          {t('shell.log.save')}
        </Button>
      </div>
    </form>
  );
};

// The word that a fault is about tells which correction answers it; without a mark it is about the length or the times.
const isPutRight = (word: string, fixed: Corrections): boolean =>
  word.startsWith('#')
    ? fixed.taskType !== undefined
    : word.startsWith('@')
      ? fixed.date !== undefined
      : fixed.duration !== undefined || fixed.service === word;
