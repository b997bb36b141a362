import type { DocNode } from '#core/publication.ts';
import { getJson } from '../processes.ts';
import type { Contender } from './contenders.ts';

/** The section of the template whose text the rooms begin with. */
const TEXT = 'current.preconditions';

/**
 * So many rooms that nobody has been in. In ours a room is a section and has to exist, so that reports
 * are made from the template; at the others a name is enough.
 */
export async function makeRooms(contender: Contender, count: number): Promise<string[]> {
	if (contender.name !== 'ours') return Array.from({ length: count }, (_, i) => `bench-${i}`);
	const rooms: string[] = [];
	for (let i = 0; rooms.length < count; i += 1) {
		const { sections } = await newReport(contender, `Mätning ${i + 1}`);
		rooms.push(...sections.map(({ id }) => id));
	}
	return rooms.slice(0, count);
}

/** The text of a section as the template gives it. */
export async function templateText(ours: Contender): Promise<DocNode> {
	const { sections } = await newReport(ours, 'Mall');
	const model = sections.find(({ key }) => key === TEXT);
	const cookie = ours.target(null).people[0]?.['cookie'] ?? '';
	const section = (await getJson(ours.base, cookie, `sections/${model?.id ?? ''}`)) as {
		content: DocNode;
	};
	return section.content;
}

type NewReport = { sections: { id: string; key: string }[] };

async function newReport(ours: Contender, title: string): Promise<NewReport> {
	const answer = await fetch(`${ours.base}/api/v1/reports`, {
		method: 'POST',
		headers: { ...ours.target(null).people[0], 'content-type': 'application/json' },
		body: JSON.stringify({ title, reportYear: 2024, variant: 'full' })
	});
	if (!answer.ok)
		throw new Error(`a report cannot be made: ${answer.status} ${await answer.text()}`);
	return (await answer.json()) as NewReport;
}
