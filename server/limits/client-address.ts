import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/** What is read of a request, of a page or of a socket alike. */
export type Asked = {
	headers: IncomingMessage['headers'];
	socket: { remoteAddress?: string | undefined };
};

/**
 * The address that a request comes from. Each proxy writes whom it heard behind what it was sent, so of
 * `X-Forwarded-For` only the last `proxies` entries are true, and what stands before them anybody may
 * have made up. Without proxies the header says nothing.
 */
export function clientAddress({ headers, socket }: Asked, proxies: number): string {
	const next = plain(socket.remoteAddress ?? '');
	if (proxies === 0) return next;
	const said = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
	// Fewer than agreed on: the first is then the farthest that one of ours has seen.
	const client = plain(said[Math.max(0, said.length - proxies)] ?? '');
	return isIP(client) === 0 ? next : client;
}

/** Without a port, brackets, a zone, or the clothes in which IPv6 brings an address of IPv4. */
function plain(text: string): string {
	const bare = text
		.trim()
		.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
		.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
		.replace(/%.*$/, '');
	return /^::ffff:(\d+(?:\.\d+){3})$/i.exec(bare)?.[1] ?? bare.toLowerCase();
}

/** What is counted together: an address of IPv4, or the /64 of IPv6 that one household or office has. */
export function network(address: string): string {
	if (!isIPv6(address)) return address;
	// An address of IPv4 at its end stands for the last two of the eight groups, which do not count.
	const [head = '', tail] = address.replace(/\d+(?:\.\d+){3}$/, '0:0').split('::');
	const before = head === '' ? [] : head.split(':');
	const after = tail === undefined || tail === '' ? [] : tail.split(':');
	const between = new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	const groups = [...before, ...between, ...after].slice(0, 4);
	return `${groups.map((g) => Number.parseInt(g, 16).toString(16)).join(':')}::/64`;
}
