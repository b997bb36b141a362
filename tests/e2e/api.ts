import { password, people, type DemoPersonKey } from '#server/demo/people.ts';
import type { DocNode } from '#core/publication.ts';

/** The API as a program uses it that signed in by the form: for what a test prepares or looks up. */

export type ApiSection = {
	id: string;
	key: string;
	title: string;
	state: 'draft' | 'submitted' | 'approved';
	required: boolean;
	seq: number;
	hash: string | null;
};

export type ApiReport = { id: string; slug: string; sections: ApiSection[] };

export type Api = {
	cookie: string;
	get(path: string): Promise<unknown>;
	/** @throws Error with the refusal when the answer is no success */
	send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<unknown>;
	report(id: string): Promise<ApiReport>;
	section(id: string): Promise<ApiSection & { content: DocNode }>;
};

export const emailOf = (person: DemoPersonKey): string => people[person].email;

const cookies = new Map<string, Promise<string>>();

/** The session cookie of a demo account, `name=value`; one session a person and server. */
export function cookieOf(base: string, person: DemoPersonKey): Promise<string> {
	const key = `${base} ${person}`;
	const known = cookies.get(key) ?? signIn(base, person);
	cookies.set(key, known);
	return known;
}

/** A server that has just begun knows no session of another one that had its address. */
export function forgetSessions(base: string): void {
	for (const key of cookies.keys()) if (key.startsWith(`${base} `)) cookies.delete(key);
}

async function signIn(base: string, person: DemoPersonKey): Promise<string> {
	const answer = await fetch(`${base}/login`, {
		method: 'POST',
		headers: { origin: base },
		body: new URLSearchParams({ email: emailOf(person), password }),
		redirect: 'manual'
	});
	const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
	if (answer.status !== 303 || cookie === undefined)
		throw new Error(`${person} cannot sign in: ${answer.status}`);
	return cookie;
}

export async function apiOf(base: string, person: DemoPersonKey): Promise<Api> {
	const cookie = await cookieOf(base, person);
	const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
		const answer = await fetch(`${base}/api/v1/${path}`, {
			method,
			headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		if (!answer.ok)
			throw new Error(`${person}: ${method} ${path}: ${answer.status} ${await answer.text()}`);
		return answer.json();
	};
	return {
		cookie,
		get: (path) => ask('GET', path),
		send: ask,
		report: (id) => ask('GET', `reports/${id}`) as Promise<ApiReport>,
		section: (id) => ask('GET', `sections/${id}`) as Promise<ApiSection & { content: DocNode }>
	};
}
