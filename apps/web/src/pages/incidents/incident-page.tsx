import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { useCrumbs } from '../../app/crumbs.js';
import { useLiveIncidents } from '../../app/live-changes.js';
import { useMe } from '../../app/me.js';
import { Button, LinkButton } from '../../design/button.js';
import { Card, Empty, Facts, Note, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Definition } from '../../design/definition.js';
import { Select } from '../../design/field.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  IncidentPageQuery,
  IncidentPageQueryVariables,
  RecordEventMutation,
  RecordEventMutationVariables,
  RecordIncidentEventInput,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { useIncidentTitle } from '../../server-words/said.js';
import { CorrectEndDialog } from './correct-end-dialog.js';
import { LanesChart } from './lanes-chart.js';
import { ResolveDialog } from './resolve-dialog.js';
import { ReviewCard } from './review-card.js';

const IncidentDocument = gql<IncidentPageQuery, IncidentPageQueryVariables>(/* GraphQL */ `
  query IncidentPage($id: ID!) {
    node(id: $id) {
      id
      ... on Incident {
        number version stale timeCappedAt title source severity status openedAt resolvedAt reopenCount wallSeconds engagedSeconds handsOnSeconds stepsTaken
        service { id key name }
        events { type at person { id key name } }
      }
    }
  }
`);
const RecordEvent = gql<RecordEventMutation, RecordEventMutationVariables>(/* GraphQL */ `
  mutation RecordEvent($input: RecordIncidentEventInput!) {
    recordIncidentEvent(input: $input) {
      incident { id status engagedSeconds events { type at } }
      duplicate
      userErrors { code message path }
    }
  }
`);

type EventType = RecordIncidentEventInput['type'];

/** One incident: what to do now, who was on it when, and every event. */
export const IncidentPage = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(IncidentDocument, { id }, { types: ['Incident'], everySeconds: 60 });
  useLiveIncidents(read.again, id);
  const incident = read.data?.node && 'number' in read.data.node ? read.data.node : null;
  useCrumbs([t('shell.nav.incidents'), '/incidents'], [incident ? `#${incident.number}` : '…']);
  return (
    <Ready read={read} bones={[60, 180, 280]}>
      {() =>
        incident ? (
          <Detail incident={incident} />
        ) : (
          <>
            <PageHead title={t('incidents.missing')} />
            <Card>
              <Empty action={<LinkButton to="/incidents">{t('shell.nav.incidents')}</LinkButton>}>
                {t('incidents.missingText')}
              </Empty>
            </Card>
          </>
        )
      }
    </Ready>
  );
};

type Incident = Extract<NonNullable<IncidentPageQuery['node']>, { number: number }>;

