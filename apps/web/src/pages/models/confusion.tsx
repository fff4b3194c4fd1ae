import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { type Picture, Thumb } from '../datasets/thumb.js';

interface ClassRow {
  name: string;
  confusion: number[];
  misread: Picture[];
  /** What each of them was called. */
  misreadAs: string[];
}

/** Which class is taken for which: a cell of wrong answers opens the pictures that were misread so. */
export const Confusion = ({ classes, names }: { classes: ClassRow[]; names: string[] }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ truth: string; answer: string } | null>(null);
  const misread = classes.flatMap((one) =>
    one.misread.map((picture, index) => ({ picture, truth: one.name, answer: one.misreadAs[index] ?? '?' })),
  );
  const shown = misread.filter(
    ({ truth, answer }) => !open || (truth === open.truth && answer === open.answer),
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('models.confusion')}>
        <table className="confusion">
          <thead>
            <tr>
              <td className="corner" />
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                {one.confusion.map((count, index) => {
                  const answer = names[index] ?? '';
                  const right = answer === one.name;
                  const chosen = open?.truth === one.name && open.answer === answer;
                  return (
                    <td key={answer} className={count === 0 ? '' : right ? 'hit' : 'miss'}>
                      {count > 0 && !right ? (
                        <button
                          type="button"
                          aria-pressed={chosen}
                          aria-label={t('models.misreadAs', { n: count, truth: one.name, answer })}
                          onClick={() => setOpen(chosen ? null : { truth: one.name, answer })}
                        >
                          {count}
                        </button>
                      ) : (
                        count
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length > 0 && (
        <div className="tl gap">
          {shown.slice(0, open ? 48 : 12).map(({ picture, truth, answer }) => (
            <Thumb
              key={`${picture.path}${picture.row}`}
              picture={{ ...picture, label: `${truth} → ${answer}` }}
            />
          ))}
        </div>
      )}
      {open && (
        <Button small look="ghost" onClick={() => setOpen(null)}>
          {t('common.showAll')}
        </Button>
      )}
    </>
  );
};
