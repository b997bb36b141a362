import { ok, refuse, type Result, type SourceWhy } from '#core/result.ts';
import * as v from 'valibot';
import { Pace, type Sleep } from './pace.ts';

/**
 * One GET of JSON from the one address that was agreed on: in step, within time and size, tried again
 * where that helps. Nothing here throws for what the other side does.
 */

export type TransportOptions = {
	/** Without a slash at its end. */
	base: string;
	fetch: typeof fetch;
	clock: () => number;
	sleep: Sleep;
	limits?: Partial<Limits>;
};

export type Limits = {
	/** How many requests in any second. */
	perSecond: number;
	/** How long one request may take, in milliseconds, its body included. */
	request: number;
	/** How often a request is sent before it is given up. */
	tries: number;
	/** The first wait before another try, in milliseconds; it doubles. */
	backOff: number;
	/** The longest wait that the source may ask for, in milliseconds. */
	longestWait: number;
	/** The largest answer in bytes, unpacked. */
	answer: number;
	/** How many requests may wait for their turn. */
	waiting: number;
};

export const LIMITS: Limits = {
	// What other clients of Kolada keep to; its own limit is not published.
	perSecond: 5,
	request: 10_000,
	tries: 5,
	backOff: 1000,
	longestWait: 120_000,
	// 25 measures of 25 municipalities and 25 years, by gender, take less than half of it.
	answer: 5 * 1024 * 1024,
	waiting: 50
};

const no = (why: SourceWhy) => refuse({ code: 'source', why });
type No = ReturnType<typeof no>;

/** A page of a list. */
export type Page<T> = { values: T[]; next_url: string | null };

/** What one try came to. */
type Try =
	| { kind: 'answer'; value: unknown }
	/** HTTP 404: to some questions that is an answer. */
	| { kind: 'nothing' }
	| { kind: 'no'; refusal: No }
	/** Another try may help, after `wait` milliseconds where the source says so. */
	| { kind: 'again'; why: SourceWhy; wait: number | null };

export class Transport {
	private readonly options: TransportOptions;
	private readonly limits: Limits;
	private readonly pace: Pace;
	private readonly baseUrl: URL;

	constructor(options: TransportOptions) {
		this.options = options;
		this.limits = { ...LIMITS, ...options.limits };
		this.baseUrl = new URL(options.base);
		this.pace = new Pace({
			turns: this.limits.perSecond,
			window: 1000,
			clock: options.clock,
			sleep: options.sleep
		});
	}

	get base(): string {
		return this.options.base;
	}

	/**
	 * Everything that an address below the base has, page by page; a 404 is an empty list.
	 * @param path with its slash, and its query
	 */
	async list<T>(
		path: string,
		page: v.GenericSchema<unknown, Page<T>>,
		signal: AbortSignal,
		most = Infinity
	): Promise<Result<T[]>> {
		const all: T[] = [];
		const seen = new Set<string>();
		let url: URL | null = this.below(this.options.base + path);
		while (url !== null) {
			// A source that leads in circles is not understood.
			if (seen.has(url.href) || seen.size >= MOST_PAGES) return no('notUnderstood');
			seen.add(url.href);
			const answer = await this.get(url, signal);
			if (!answer.ok) return answer;
			if (answer.value === null) return ok(all);
			const parsed = v.safeParse(page, answer.value);
			if (!parsed.success) return no('notUnderstood');
			all.push(...parsed.output.values);
			if (all.length >= most) return ok(all.slice(0, most));
			const next: string | null = parsed.output.next_url;
			if (next === null || next === '') return ok(all);
			url = this.below(next, url);
			if (url === null) return no('elsewhere');
		}
		return no('elsewhere');
	}

	/** The JSON value of an address, null where there is none (404). Stops at once when told to. */
	private async get(url: URL, signal: AbortSignal): Promise<Result<unknown>> {
		if (this.pace.waiting >= this.limits.waiting) return no('busy');
		let backOff = this.limits.backOff;
		let why: SourceWhy = 'unreachable';
		try {
			for (let n = 1; n <= this.limits.tries; n += 1) {
				await this.pace.turn(signal);
				const tried = await this.once(url, signal);
				if (tried.kind === 'answer') return ok(tried.value);
				if (tried.kind === 'nothing') return ok(null);
				if (tried.kind === 'no') return tried.refusal;
				why = tried.why;
				const wait = tried.wait ?? backOff;
				if (wait > this.limits.longestWait) return no('busy');
				if (n < this.limits.tries) await this.options.sleep(wait, signal);
				backOff *= 2;
			}
		} catch (error) {
			if (signal.aborted) return no(stoppedAs(signal));
			throw error;
		}
		return no(why);
	}

