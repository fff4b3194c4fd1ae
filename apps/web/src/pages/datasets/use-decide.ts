import { gql } from '../../graphql/client.js';
import type {
  AcceptFindingMutation,
  AcceptFindingMutationVariables,
  QuarantineMutation,
  QuarantineMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import type { Picture } from './thumb.js';

const Quarantine = gql<QuarantineMutation, QuarantineMutationVariables>(/* GraphQL */ `
  mutation Quarantine($input: QuarantinePicturesInput!) {
    quarantinePictures(input: $input) { changed dataset { id checking } userErrors { code message path } }
  }
`);
const Accept = gql<AcceptFindingMutation, AcceptFindingMutationVariables>(/* GraphQL */ `
  mutation AcceptFinding($input: AcceptFindingsInput!) {
    acceptFindings(input: $input) { changed dataset { id checking } userErrors { code message path } }
  }
`);

interface Finding {
  code: string;
  split: 'TRAINING' | 'VALIDATION' | 'BOTH';
}
type Decision = (finding: Finding, picked: Picture[], reason: string) => Promise<boolean>;

/** What a person can decide about a finding: about the ticked pictures, or about all of them when none is ticked. */
export interface Decide {
  quarantine: Decision;
  accept: Decision;
  busy: boolean;
  problem: string | null;
}

const shas = (pictures: Picture[]) => pictures.flatMap(({ pixelSha }) => (pixelSha ? [pixelSha] : []));

/** The decisions about the findings of one dataset. */
export const useDecide = (dataset: string): Decide => {
  const quarantine = useWrite(Quarantine, ['Dataset'], { quiet: true });
  const accept = useWrite(Accept, ['Dataset'], { quiet: true });
  return {
    quarantine: async ({ code, split }, picked, reason) => {
      const rows = picked.flatMap((one) => (one.row === null ? [] : [{ split: one.split, row: one.row }]));
      const uploaded = shas(picked.filter((one) => one.row === null));
      const what =
        picked.length === 0
          ? { finding: { code, split } }
          : { ...(rows.length > 0 ? { rows } : {}), ...(uploaded.length > 0 ? { pixelShas: uploaded } : {}) };
      return (await quarantine.run({ input: { dataset, reason, ...what } })) !== null;
    },
    accept: async ({ code, split }, picked, reason) => {
      const pixelShas = shas(picked);
      const one = { code, split, ...(pixelShas.length > 0 ? { pixelShas } : {}) };
      return (await accept.run({ input: { dataset, reason, findings: [one] } })) !== null;
    },
    busy: quarantine.busy || accept.busy,
    problem: (quarantine.errors[0] ?? accept.errors[0])?.message ?? null,
  };
};
