import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../design/modal.js';
import { sections } from './nav.js';

const letters = ['H', 'T', 'I', 'A', 'D', 'P', 'M', 'L', 'S'];

/** Every key that does something. */
export const HelpDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const rows: [string, string][] = [
    [t('shell.help.log'), 'C'],
    [t('shell.help.search'), '/'],
    [t('shell.help.palette'), '⌘K  Ctrl K'],
    [t('shell.help.help'), '?'],
    [t('shell.help.save'), '⌘↵'],
    [t('shell.help.chart'), '← →'],
    ...sections.map((section, index): [string, string] => [
      t(`shell.nav.${section.name}`),
      `G ${letters[index]}`,
    ]),
  ];
  return (
    <Modal title={t('shell.help.title')} onClose={onClose}>
      <div className="keys">
        {rows.map(([words, keys]) => (
          <Fragment key={words}>
            <span>{words}</span>
            <span>
              <kbd>{keys}</kbd>
            </span>
          </Fragment>
        ))}
      </div>
    </Modal>
  );
};
