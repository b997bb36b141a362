import { ROLES, type Role } from '#core/access.ts';
import { PERSON_STATES, type PersonState } from '#core/person-state.ts';

/** What is looked for in the list of people, as its address says it. */
export type Asked = {
	state: PersonState | null;
	role: Role | 'none' | null;
	text: string;
	page: number;
};

export function askedOf(params: URLSearchParams): Asked {
	const role = params.get('role');
	return {
		state: PERSON_STATES.find((one) => one === params.get('state')) ?? null,
		role: role === 'none' ? role : (ROLES.find((one) => one === role) ?? null),
		text: (params.get('text') ?? '').slice(0, 200),
		page: Number(params.get('page') ?? '1')
	};
}

/** The address of the list with what is looked for. */
export function hrefOf({ state, role, text }: Omit<Asked, 'page'>, page = 1): string {
	const params = new URLSearchParams();
	if (text !== '') params.set('text', text);
	if (state !== null) params.set('state', state);
	if (role !== null) params.set('role', role);
	if (page > 1) params.set('page', String(page));
	return `/settings/people${params.size > 0 ? `?${params}` : ''}`;
}
