import { describe, expect, it } from 'vitest';
import { ManualClock, Setup } from '#platform';
import { useApi } from '../harness/use-api.js';

describe('the setup link of a fresh installation', () => {
  const clock = new ManualClock(new Date('2026-03-02T09:00:00Z'));
  const api = useApi({ clock });
  const issue = () => api.app.get(Setup, { strict: false }).issue();
  const claim = (token: string, name: string) =>
    fetch(`${api.url}/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        token,
        name,
        password: 'a long enough password',
        language: 'ko',
        zone: 'Asia/Seoul',
      }),
    });

  it('refuses a claim without a link, with a made-up one, and with one that is half an hour old', async () => {
    const old = await issue();
    clock.advance(30 * 60);
    for (const token of ['x', 'A'.repeat(43), old ?? '']) {
      const response = await claim(token, 'Mallory');
      expect(response.status).toBe(403);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });

  it('keeps the link when the password is refused', async () => {
    const token = await issue();
    const response = await fetch(`${api.url}/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, name: 'Ana', password: 'short' }),
    });
    expect(response.status).toBe(400);
    expect(await issue()).not.toBeNull();
  });

  it('lets one of fifty claims at once through, with one link or several', async () => {
    const links = [await issue(), await issue()];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => claim(links[n % 2] ?? '', `Admin ${n}`)),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(49);
    const { data } = await api.query(
      '{ accounts(first: 100) { nodes { name role } } organization { reportingZone locale } }',
    );
    expect(data.organization).toEqual({ reportingZone: 'Asia/Seoul', locale: 'ko' });
    expect(data.accounts.nodes).toHaveLength(1);
    expect(data.accounts.nodes[0].role).toBe('ADMIN');
  });

  it('is never issued again, and a claimed one never works again', async () => {
    expect(await issue()).toBeNull();
    expect((await claim('A'.repeat(43), 'Second')).status).toBe(403);
  });
});
