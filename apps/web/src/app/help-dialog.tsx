import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../design/modal.js';
import { sections } from './nav.js';
import { commandKey } from './platform.js';

const letters = ['H', 'T', 'I', 'A', 'D', 'P', 'M', 'L', 'S'];

/** Every key that does something. */
export const HelpDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const command = commandKey();
  const groups: [string, [words: string, keys: string[]][]][] = [
    [
      t('shell.palette.actions'),
      [
        [t('shell.help.log'), ['C']],
        [t('shell.help.search'), ['/']],
        [t('shell.help.palette'), [command, 'K']],
        [t('shell.help.help'), ['?']],
        [t('shell.help.save'), [command, '↵']],
        [t('shell.help.chart'), ['←', '→']],
        [t('shell.help.close'), ['Esc']],
      ],
    ],
    [
      t('shell.palette.goto'),
      sections.map((section, index) => [t(`shell.nav.${section.name}`), ['G', letters[index] ?? '']]),
    ],
  ];
  return (
    <Modal title={t('shell.help.title')} onClose={onClose}>
      <div className="keys">
        {groups.map(([title, rows]) => (
          <Fragment key={title}>
            <h3>{title}</h3>
            {rows.map(([words, keys]) => (
              <Fragment key={words}>
                <span>{words}</span>
                <span className="row">
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              </Fragment>
            ))}
          </Fragment>
        ))}
      </div>
    </Modal>
  );
};
