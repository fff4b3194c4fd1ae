import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { useFormat } from '../../format/use-format.js';

/** How much of an upload has been sent, and the way to stop it. */
export const UploadProgress = (props: { share: number; bytes: number; onStop: () => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <p className="n" role="status">
        {props.share < 1
          ? t('datasets.sending', {
              percent: format.number(props.share * 100),
              size: format.bytes(props.bytes),
            })
          : t('datasets.reading')}
      </p>
      <div className="progress" style={{ width: '100%' }}>
        <i style={{ width: `${props.share * 100}%` }} />
      </div>
      <Button small onClick={props.onStop}>
        {t('common.cancel')}
      </Button>
    </>
  );
};
