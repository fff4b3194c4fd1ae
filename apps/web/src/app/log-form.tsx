import { useMemo, useState } from 'react';
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
  LogWorkMutation,
  LogWorkMutationVariables,
  StartTimerMutation,
  StartTimerMutationVariables,
} from '../graphql/generated/operations.js';
import { useWrite } from '../graphql/use-write.js';
import { choices, useCatalogue } from './catalogue.js';
import { useMe } from './me.js';
import { parseQuickEntry, type QuickEntry } from './quick-entry.rules.js';

const LogWork = gql<LogWorkMutation, LogWorkMutationVariables>(/* GraphQL */ `
  mutation LogWork($input: LogWorkInput!) {
    logWork(input: $input) {
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

/** One line to log work; what was understood stands below and can be corrected. Enter saves. */
export const LogForm = ({ onDone, focus = false }: { onDone?: () => void; focus?: boolean }) => {
  const { t } = useTranslation();
  const me = useMe();
  const format = useFormat();
  const say = useToast();
  const names = useCatalogue();
  const [line, setLine] = useState('');
  const [fixed, setFixed] = useState<Partial<Pick<QuickEntry, 'service' | 'taskType' | 'date' | 'duration'>>>(
    {},
  );
  const [person, setPerson] = useState(me.person?.key ?? '');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const log = useWrite(LogWork, workTypes, { quiet: true });
  const undo = useWrite(Undo, workTypes);
  const start = useWrite(StartTimer, ['Timer', ...workTypes]);
  const today = format.today();
  const parsed = useMemo(
    () =>
      parseQuickEntry(line, {
        services: names.services,
        taskTypes: names.taskTypes,
        today,
      }),
    [line, names.services, names.taskTypes, today],
  );
  const entry = { ...parsed, ...fixed };
  const missing = !entry.duration ? t('shell.log.needDuration') : !person ? t('shell.log.needPerson') : null;
  const save = async () => {
    if (missing || log.busy) return;
    const done = await log.run({
      input: {
        person,
        service: entry.service || null,
        taskType: entry.taskType || null,
        date: entry.date ?? today,
        duration: entry.duration,
        note: entry.note || null,
        source: 'MANUAL',
        idempotencyKey: key,
      },
    });
    const saved = done?.logWork.entry;
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
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type this line
        autoFocus={focus}
        autoComplete="off"
        onChange={(event) => {
          setLine(event.target.value);
          setFixed({});
        }}
        onKeyDown={(event) => {
          // Enter that ends a Korean syllable is not the Enter that saves
          if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
        }}
      />
      <div className="row">
        {entry.duration && <span className="tag n">{entry.duration}</span>}
        {entry.service && <span className="tag">{entry.service}</span>}
        {entry.taskType && <span className="tag">#{entry.taskType}</span>}
        {entry.note && <span className="t2">{entry.note}</span>}
        {type && <span className="push t3 f12">{t(`state.workClass.${type.workClass}`)}</span>}
        {parsed.unknownTag && !entry.taskType && (
          <Chip tone="watch">{t('shell.log.unknownTag', { tag: parsed.unknownTag })}</Chip>
        )}
      </div>
      <div className="grid4">
        <Input
          label={t('common.duration')}
          value={entry.duration ?? ''}
          placeholder="45m"
          error={log.errorOf('duration')}
          onChange={(event) => setFixed({ ...fixed, duration: event.target.value })}
        />
        <Input
          label={t('common.date')}
          type="date"
          value={entry.date ?? today}
          error={log.errorOf('date')}
          onChange={(event) => setFixed({ ...fixed, date: event.target.value })}
        />
        <Select
          label={t('common.service')}
          value={entry.service ?? ''}
          options={choices(names.services, t('common.none'))}
          error={log.errorOf('service')}
          onChange={(event) => setFixed({ ...fixed, service: event.target.value })}
        />
        <Select
          label={t('common.taskType')}
          value={entry.taskType ?? ''}
          options={choices(names.taskTypes, t('common.none'))}
          error={log.errorOf('taskType')}
          onChange={(event) => setFixed({ ...fixed, taskType: event.target.value })}
        />
        {!me.person && (
          <Select
            label={t('common.person')}
            value={person}
            options={choices(names.people, t('common.choose'))}
            error={log.errorOf('person')}
            onChange={(event) => setPerson(event.target.value)}
          />
        )}
      </div>
      {log.errors[0] && log.errors[0].path.length === 0 && (
        <p className="f12 over">{log.errors[0].message}</p>
      )}
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
        <Button type="submit" look="primary" disabled={missing !== null || log.busy}>
          {t('shell.log.save')}
        </Button>
      </div>
    </form>
  );
};
