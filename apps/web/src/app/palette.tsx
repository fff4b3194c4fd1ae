import { Command } from 'cmdk';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.js';
import { Modal } from '../design/modal.js';
import { gql } from '../graphql/client.js';
import type { PaletteQuery, PaletteQueryVariables } from '../graphql/generated/operations.js';
import { useRead } from '../graphql/use-read.js';
import { useIncidentTitle } from '../server-words/said.js';
import { sections } from './nav.js';
import { recentPages } from './recent.js';

const Palette = gql<PaletteQuery, PaletteQueryVariables>(/* GraphQL */ `
  query Palette {
    services(first: 100) { nodes { id key name } }
    pipelines(first: 100) { nodes { id key } }
    datasets(first: 100) { nodes { id key } }
    incidents(first: 20) { nodes { id number title source } }
  }
`);

/** An action that the palette offers; message is the key of its words, which may be loaded with the palette. */
export interface PaletteAction {
  key: string;
  message: string;
  keys?: string;
  act: () => void;
}

/** Find an action, a page or a thing by typing. */
export const CommandPalette = (props: {
  onClose: () => void;
  onGo: (to: string) => void;
  actions: PaletteAction[];
}) => {
  const { t } = useTranslation();
  const titleOf = useIncidentTitle();
  const { data } = useRead(Palette, {});
  const letters: Record<string, string> = {
    home: 'H',
    toil: 'T',
    incidents: 'I',
    automate: 'A',
    datasets: 'D',
    pipelines: 'P',
    models: 'M',
    alerts: 'L',
    settings: 'S',
  };
  const go = (to: string) => {
    props.onClose();
    props.onGo(to);
  };
  const things: [string, string, string][] = [
    ...(data?.services.nodes ?? []).map((node): [string, string, string] => [
      `/toil/${node.key}`,
      node.name,
      t('common.service'),
    ]),
    ...(data?.pipelines.nodes ?? []).map((node): [string, string, string] => [
      `/pipelines/${node.key}`,
      node.key,
      t('common.pipeline'),
    ]),
    ...(data?.pipelines.nodes ?? []).map((node): [string, string, string] => [
      `/models/${node.key}`,
      node.key,
      t('common.models'),
    ]),
    ...(data?.datasets.nodes ?? []).map((node): [string, string, string] => [
      `/datasets/${node.key}`,
      node.key,
      t('common.dataset'),
    ]),
    ...(data?.incidents.nodes ?? []).map((node): [string, string, string] => [
      `/incidents/${node.id}`,
      `#${node.number} ${titleOf(node)}`,
      t('common.incident'),
    ]),
  ];
  return (
    <Modal title={t('shell.palette.title')} bare onClose={props.onClose}>
      <Command className="palette" label={t('shell.palette.title')} loop>
        <Command.Input autoFocus placeholder={t('shell.palette.placeholder')} />
        <Command.List>
          <Command.Empty>{t('shell.palette.empty')}</Command.Empty>
          <Command.Group heading={t('shell.palette.actions')}>
            {props.actions.map((action) => (
              <Command.Item
                key={action.key}
                value={`action ${t(action.message)}`}
                onSelect={() => {
                  props.onClose();
                  action.act();
                }}
              >
                {t(action.message)}
                {action.keys && <kbd>{action.keys}</kbd>}
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading={t('shell.palette.goto')}>
            {sections.map((section) => (
              <Command.Item
                key={section.to}
                value={`go ${t(`shell.nav.${section.name}`)} ${section.name}`}
                onSelect={() => go(section.to)}
              >
                <Icon name={section.name} />
                {t(`shell.nav.${section.name}`)}
                <kbd>G {letters[section.name]}</kbd>
              </Command.Item>
            ))}
            {things.map(([to, words, kind]) => (
              <Command.Item key={to} value={`${words} ${to}`} onSelect={() => go(to)}>
                {words}
                <span className="t3 f12">{kind}</span>
              </Command.Item>
            ))}
          </Command.Group>
          {recentPages().length > 0 && (
            <Command.Group heading={t('shell.palette.recent')}>
              {recentPages().map(([to, words]) => (
                <Command.Item key={`recent${to}`} value={`recent ${words} ${to}`} onSelect={() => go(to)}>
                  {words}
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Modal>
  );
};
