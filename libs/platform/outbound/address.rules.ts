import ipaddr from 'ipaddr.js';

/** How far outgoing requests may reach. Link-local addresses (cloud metadata) are out in any case. */
export type OutboundReach = 'any' | 'public';

const METADATA = new Set(['fd00:ec2::254', '100.100.100.200', '168.63.129.16', '192.0.0.192']);

/** Why an IP address may not be called, in words; null when it may. Sees through IPv4 inside IPv6. */
export function addressFault(address: string, reach: OutboundReach): string | null {
  if (!ipaddr.isValid(address)) return 'is not an IP address';
  const parsed = ipaddr.process(address);
  const range = embedded(parsed)?.range() ?? parsed.range();
  if (METADATA.has(parsed.toString()) || range === 'linkLocal') return 'is a link-local or metadata address';
  if (['unspecified', 'broadcast', 'multicast', 'reserved'].includes(range)) return `is ${range}`;
  if (reach === 'public' && range !== 'unicast') return 'is not a public address';
  return null;
}

// 6to4 and NAT64 carry an IPv4 address that the range of the IPv6 address does not show.
function embedded(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | null {
  if (!(address instanceof ipaddr.IPv6)) return null;
  const bytes = address.toByteArray();
  if (address.range() === '6to4') return new ipaddr.IPv4(bytes.slice(2, 6));
  if (address.range() === 'rfc6052') return new ipaddr.IPv4(bytes.slice(12, 16));
  return null;
}
