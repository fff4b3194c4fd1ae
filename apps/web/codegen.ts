import type { CodegenConfig } from '@graphql-codegen/cli';

// Run from the repository root: npx graphql-codegen --config apps/web/codegen.ts
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['apps/web/src/**/*.{ts,tsx}', '!apps/web/src/graphql/generated/**'],
  generates: {
    'apps/web/src/graphql/generated/operations.ts': {
      plugins: ['typescript-operations'],
      config: {
        enumsAsTypes: true,
        enumType: 'string-literal',
        skipTypename: true,
        useTypeImports: true,
        avoidOptionals: { field: true, inputValue: false },
        scalars: {
          DateTime: 'string',
          Date: 'string',
          Decimal: 'string',
          Seconds: 'number',
          Count: 'number',
          JSON: 'unknown',
        },
      },
    },
  },
};

export default config;
