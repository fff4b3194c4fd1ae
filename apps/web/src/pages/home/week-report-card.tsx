import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { SnippetDialog } from './snippet-dialog.js';
import { SurveyDialog } from './survey-dialog.js';

/** The two ways to say how a week went without logging it: one line for a service, or a share for the whole week. */
export const WeekReportCard = ({ person, monday }: { person: string; monday: string }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'snippet' | 'survey' | null>(null);
  const close = () => setOpen(null);
  return (
    <Card title={t('home.report.title')}>
      <p className="t2">{t('home.report.text')}</p>
      <div className="row gap">
        <Button small onClick={() => setOpen('snippet')}>
          {t('home.snippet.title')}
        </Button>
        <Button small onClick={() => setOpen('survey')}>
          {t('home.survey.title')}
        </Button>
      </div>
      {open === 'snippet' && <SnippetDialog person={person} monday={monday} onClose={close} />}
      {open === 'survey' && <SurveyDialog person={person} monday={monday} onClose={close} />}
    </Card>
  );
};
