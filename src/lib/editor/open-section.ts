import { SCHEMA_VERSION } from '#schema/version.ts';
import { loadAreas } from './areas/host.ts';
import { buildEditor } from './build-editor.ts';
import { takeKept } from './kept-store.ts';
import { sectionName, type SectionOnPage } from './report-facts.ts';
import { SectionSession } from './session.ts';
import type { SessionView } from './session-view.ts';
import { unsentStore } from './unsent/browser-store.ts';
import type { WritingRoom } from './writing-room.svelte.ts';

export { lookForUnsent } from './unsent/at-return.ts';

/** Fetches what the section's editor is not to be built without. */
export async function prepare({ html, rows }: SectionOnPage): Promise<void> {
	// What does not come now is asked for again by the editor itself.
	if (rows !== null || html.includes('class="area-table"')) await loadAreas();
}

/**
 * Opens a section for reading and writing in `host`. This module is what the page loads after it can
 * already be read: Tiptap, Yjs and the socket come with it.
 */
export function openSection(
	room: WritingRoom,
	section: SectionOnPage,
	contexts: Map<unknown, unknown>,
	host: HTMLElement,
	onView: (view: SessionView) => void
): SectionSession {
	const { personId, name, color, department } = room.facts.me;
	const { id, epoch, seq, state, lock, mayEdit, version } = section;
	const session = new SectionSession({
		facts: { id, epoch, seq, state, lock, mayEdit, version },
		url: `${location.origin.replace(/^http/, 'ws')}/collab`,
		me: { id: personId, name, color, department },
		host,
		kept: takeKept(personId, id),
		unsent: {
			store: unsentStore(),
			place: {
				personId,
				reportId: room.facts.report.id,
				sectionId: id,
				section: sectionName(section),
				epoch,
				schema: SCHEMA_VERSION
			}
		},
		createEditor: (connection, element) =>
			buildEditor(room, section, contexts, connection, element),
		onView,
		onFigures: () => room.refreshSoon(),
		onPresence: (people) => room.takePeople(people),
		onLeave: (to) => room.leave(to)
	});
	room.add(id, session);
	session.open();
	return session;
}
