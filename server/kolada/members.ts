import { sameMembers, type FoundGroup, type KnownGroup } from '#core/fetched.ts';
import { ok, refuse, type Refusal, type Result, type SourceWhy } from '#core/result.ts';
import type { Fetched } from '#server/commands/store-fetched.ts';
import { foundGroup, type KoladaClient } from './client.ts';
import { HOPELESS, whyOf } from './why.ts';

type Asking = { client: KoladaClient; signal: AbortSignal };

const isSourceGroup = (g: KnownGroup): boolean =>
	g.kind !== 'nation' && /^G\d+$/.test(g.externalId ?? '');

/** True when the source's group has the members that we name, or we name none. */
const isAsWeNameIt = (group: KnownGroup, found: FoundGroup | null): found is FoundGroup =>
	found !== null &&
	(group.members.length === 0 ||
		sameMembers(
			group.members,
			found.members.map((m) => m.title)
		));

/** Who the members of the groups are today, and whose values a mean of our own is made of. */
export class Members {
	/** Groups as the source describes them. */
	private readonly seen: Fetched['groups'] = [];
	/** By group: whose values are averaged, where that is known. */
	private readonly ids = new Map<string, string[]>();
	/** By group: why we do not know whose values to ask for. */
	private readonly unknown = new Map<string, SourceWhy>();
	/** Why nothing more needs to be asked of the source. */
	hopeless: SourceWhy | null = null;
	private readonly groups: KnownGroup[];

	/** @param groups those that are means; the nation has no members */
	constructor(groups: KnownGroup[]) {
		this.groups = groups;
		for (const group of groups)
			if (group.memberIds.length > 0) this.ids.set(group.id, group.memberIds);
	}

	/** Asks the source. Refused only when a person stopped it: a group that fails is told of later. */
	async ask(at: Asking): Promise<Result<null>> {
		const inSource = this.groups.filter(isSourceGroup);
		const answer = await at.client.groups(
			inSource.map((g) => g.externalId ?? ''),
			at.signal
		);
		if (!answer.ok) return this.without(inSource, answer.refusal);
		const found = new Map(answer.value.map((g) => [g.id, foundGroup(g)]));
		for (const group of inSource) this.see(group, found.get(group.externalId ?? '') ?? null);
		return this.findNames(
			this.groups.filter((g) => !this.ids.has(g.id) && g.members.length > 0),
			at
		);
	}

	private see(group: KnownGroup, found: FoundGroup | null): void {
		if (isAsWeNameIt(group, found) && group.memberIds.length === 0)
			this.ids.set(
				group.id,
				// In the order of our names, where we have them.
				group.members.length === 0
					? found.members.map((m) => m.id)
					: group.members.map((name) => found.members.find((m) => m.title === name)?.id ?? '')
			);
		this.seen.push({ groupId: group.id, version: group.version, found, memberIds: [] });
	}

	/** Names as the source spells them have ids; a name that it does not know has none. */
	private async findNames(groups: KnownGroup[], at: Asking): Promise<Result<null>> {
		if (groups.length === 0) return ok(null);
		const answer = await at.client.municipalities(at.signal);
		if (!answer.ok) return this.without(groups, answer.refusal);
		const ids = new Map(answer.value.filter((m) => m.type === 'K').map((m) => [m.title, m.id]));
		for (const group of groups) {
			const found = group.members.flatMap((name) => ids.get(name) ?? []);
			if (found.length === group.members.length) this.ids.set(group.id, found);
		}
		return ok(null);
	}

	/** Without this knowledge, those whose members we know are asked for all the same. */
	private without(groups: KnownGroup[], refusal: Refusal): Result<null> {
		const why = whyOf(refusal);
		if (why === 'cancelled') return refuse(refusal);
		if (HOPELESS.has(why)) this.hopeless = why;
		for (const g of groups) if (!this.ids.has(g.id)) this.unknown.set(g.id, why);
		return ok(null);
	}

	/** True when the source has a group of exactly these members, so that its own mean is of them. */
	isInSource(group: KnownGroup): boolean {
		const found = this.seen.find((g) => g.groupId === group.id)?.found ?? null;
		return group.externalId !== null && isAsWeNameIt(group, found);
	}

	/** Whose values are averaged; empty where nobody knows; refused where the source did not say. */
	of(group: KnownGroup): Result<string[]> {
		const why = this.unknown.get(group.id);
		return why ? refuse({ code: 'source', why }) : ok(this.ids.get(group.id) ?? []);
	}

	/** What the source said, with ids: they are learnt once, and only of members known by name. */
	told(): Fetched['groups'] {
		return this.seen.map((one) => {
			const known = this.groups.find((g) => g.id === one.groupId);
			const isNew = known?.memberIds.length === 0 && known.members.length > 0;
			return { ...one, memberIds: isNew ? (this.ids.get(one.groupId) ?? []) : [] };
		});
	}
}
