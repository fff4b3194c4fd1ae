import type { Command } from 'commander';
import type { Context } from '../context.js';

interface Erased {
  erasure: {
    id: string;
    placeholder: string;
    pictures: number;
    feedback: number;
    datasets: string[];
    outside: string[];
    models: { retiredAt: string | null }[];
  };
  userErrors: [];
}
const FIELDS =
  'erasure { id placeholder pictures feedback datasets outside models { retiredAt } } userErrors { code message path }';

/** What is left to do after an erasure, in lines. */
const leftTo = ({ id, outside, models }: Erased['erasure']): string[] => {
  const holding = models.filter(({ retiredAt }) => retiredAt === null).length;
  return [
    ...(outside.length > 0
      ? [
          `delete the files in the folders of ${outside.join(', ')} yourself: the next check would read them again`,
        ]
      : []),
    ...(holding > 0
      ? [
          `${holding} model versions learned from the pictures and still hold some: untoil dataset retire-erased ${id}`,
        ]
      : []),
  ];
};

/** dataset erase-person and retire-erased. */
export const addErasureCommands = (dataset: Command, context: Context): void => {
  const { terminal } = context;
  dataset
    .command('erase-person')
    .argument('<name>', 'class of the person')
    .description(
      'delete every picture of one person in all datasets, and the name; admins only, cannot be undone',
    )
    .action(async (name: string) => {
      const { erasure } = await context
        .api()
        .write<Erased>(`mutation E($name: String!) { erasePictures(name: $name) { ${FIELDS} } }`, { name });
      const { pictures, feedback, datasets, placeholder } = erasure;
      const done = `erased ${pictures} pictures and ${feedback} labelled predictions in ${datasets.join(', ')}; ${placeholder} stands for the name`;
      terminal.answer(erasure, [done, ...leftTo(erasure)].join('\n'));
    });
  dataset
    .command('retire-erased')
    .argument('<id>', 'of the erasure')
    .description(
      'take out the model versions that learned from erased pictures; admins only, cannot be undone',
    )
    .action(async (id: string) => {
      const { erasure } = await context
        .api()
        .write<Erased>(`mutation R($id: ID!) { retireErasedModels(id: $id) { ${FIELDS} } }`, { id });
      terminal.answer(
        erasure,
        [`retired ${erasure.models.length} model versions`, ...leftTo(erasure)].join('\n'),
      );
    });
};