const Detail = ({ incident }: { incident: Incident }) => {
  const { t } = useTranslation();
  const me = useMe();
  const format = useFormat();
  const { people } = useCatalogue();
  const titleOf = useIncidentTitle();
  const [person, setPerson] = useState(me.person?.key ?? '');
  const [resolving, setResolving] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const record = useWrite(RecordEvent, ['Incident', 'ToilReport']);
  const who = person || people[0]?.key || '';
  const send = (type: EventType, handsOnMinutes?: number) =>
    record.run({
      input: {
        incident: incident.id,
        type,
        at: new Date().toISOString(),
        deliveryId: crypto.randomUUID(),
        source: 'web',
        person: who || null,
        ...(handsOnMinutes === undefined ? {} : { handsOnMinutes }),
      },
    });
  const events = [...incident.events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const mine = events.filter((event) => event.person?.key === who).at(-1)?.type;
  const engaged = mine === 'ACKNOWLEDGED' || mine === 'JOINED' || mine === 'RESUMED' || mine === 'REOPENED';
  const open = incident.status !== 'RESOLVED';
  const button = (type: EventType, primary = false) => (
    <Button
      key={type}
      look={primary ? 'primary' : 'plain'}
      disabled={record.busy || !who}
      onClick={() => void send(type)}
    >
      {t(`incidents.do.${type}`)}
    </Button>
  );
  return (
    <>
      <PageHead
        title={titleOf(incident)}
        sub={`#${incident.number}`}
        scope={
          <>
            {incident.service.name} · {t('incidents.severity', { n: incident.severity })} ·{' '}
            <Time at={incident.openedAt} />
            {incident.reopenCount > 0 && ` · ${t('incidents.reopened', { n: incident.reopenCount })}`}
          </>
        }
        actions={
          <>
            <StateChip kind="incident" value={incident.status} />
            {open ? (
              <>
                {incident.status === 'OPEN' && button('ACKNOWLEDGED', true)}
                {incident.status === 'ACKNOWLEDGED' && !engaged && mine !== 'SNOOZED' && button('JOINED')}
                {engaged && button('SNOOZED')}
                {mine === 'SNOOZED' && button('RESUMED')}
                {engaged && button('LEFT')}
                <Button
                  look={incident.status === 'ACKNOWLEDGED' ? 'primary' : 'plain'}
                  onClick={() => setResolving(true)}
                >
                  {t('incidents.do.RESOLVED')}
                </Button>
              </>
            ) : (
              button('REOPENED')
            )}
          </>
        }
      />
      <div className="side">
        <div className="stack">
          {(incident.stale || incident.timeCappedAt) && (
            <Note tone="watch">
              <p className="b">{t('incidents.stale')}</p>
              {incident.timeCappedAt && (
                <p>
                  {t('incidents.capped')} <Time at={incident.timeCappedAt} />
                </p>
              )}
              <Button small onClick={() => setCorrecting(true)}>
                {t('incidents.correctEnd')}
              </Button>
            </Note>
          )}
          <Card title={t('incidents.timeline')} hint={t('incidents.timelineHint')}>
            <LanesChart
              events={events}
              now={incident.resolvedAt && !open ? Date.parse(incident.resolvedAt) : Date.now()}
              label={t('incidents.lanesLabel', {
                n: new Set(events.map((event) => event.person?.id).filter(Boolean)).size,
              })}
            />
          </Card>
          <Card title={t('incidents.events')} aside={String(events.length)} flush>
            <ol className="list">
              {events.map((event, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: events have no identity of their own
                <li key={`${event.at}${event.type}${index}`} className="row">
                  <span className="b">{t(`state.event.${event.type}`)}</span>
                  {event.person && <span className="t2">{event.person.name}</span>}
                  <span className="push t2 f12">
                    <Time at={event.at} />
                  </span>
                </li>
              ))}
            </ol>
          </Card>
        </div>
        <div className="stack">
          <Card
            title={t('incidents.timeSpent')}
            aside={
              !open && (
                <Button small look="ghost" onClick={() => setCorrecting(true)}>
                  {t('incidents.correctEnd')}
                </Button>
              )
            }
          >
            <Facts
              rows={(['WALL', 'ENGAGED', 'HANDS_ON'] as const).map((mode) => {
                const value = {
                  WALL: incident.wallSeconds,
                  ENGAGED: incident.engagedSeconds,
                  HANDS_ON: incident.handsOnSeconds,
                }[mode];
                return [
                  <Definition
                    key={mode}
                    label={t(`state.mode.${mode}`)}
                    title={t(`state.mode.${mode}`)}
                    formula={t(`incidents.formula.${mode}`)}
                  />,
                  value === null ? '–' : format.duration(value),
                ];
              })}
            />
          </Card>
          <ReviewCard key={`${incident.id}.${incident.stepsTaken}`} incident={incident} />
          {!me.person && (
            <Card title={t('incidents.actFor')}>
              <Select
                label={t('common.person')}
                value={who}
                options={choices(people)}
                onChange={(event) => setPerson(event.target.value)}
              />
            </Card>
          )}
        </div>
      </div>
      {correcting && <CorrectEndDialog incident={incident} onClose={() => setCorrecting(false)} />}
      {resolving && (
        <ResolveDialog
          onClose={() => setResolving(false)}
          onResolve={async (minutes) => {
            if (await send('RESOLVED', minutes)) setResolving(false);
          }}
        />
      )}
    </>
  );
};
