import { SETTINGS, type Setting } from '#platform';

const row = ({ variable, fallback, secret, about }: Setting): string =>
  `| \`${variable}\` | ${fallback} | ${about}${secret ? ' *Secret.*' : ''} |`;

/** docs/configuration.md, made from the settings that the code reads. */
export function renderConfiguration(): string {
  const rows = Object.values(SETTINGS).map(row);
  return `# Configuration

Untoil is configured by environment variables alone; without any it runs. All of them are read and checked once, at
the start. A start with faulty settings changes nothing, lists every fault by its variable (never the value), and ends
with exit status 78.

Every variable has a twin with \`_FILE\` at its end that names a file to read the value from, for secrets that shall not
stand in the environment: \`UNTOIL_ADMIN_TOKEN_FILE=/run/secrets/token\`. Setting both is a fault. An empty variable
counts as not set.

| variable | without it | what it is for |
|---|---|---|
${rows.join('\n')}

Only the tests read these:

| variable | what it is for |
|---|---|
| \`UNTOIL_TEST_DATABASE_URL\` | A PostgreSQL server to make test databases on, instead of one started for the run. |
| \`UNTOIL_TEST_FACES\` | Folder with the ORL faces and their manifests; the scenarios on real pictures are left out without it. |

\`npm run doctor\` (\`-- --json\`) says what came of the settings: database and its durability, disk, clock, storage, import
folders, and which training engine was chosen and why.

This page is made from the code (\`npm test -- test/docs -u\`); a test compares.
`;
}
