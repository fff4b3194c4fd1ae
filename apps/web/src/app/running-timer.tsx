import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.js';
import { useToast } from '../design/toast.js';
import { clock } from '../format/format.rules.js';
import { useFormat } from '../format/use-format.js';
import { gql } from '../graphql/client.js';
import type {
  DiscardTimerMutation,
  DiscardTimerMutationVariables,
  HeartbeatMutation,
  HeartbeatMutationVariables,
  RunningTimerQuery,
  RunningTimerQueryVariables,
  StopTimerMutation,
  StopTimerMutationVariables,
} from '../graphql/generated/operations.js';
import { useRead } from '../graphql/use-read.js';
import { useWrite } from '../graphql/use-write.js';
import { workTypes } from './log-form.js';
import { useMe } from './me.js';

const Timer = gql<RunningTimerQuery, RunningTimerQueryVariables>(/* GraphQL */ `
  query RunningTimer($person: String!) {
    timer(person: $person) { startedAt note needsAnswer service { id name } taskType { id name } }
  }
`);
const Stop = gql<StopTimerMutation, StopTimerMutationVariables>(/* GraphQL */ `
  mutation StopTimer($input: TimerOfInput!) {
    stopTimer(input: $input) { stopped { id durationSeconds } userErrors { code message path } }
  }
`);
const Discard = gql<DiscardTimerMutation, DiscardTimerMutationVariables>(/* GraphQL */ `
  mutation DiscardTimer($input: TimerOfInput!) {
    discardTimer(input: $input) { timer { startedAt } userErrors { code message path } }
  }
`);
const Heartbeat = gql<HeartbeatMutation, HeartbeatMutationVariables>(/* GraphQL */ `
  mutation Heartbeat($input: TimerOfInput!) {
    heartbeatTimer(input: $input) { timer { startedAt } userErrors { code message path } }
  }
`);

const useNow = (on: boolean) => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [on]);
  return now;
};

/** The reader's running timer with its clock; stop turns it into an entry. Nothing while none runs. */
export const RunningTimer = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const person = useMe().person?.key ?? '';
  const { data } = useRead(Timer, { person }, { pause: !person, types: ['Timer'], everySeconds: 20 });
  const stop = useWrite(Stop, ['Timer', ...workTypes]);
  const discard = useWrite(Discard, ['Timer']);
  const { run: beat } = useWrite(Heartbeat, [], { quiet: true });
  const timer = person ? (data?.timer ?? null) : null;
  const now = useNow(timer !== null);
  const running = timer !== null;
  useEffect(() => {
    if (!running) return;
    // the server asks when nobody has looked at a running timer for long: an open page is somebody looking
    const every = setInterval(() => {
      if (document.visibilityState === 'visible') void beat({ input: { person } });
    }, 60_000);
    return () => clearInterval(every);
  }, [running, person, beat]);
  if (!timer) return null;
  const onStop = async () => {
    const done = await stop.run({ input: { person } });
    const entry = done?.stopTimer.stopped;
    if (entry) say(t('shell.log.savedAlone', { amount: format.duration(entry.durationSeconds) }));
  };
  return (
    <div className="timer">
      <div className="line">
        <span>{timer.note || timer.taskType?.name || t('shell.timer.unnamed')}</span>
        <span className="n" role="timer">
          {clock((now - Date.parse(timer.startedAt)) / 1000)}
        </span>
      </div>
      {timer.needsAnswer
        ? t('shell.timer.stillOn')
        : `${timer.service?.name ?? t('common.none')} · ${t('shell.timer.running')}`}
      <div className="row">
        <Button small onClick={() => void onStop()} disabled={stop.busy}>
          {t('shell.timer.stop')}
        </Button>
        <Button small look="ghost" onClick={() => void discard.run({ input: { person } })}>
          {t('shell.timer.discard')}
        </Button>
      </div>
    </div>
  );
};
