import { useTranslation } from 'react-i18next';
import { Card, Empty } from '../../design/card.js';
import { useFormat } from '../../format/use-format.js';

const line = /^(\d{4}-\d\d-\d\dT\S+Z) (.*)$/s;

/** The last lines of a run's log, each with its time in the reader's zone; the words are the server's. */
export const LogCard = ({ lines }: { lines: string[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('run.log')} hint={t('run.logHint')} flush>
      {lines.length === 0 ? (
        <Empty>{t('run.logEmpty')}</Empty>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="scroll-y" tabIndex={0} aria-label={t('run.log')}>
          <ol className="log" lang="en">
            {lines.map((text, index) => {
              const [, at, words] = line.exec(text) ?? [null, null, text];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order and have no identity
                <li key={index}>
                  {at && (
                    <time dateTime={at} title={format.utc(at)}>
                      {format.second(at)}
                    </time>
                  )}
                  <span>{words}</span>
                </li>
              );
            })}
          </ol>
        </section>
      )}
    </Card>
  );
};
