import { useTranslation } from 'react-i18next';
import { copy } from '../../app/copy.js';
import { Button } from '../../design/button.js';
import { Note } from '../../design/card.js';
import { useToast } from '../../design/toast.js';

/** A secret or a link that is shown once, with one button that copies it; nothing while there is none. */
export const SecretNote = ({ words, secret }: { words: string; secret: string | null | undefined }) => {
  const { t } = useTranslation();
  const say = useToast();
  if (!secret) return null;
  return (
    <div role="status">
      <Note tone="ok">
        <p>{words}</p>
        <code className="secret">{secret}</code>
        <Button
          small
          onClick={() =>
            void copy(secret).then((done) => say(t(done ? 'settings.copied' : 'common.notCopied')))
          }
        >
          {t('settings.copy')}
        </Button>
      </Note>
    </div>
  );
};
