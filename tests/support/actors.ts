import type { Actor } from '#core/access.ts';
import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { loadActor } from '#server/store/people.ts';

export async function actorFor(app: App, person: DemoPersonKey): Promise<Actor> {
	const actor = await app.read((tx) => loadActor(tx, people[person].id));
	if (!actor) throw new Error(`no ${person}`);
	return actor;
}

export const coordinator = (app: App): Promise<Actor> => actorFor(app, 'coordinator');
