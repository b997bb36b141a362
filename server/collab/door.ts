import { may, rowsOf, type Actor } from '#core/access.ts';
import { personColour } from '#core/person-colour.ts';
import type { CloseName } from '#collab/closes.ts';
import { listDepartments } from '#server/store/organisation.ts';
import { thingToWrite, type Section } from '#server/store/sections.ts';
import type { SignedIn } from './connection.ts';
import type { HubOptions, SocketAccounts } from './options.ts';

/** What a person may do in a section: be turned away, or read and perhaps write. */
export type Right =
	| { close: CloseName }
	| {
			close: null;
			mayEdit: boolean;
			/** The departments whose rows are all that they may change (A3); null for no such limit. */
			rows: string[] | null;
	  };

/** A2: asks the one place that decides. */
export function rightIn(actor: Actor, section: Section): Right {
	const thing = thingToWrite(section);
	const read = may(actor, 'section.read', thing);
	if (!read.may) return { close: read.hidden ? 'notFound' : 'forbidden' };
	return {
		close: null,
		mayEdit: may(actor, 'section.edit', thing).may,
		rows: rowsOf(actor, thing)
	};
}

/** How many cookies are remembered at once: the sockets that one report's pages open together. */
const MOST_KNOWN = 10_000;

/**
 * Who comes. A page opens a socket for each section and three hundred may come back at once, so the
 * answer for a cookie is remembered until something about rights or sessions changes.
 */
export class Door {
	/** Set once the accounts are built: they need the hub's notices and it needs their sessions. */
	accounts: SocketAccounts | null = null;
	private readonly options: HubOptions;
	private readonly known = new Map<string, Promise<SignedIn | null>>();

	constructor(options: HubOptions) {
		this.options = options;
	}

	/** The person behind a cookie header; null when nobody is signed in by it. */
	whoIs(cookie: string | undefined): Promise<SignedIn | null> {
		if (cookie === undefined) return Promise.resolve(null);
		const known = this.known.get(cookie);
		if (known) return known;
		if (this.known.size >= MOST_KNOWN) this.known.clear();
		const asked = this.ask(cookie);
		this.known.set(cookie, asked);
		asked.catch(() => this.known.delete(cookie));
		return asked;
	}

	/** Rights or sessions changed: nobody is known any more. */
	forget(): void {
		this.known.clear();
	}

	private async ask(cookie: string): Promise<SignedIn | null> {
		const signedIn = await this.accounts?.validate(cookie);
		if (!signedIn) return null;
		const { actor, sessionHash } = signedIn;
		const writes = actor.grants.find((g) => g.role === 'writer');
		const departments = await this.options.store.read((tx) =>
			listDepartments(tx, actor.municipalityId)
		);
		return {
			actor,
			sessionHash,
			user: {
				id: actor.personId,
				name: actor.name,
				color: personColour(actor.personId),
				department: departments.find((d) => d.id === writes?.departmentId)?.name ?? null
			}
		};
	}
}
