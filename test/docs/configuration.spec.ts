import { describe, expect, it } from 'vitest';
import { renderConfiguration } from './render-configuration.js';

describe('docs/configuration.md', () => {
  it('says exactly what the code reads (npm test -- test/docs -u writes it)', async () => {
    await expect(renderConfiguration()).toMatchFileSnapshot('../../docs/configuration.md');
  });
});
