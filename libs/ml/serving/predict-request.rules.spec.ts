import { describe, expect, it } from 'vitest';
import { picturesOf } from './predict-request.rules.js';

const one = (instance: unknown) => JSON.stringify({ instances: [instance] });

describe('picturesOf', () => {
  it.each([
    ['the row form', one({ b64: 'aGk=' })],
    ['a named input', one({ image_bytes: { b64: 'aGk=' } })],
    ['without padding', one({ b64: 'aGk' })],
    ['broken into lines', one({ b64: 'aG\nk=' })],
  ])('reads %s', (_, body) => expect(picturesOf(body)[0]?.toString()).toBe('hi'));

  it.each([
    ['no JSON', 'hello', 400, /no JSON/],
    ['no object', '"x"', 400, /no JSON object/],
    ['no instances', '{}', 400, /instances/],
    ['no picture', '{"instances":[]}', 400, /at least one/],
    ['a number', '{"instances":[1]}', 400, /instances\[0\]/],
    ['an empty text', one({ b64: '' }), 400, /empty/],
    ['other letters', one({ b64: '***' }), 400, /no base64/],
    ['the letters of URLs', one({ b64: 'aG-_' }), 400, /no base64/],
    ['one wrong letter', one({ b64: 'aGk?aGkh' }), 400, /no base64/],
    ['padding in the middle', one({ b64: 'aGk=aGkh' }), 400, /no base64/],
    ['too much padding', one({ b64: 'aGk===' }), 400, /no base64/],
    ['padding alone', one({ b64: '====' }), 400, /no base64/],
    ['a cut text', one({ b64: 'aGkaa' }), 400, /no base64/],
    ['a number as text', one({ b64: 5 }), 400, /instances\[0\]/],
    [
      'too many',
      JSON.stringify({ instances: Array.from({ length: 1025 }, () => ({ b64: 'aGk=' })) }),
      413,
      /1024/,
    ],
  ])('refuses %s', (_, body, status, message) => {
    expect(() => picturesOf(body)).toThrow(
      expect.objectContaining({ status, message: expect.stringMatching(message) }),
    );
  });
});
