import { useTranslation } from 'react-i18next';
import { Shape } from '../../design/icon.js';

/** A picture of a dataset as a finding names it. */
export interface Picture {
  path: string;
  row: number | null;
  label: string | null;
  split: 'TRAINING' | 'VALIDATION' | 'BOTH';
  pixelSha: string | null;
  url: string | null;
}

/** A picture with its name and label; with onPick it can be ticked. */
export const Thumb = ({
  picture,
  picked,
  onPick,
}: {
  picture: Picture;
  picked?: boolean;
  onPick?: ((picture: Picture) => void) | undefined;
}) => {
  const { t } = useTranslation();
  const [file, folder] = picture.path.split('/').reverse();
  // the class stands below its picture: a folder of the same name says nothing more
  const name = folder && folder !== picture.label ? `${folder}/${file}` : file;
  const alt = t('datasets.pictureAlt', { path: picture.path });
  const image = picture.url ? (
    <img src={picture.url} alt={alt} loading="lazy" width="72" height="72" />
  ) : (
    <div className="nopic" role="img" aria-label={alt} />
  );
  return (
    <figure>
      {onPick ? (
        <button type="button" className="pick-pic" aria-pressed={picked} onClick={() => onPick(picture)}>
          {image}
          {picked && (
            <span className="picked-mark">
              <Shape tone="ok" tick />
            </span>
          )}
        </button>
      ) : (
        image
      )}
      <figcaption title={picture.path}>
        <span className="cut">{name}</span>
        {picture.label && <span className="t3 cut">{picture.label}</span>}
      </figcaption>
    </figure>
  );
};
