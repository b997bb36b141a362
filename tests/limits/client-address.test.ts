import { clientAddress, network } from '#server/limits/client-address.ts';
import { expect, test } from 'vitest';

/** Whom a request comes from, whatever its sender says of it. */

const from = (remoteAddress: string | undefined, forwarded: string | undefined, proxies: number) =>
	clientAddress(
		{
			headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
			socket: { remoteAddress }
		},
		proxies
	);

test('[O8] without proxies a forged header changes nothing', () => {
	for (const forged of ['192.0.2.1', '127.0.0.1, 192.0.2.1', '::1', 'x', ''])
		expect(from('198.51.100.7', forged, 0)).toBe('198.51.100.7');
	expect(from('::ffff:198.51.100.7', undefined, 0)).toBe('198.51.100.7');
	expect(from(undefined, '192.0.2.1', 0)).toBe('');
});

test('[O8] behind proxies an address is counted from the right, so that only what they wrote counts', () => {
	expect(from('10.0.0.1', '192.0.2.1', 1)).toBe('192.0.2.1');
	expect(from('10.0.0.1', '203.0.113.9, 192.0.2.1', 1)).toBe('192.0.2.1');
	expect(from('10.0.0.1', '203.0.113.9, 192.0.2.1, 10.0.0.2', 2)).toBe('192.0.2.1');
	expect(from('10.0.0.1', '203.0.113.9,192.0.2.1 ,10.0.0.2', 3)).toBe('203.0.113.9');
	expect(from('10.0.0.1', '192.0.2.1:4711', 1)).toBe('192.0.2.1');
	expect(from('10.0.0.1', '[2001:db8::1]:4711', 1)).toBe('2001:db8::1');
	// What is no address is nobody's; fewer than agreed on is the farthest that was seen.
	for (const none of [undefined, '', 'unknown', '_hidden', '192.0.2.1, ', '<b>', '1.2.3.4.5'])
		expect(from('10.0.0.1', none, 1)).toBe('10.0.0.1');
	expect(from('10.0.0.1', '192.0.2.1', 3)).toBe('192.0.2.1');
});

test('[O8] a /64 of IPv6 is one asker, an address of IPv4 another', () => {
	expect(network('192.0.2.1')).toBe('192.0.2.1');
	expect(network('2001:db8:1:2::1')).toBe('2001:db8:1:2::/64');
	expect(network('2001:0DB8:0001:0002:ffff:ffff:ffff:ffff')).toBe('2001:db8:1:2::/64');
	expect(network('2001:db8:1:3::1')).not.toBe(network('2001:db8:1:2::1'));
	expect(network('2001:db8::')).toBe('2001:db8:0:0::/64');
	expect(network('::1')).toBe('0:0:0:0::/64');
	expect(network('64:ff9b::192.0.2.1')).toBe('64:ff9b:0:0::/64');
});
