import { AlignmentType, LevelFormat, type INumberingOptions } from 'docx';
import { hiddenKey } from './safe-text.ts';

/** Word has nine levels; what is deeper stands on the ninth. */
export const DEEPEST = 8;
/** From a bullet or number to its text, in twips: 0.63 cm. */
export const STEP = 357;

const BULLETS = ['•', '–', '·'];
const BULLET_LIST = hiddenKey('bullets');
const numbered = (start: number): string => hiddenKey(`numbers-${start}`);

/** The lists of one document: each numbered one counts for itself, from its own start. */
export type Lists = { starts: Set<number>; count: number };

export const noLists = (): Lists => ({ starts: new Set(), count: 0 });

/** What a paragraph says to be in a list. */
export type ListPlace = { reference: string; instance: number };

/** A place for one more list. */
export function openList(lists: Lists, ordered: boolean, start: number): ListPlace {
	if (!ordered) return { reference: BULLET_LIST, instance: 0 };
	lists.starts.add(start);
	lists.count += 1;
	return { reference: numbered(start), instance: lists.count };
}

const levels = (
	look: (level: number) => { format: 'bullet' | 'decimal'; text: string },
	start = 1
) =>
	Array.from({ length: DEEPEST + 1 }, (_, level) => ({
		level,
		...look(level),
		start,
		alignment: AlignmentType.LEFT,
		style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } }
	}));

/** The definitions that the opened lists need. */
export const numberingOf = ({ starts }: Lists): INumberingOptions => ({
	config: [
		{
			reference: BULLET_LIST,
			levels: levels((level) => ({
				format: LevelFormat.BULLET,
				text: BULLETS[level % BULLETS.length] ?? '•'
			}))
		},
		...[...starts].map((start) => ({
			reference: numbered(start),
			levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` }), start)
		}))
	]
});
