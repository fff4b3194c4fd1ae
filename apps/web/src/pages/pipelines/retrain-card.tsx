import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Chip } from '../../design/chip.js';
import { Shape } from '../../design/icon.js';
import { useFormat } from '../../format/use-format.js';
import './pipelines.css';
import { useSentence } from '../../server-words/use-sentence.js';

/** Why it does not retrain yet: every clause with its value and what is needed. */
export const RetrainCard = ({
  retrain,
}: {
  retrain: { due: boolean; clauses: { clause: string; holds: boolean; value: string; needed: string }[] };
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const translate = useSentence();
  // the policy counts in seconds, people do not
  const say = (text: string) =>
    translate(text).replace(/(\d{3,})(?: s\b|초)/g, (_, seconds: string) => format.duration(Number(seconds)));
  return (
    <Card
      title={t(retrain.due ? 'pipelines.retrainDue' : 'pipelines.whyNotYet')}
      aside={
        <Chip tone={retrain.due ? 'ok' : 'idle'}>
          {t(retrain.due ? 'pipelines.due' : 'pipelines.notYet')}
        </Chip>
      }
    >
      <ul className="clauses">
        {retrain.clauses.map((clause) => (
          <li key={clause.clause}>
            <span className={clause.holds ? 'mark yes' : 'mark no'}>
              <Shape tone={clause.holds ? 'ok' : 'watch'} tick={clause.holds} />
            </span>
            <span className="clause">
              <span className="b">
                {t(`pipelines.clause.${clause.clause}`, { defaultValue: clause.clause })}
                <span className="sr"> {t(clause.holds ? 'pipelines.holds' : 'pipelines.holdsNot')}</span>
              </span>
              <span className="n is">{say(clause.value)}</span>
            </span>
            {!clause.holds && (
              <span className="needs">{t('pipelines.needed', { needed: say(clause.needed) })}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};
