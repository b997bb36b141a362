/** What somebody asks a door with, and where that goes. */

export type FormValue = string | File | (string | File)[];

export type Ask = {
	params?: Record<string, string>;
	query?: Record<string, string>;
	form?: Record<string, FormValue>;
	json?: unknown;
	headers?: Record<string, string>;
	cookie?: string | null;
	/** Where it comes from. */
	address?: string;
};

/**
 * The address of a door, from the root of the host: of `act /reports/[id]?/submit` with a report's id it is
 * `/reports/{id}?/submit&`.
 */
export function pathOf(door: string, { params = {}, query = {} }: Ask): string {
	const [, route = '/', action] = /^\S+ ([^?]*)(?:\?\/(\w+))?$/.exec(door) ?? [];
	const path = route.replace(/\[(?:\.\.\.)?(\w+)(?:=\w+)?\]/g, (_, name: string) => {
		const value = params[name];
		if (value === undefined) throw new Error(`${door} needs ${name}`);
		return value;
	});
	const named = action === undefined || action === 'default' ? '' : `/${action}&`;
	return `${path}?${named}${new URLSearchParams(query).toString()}`;
}

/** The method that a door is asked by. */
export function methodOf(door: string): string {
	const word = door.split(' ')[0] ?? '';
	if (word === 'load' || word === 'layout') return 'GET';
	if (word === 'act') return 'POST';
	return word === 'fallback' ? 'DELETE' : word;
}
