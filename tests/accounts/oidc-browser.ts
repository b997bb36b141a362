/** The step at which a browser stopped. */
export type Stop = { status: number; url: URL; location: string | null; text: string };

type Cookie = { value: string; expires: number };

/** A browser as far as signing in needs one: cookies by host, and redirects that are followed by hand. */
export class Browser {
	/** By host with its port (a real browser knows no ports, and our two servers have different names of cookies). */
	private readonly jar = new Map<string, Map<string, Cookie>>();
	/** Every address that it was at. */
	readonly visited: string[] = [];

	/** One request; no redirect is followed. */
	async ask(address: string | URL, init: RequestInit = {}): Promise<Stop> {
		const url = new URL(address);
		this.visited.push(url.href);
		const response = await fetch(url, {
			...init,
			redirect: 'manual',
			headers: { ...(init.headers as Record<string, string>), cookie: this.header(url.origin) }
		});
		for (const line of response.headers.getSetCookie()) this.keep(url.host, line);
		return {
			status: response.status,
			url,
			location: response.headers.get('location'),
			text: await response.text()
		};
	}

	/** Follows redirects until there is none, or until `stop` says so of where the next leads. */
	async go(address: string | URL, stop: (next: URL) => boolean = () => false): Promise<Stop> {
		let url = new URL(address);
		for (let steps = 0; steps < 20; steps += 1) {
			const at = await this.ask(url);
			if (at.location === null) return at;
			url = new URL(at.location, url);
			if (stop(url)) return { ...at, url };
		}
		throw new Error(`too many redirects: ${this.visited.slice(-3).join(' -> ')}`);
	}

	/** The Cookie header that goes to a server. */
	header(origin: string): string {
		return [...this.cookies(new URL(origin).host)]
			.map(([name, { value }]) => `${name}=${value}`)
			.join('; ');
	}

	/** The names of the cookies that a server has set. */
	names(origin: string): string[] {
		return [...this.cookies(new URL(origin).host).keys()];
	}

	set(origin: string, name: string, value: string): void {
		this.cookies(new URL(origin).host).set(name, { value, expires: Infinity });
	}

	private cookies(host: string): Map<string, Cookie> {
		const known = this.jar.get(host) ?? new Map<string, Cookie>();
		this.jar.set(host, known);
		return known;
	}

	private keep(host: string, line: string): void {
		const [pair = '', ...rest] = line.split(';');
		const [name = '', ...value] = pair.split('=');
		const said = new Map(
			rest.map((one) => one.trim().split('=')).map(([key = '', v = '']) => [key.toLowerCase(), v])
		);
		const age = said.get('max-age');
		const ended =
			(age !== undefined && Number(age) <= 0) ||
			(said.has('expires') && Date.parse(said.get('expires') ?? '') <= Date.now());
		if (ended) this.cookies(host).delete(name.trim());
		else this.cookies(host).set(name.trim(), { value: value.join('='), expires: Infinity });
	}
}
