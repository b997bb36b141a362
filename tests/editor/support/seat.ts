import { SectionSession, type SessionOptions } from '#editor/session.ts';
import { PageStore, type UnsentPlace, type UnsentStore } from '#editor/unsent/store.ts';
import { SCHEMA_VERSION } from '#schema/version.ts';
import { people } from '#server/demo/people.ts';
import { plainEditor } from './desk.ts';
import { Line } from './held-socket.ts';
import { WRITERS, type Town } from './town.ts';

/** One window of one person. */
export type Seat = {
	/** The number of the place in `WRITERS`. */
	who: number;
	name: string;
	session: SectionSession;
	line: Line;
	/** Every text that the panel showed. */
	kept: Set<string>;
	/** Those of them that the server keeps, as the panel said. */
	promised: Set<string>;
	/** The rules by which the gate refused something of this window, but for the order. */
	rules: Set<string>;
};

/** A browser's own store, which outlives the page. */
class BrowserStore extends PageStore {
	override readonly lasting = true;
}

/** The stores of a town's browsers. */
const stores = new WeakMap<Town, Promise<UnsentStore>>();

/** Every other place has a browser that stores what is unsent. */
function unsentOf(
	town: Town,
	who: number,
	place: Omit<UnsentPlace, 'schema'>
): Pick<SessionOptions, 'unsent'> {
	if (who % 2 === 1) return {};
	const store = stores.get(town) ?? Promise.resolve(new BrowserStore());
	stores.set(town, store);
	return { unsent: { store, place: { ...place, schema: SCHEMA_VERSION } } };
}

/** Opens a section in a window: the product's own session and editor, by a line of its own. */
export async function sitInTown(
	town: Town,
	sectionId: string,
	who: number,
	before: Seat | null = null
): Promise<Seat> {
	const key = WRITERS[who] ?? 'education';
	const person = people[key];
	const row = await town.row(sectionId);
	const line = new Line();
	const kept = before?.kept ?? new Set<string>();
	const promised = before?.promised ?? new Set<string>();
	const setAside = before?.session.setAside() ?? [];
	before?.session.destroy();
	for (const { plain } of setAside) kept.add(plain);
	const rules = before?.rules ?? new Set<string>();
	const { id, epoch, seq, state, version } = row;
	const session = new SectionSession({
		facts: { id, epoch, seq, state, lock: null, mayEdit: true, version },
		url: town.server.ws,
		me: { id: person.id, name: person.name, color: '#336699', department: null },
		host: document.createElement('div'),
		createEditor: plainEditor(person.name),
		onView: (view) => {
			for (const { plain, why, lateId } of view.kept) {
				kept.add(plain);
				if (lateId !== null) promised.add(plain);
				if (why.kind === 'refused' && why.refusal.code === 'malformed') rules.add(why.refusal.rule);
			}
		},
		onFigures: () => undefined,
		onPresence: () => undefined,
		onLeave: () => undefined,
		kept: setAside,
		...unsentOf(town, who, {
			personId: person.id,
			reportId: row.reportId,
			sectionId,
			section: row.key,
			epoch
		}),
		idle: (work) => setTimeout(work, 0),
		webSocket: line.socketClass({
			headers: { cookie: await town.server.cookie(key), origin: town.server.origin }
		})
	});
	session.open();
	return { who, name: `${key} ${who}`, session, line, kept, promised, rules };
}
