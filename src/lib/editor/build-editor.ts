import { Editor } from '@tiptap/core';
import { uiIn } from '#ui/context.ts';
import { areaPart, type AreaRoom } from './areas/host.ts';
import type { SectionConnection } from './connection.ts';
import { editorExtensions } from './extensions.ts';
import { headingLevel, sectionName, type SectionOnPage } from './report-facts.ts';
import { blockView, type BlockSurroundings } from './views/block.svelte.ts';
import { footnoteView } from './parts/footnote-view.ts';
import SignatureBlock from './parts/SignatureBlock.svelte';
import FigureView from './views/FigureView.svelte';
import IndicatorView from './views/IndicatorView.svelte';
import PictureView from './views/PictureView.svelte';
import SummaryView from './views/SummaryView.svelte';
import { tableView } from './views/table-view.svelte.ts';
import { headingView, quoteView } from './views/text-views.ts';
import RollUpBlock from './roll-up/RollUpBlock.svelte';
import type { WritingRoom } from './writing-room.svelte.ts';

/** Builds the editor of a section, bound to the connection's document. */
export function buildEditor(
	room: WritingRoom,
	section: Pick<SectionOnPage, 'id' | 'number' | 'title' | 'rows'>,
	contexts: Map<unknown, unknown>,
	connection: SectionConnection,
	element: HTMLElement
): Editor {
	const { me } = room.facts;
	const texts = room.texts;
	const around: BlockSurroundings = { sectionId: section.id, contexts };
	const areas: AreaRoom = {
		...around,
		ui: uiIn(contexts),
		departments: room.facts.departments,
		rows: section.rows,
		say: (news) => room.announcer.say(news)
	};
	const editor: Editor = new Editor({
		element,
		injectCSS: false,
		extensions: editorExtensions({
			doc: connection.doc,
			awareness: connection.provider.awareness,
			user: { id: me.personId, name: me.name, color: me.color, department: me.department },
			placeholder: texts.placeholder,
			nodeViews: {
				heading: headingView(headingLevel(section) + 1),
				quote: quoteView(texts.quote),
				table: tableView(texts, {
					...around,
					openChart: () => (room.dialog = { kind: 'chart', editor, isNew: false })
				}),
				indicator: blockView(IndicatorView, around),
				figure: blockView(FigureView, around),
				indicatorSummary: blockView(SummaryView, around),
				rollUp: blockView(RollUpBlock, around),
				footnote: footnoteView(texts.commands.footnote, () => room.dialogs.footnote(editor)),
				signature: blockView(SignatureBlock, around),
				picture: blockView(PictureView, around),
				...areaPart()?.views(areas)
			},
			actions: {
				link: room.dialogs.link,
				footnote: room.dialogs.footnote,
				toolbar: () => room.focusToolbar()
			},
			slash: room.slash,
			areas,
			onImages: ([file]) => {
				// Who has rows only has no place for a picture.
				if (!file || areas.rows !== null) return;
				leaveAreas(editor);
				room.dialog = { kind: 'picture', editor, file };
			}
		}),
		editorProps: {
			attributes: {
				class: 'prose',
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-label': texts.sectionText(sectionName(section)),
				'aria-keyshortcuts': 'Alt+F10',
				lang: 'sv',
				spellcheck: 'true'
			}
		},
		onFocus: ({ editor: focused }) => room.activate(section.id, focused),
		onBlur: ({ editor: blurred }) => room.blur(blurred),
		// Comes already while the editor is being made: y-tiptap draws the text then.
		onTransaction: ({ editor: changed }) => {
			if (room.active === changed) room.look();
		}
	});
	editor.on('destroy', () => room.release(editor));
	return editor;
}

/** A row of areas has no place for a picture: the caret goes to a paragraph of its own below the table. */
function leaveAreas(editor: Editor): void {
	const { $from } = editor.state.selection;
	if ($from.depth === 0 || $from.node(1).type.name !== 'areaTable') return;
	const below = $from.after(1);
	editor
		.chain()
		.insertContentAt(below, { type: 'paragraph' })
		.setTextSelection(below + 1)
		.run();
}
