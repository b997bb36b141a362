import { docJson, hashOf } from '#schema/content.ts';
import type { MainProcess } from '../support/main-process.ts';
import type { PreparedSection } from '../support/prepared.ts';
import { textOf, Words, type Typist } from '../support/typist.ts';
import { eventually } from '../support/wait.ts';
import type { Room } from './promised.ts';

/**
 * Waits until all is acknowledged and everybody reads what the server tells.
 * @param register knows which words were deleted; without it every word has to be there
 * @returns what is wrong afterwards
 */
export async function settled(
	server: MainProcess,
	section: PreparedSection,
	typists: Typist[],
	register: Words = new Words()
): Promise<string[]> {
	let told = '';
	const differing = async () => {
		const api = await server.section('coordinator', section.id);
		told = api.ok ? hashOf(api.value.content) : api.refusal.code;
		return typists.filter((t) => hashOf(docJson(t.doc)) !== told).length;
	};
	const isSettled = await eventually(
		async () =>
			typists.every((t) => t.isReady && t.connection.save.unsaved === 0) &&
			(await differing()) === 0
	);
	const problems = isSettled ? [] : [`${await differing()} of ${typists.length} differ at the end`];
	for (const t of typists) {
		const refusal = t.notes.find((n) => n.type === 'refused');
		if (refusal) problems.push(`refused: ${JSON.stringify(refusal)}`);
		if (t.closedWith !== null) problems.push(`closed with ${t.closedWith}`);
		if (!isSettled) problems.push(JSON.stringify(t.connection.save));
	}
	const [first] = typists;
	if (!first) return problems;
	const words = typists.flatMap((t) => t.made.flatMap((m) => m.words));
	return [...problems, ...register.faults(words, textOf(first.doc))];
}

/** The same for rooms; each line names its section. */
export async function settle(server: MainProcess, rooms: Room[]): Promise<string[]> {
	const found = await Promise.all(
		rooms.map((r) => settled(server, r.section, r.typists, r.register))
	);
	return found.flatMap((lines, i) => lines.map((line) => `${rooms[i]?.section.key}: ${line}`));
}