	private async once(url: URL, signal: AbortSignal): Promise<Try> {
		const late = new AbortController();
		const timer = setTimeout(() => late.abort(), this.limits.request);
		try {
			return await this.read(url, AbortSignal.any([signal, late.signal]));
		} catch (error) {
			signal.throwIfAborted();
			if (late.signal.aborted) return { kind: 'again', why: 'slow', wait: null };
			if (isNetworkFailure(error)) return { kind: 'again', why: 'unreachable', wait: null };
			throw error;
		} finally {
			clearTimeout(timer);
		}
	}

	private async read(url: URL, signal: AbortSignal, redirects = 0): Promise<Try> {
		const response = await this.options.fetch(url, {
			headers: { accept: 'application/json' },
			// Where an answer leads is looked at before it is followed.
			redirect: 'manual',
			credentials: 'omit',
			signal
		});
		const { status } = response;
		if (status === 200) return this.json(response);
		await response.body?.cancel();
		if (status >= 300 && status < 400) {
			const to = this.below(response.headers.get('location') ?? '', url);
			if (to === null || redirects >= MOST_REDIRECTS)
				return { kind: 'no', refusal: no('elsewhere') };
			return this.read(to, signal, redirects + 1);
		}
		if (status === 404) return { kind: 'nothing' };
		if (status === 429)
			return { kind: 'again', why: 'busy', wait: this.retryAfter(response.headers) };
		if (status >= 500)
			return { kind: 'again', why: 'failing', wait: this.retryAfter(response.headers) };
		return { kind: 'no', refusal: no(status >= 400 ? 'declined' : 'notUnderstood') };
	}

	private async json(response: Response): Promise<Try> {
		const text = await this.textOf(response);
		if (text === null) return { kind: 'no', refusal: no('tooMuch') };
		try {
			return { kind: 'answer', value: JSON.parse(text) as unknown };
		} catch (error) {
			// A page of HTML instead: a proxy's, or a notice about maintenance.
			if (error instanceof SyntaxError) return { kind: 'no', refusal: no('notUnderstood') };
			throw error;
		}
	}

	/** Counted while it is unpacked, so that a small answer does not become a large one. */
	private async textOf(response: Response): Promise<string | null> {
		const decoder = new TextDecoder();
		let text = '';
		let length = 0;
		if (response.body === null) return '';
		for await (const chunk of response.body) {
			length += chunk.byteLength;
			// Leaving the loop ends the connection.
			if (length > this.limits.answer) return null;
			text += decoder.decode(chunk, { stream: true });
		}
		return text + decoder.decode();
	}

	/** Seconds or a date, as milliseconds from now; null when it is not said, or not sensibly. */
	private retryAfter(headers: Headers): number | null {
		const said = headers.get('retry-after')?.trim() ?? '';
		if (/^\d{1,6}$/.test(said)) return Number(said) * 1000;
		const date = Date.parse(said);
		return Number.isNaN(date) ? null : Math.max(0, date - this.options.clock());
	}

	/**
	 * An address that the source names, when it lies below the base; else null. Behind a proxy it may
	 * name itself without encryption: it is asked as the base is.
	 */
	private below(address: string, from: URL = this.baseUrl): URL | null {
		const url = URL.parse(address, from);
		const { baseUrl } = this;
		if (url === null || !/^https?:$/.test(url.protocol)) return null;
		if (url.username !== '' || url.password !== '') return null;
		if (url.hostname !== baseUrl.hostname) return null;
		const isPlain = url.protocol === 'http:' && baseUrl.protocol === 'https:' && url.port === '';
		if (!isPlain && (url.port !== baseUrl.port || url.protocol !== baseUrl.protocol)) return null;
		url.protocol = baseUrl.protocol;
		const root = baseUrl.pathname.replace(/\/$/, '');
		return url.pathname.startsWith(`${root}/`) ? url : null;
	}
}

const MOST_PAGES = 200;
const MOST_REDIRECTS = 3;

/** A time limit for the whole says so by its reason; else a person stopped it. */
export const stoppedAs = (signal: AbortSignal): SourceWhy =>
	signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
		? 'slow'
		: 'cancelled';

/** `fetch` tells of every broken connection as a TypeError, and of one that breaks in the body too. */
function isNetworkFailure(error: unknown): boolean {
	if (error instanceof TypeError) return true;
	const code = (error as { code?: unknown } | null)?.code;
	return typeof code === 'string' && /^(?:ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|UND_ERR)/.test(code);
}
