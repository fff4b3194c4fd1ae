// node tools/emit-schema.mjs [--check]: writes schema.graphql from the built API, or says whether it is fresh.
await import('../dist/apps/api/emit-schema.js');
