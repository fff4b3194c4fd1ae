import { describe, expect, it } from 'vitest';
import { addressFault } from './address.rules.js';

describe('addressFault', () => {
  it.each([
    '169.254.169.254',
    '::ffff:169.254.169.254',
    'fd00:ec2::254',
    'fe80::1',
    '2002:a9fe:a9fe::',
    '64:ff9b::169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
  ])('refuses %s even where the local network is allowed', (address) =>
    expect(addressFault(address, 'any')).not.toBeNull(),
  );

  it.each(['127.0.0.1', '10.1.2.3', '192.168.0.1', '::1', 'fd12::1', '::ffff:127.0.0.1', '2002:7f00:1::'])(
    'calls %s only where the local network is allowed',
    (address) =>
      expect([addressFault(address, 'any'), addressFault(address, 'public') === null]).toEqual([null, false]),
  );

  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])('calls the public %s', (address) =>
    expect(addressFault(address, 'public')).toBeNull(),
  );
});
