import type { ReadSection } from './checked.ts';
import type { Finding } from './finding.ts';
import { inText, type Passage } from './passage.ts';
import type { Sentence } from './sentences.ts';

/** C4: "0,1 procentenheter" of something that is no share. */

/** "barn per pedagog", "elever/lärare", "per 1 000 invånare": a ratio, whose differences are bare numbers. */
function isRatio(words: string[]): boolean {
	return words.some((word, i) => {
		if (word !== 'per' && word !== '/') return false;
		const before = words[i - 1] ?? '';
		return /(?:barn|elever|lån|tillfällen|kronor|kr|antal|platser|besök|timmar)$/.test(before);
	});
}

const isShare = (words: string[]): boolean =>
	words.some((w) => w === '%' || w === 'procent' || w.startsWith('andel'));

function inSentence(section: ReadSection, passage: Passage, sentence: Sentence): Finding[] {
	const { tokens } = sentence;
	const words = tokens.map((t) => t.lower);
	const at = words.findIndex((w) => w.startsWith('procentenhet'));
	const points = tokens[at];
	if (at < 1 || !points || isShare(words)) return [];
	const own = isRatio(words);
	// A commentary under an indicator speaks of it.
	const beside = section.figures[passage.beside]?.figures.indicator;
	const unit = beside?.unit.trim() ?? '';
	const other = beside !== undefined && !/^(?:%|procent|)$/i.test(unit);
	if (!own && !other) return [];
	const number = tokens[at - 1] ?? points;
	return [
		inText('pointsOfRatio', section.sectionId, passage, [number, points], {
			written: `${number.number ? `${number.text} ` : ''}${points.text}`,
			unit: own ? '' : unit
		})
	];
}

/** Percentage points of what is counted per child, teacher or inhabitant (C4). */
export const percentagePoints = (section: ReadSection): Finding[] =>
	section.passages
		.filter((p) => !p.quoted && /procentenhet/i.test(p.text))
		.flatMap((passage) => passage.sentences.flatMap((s) => inSentence(section, passage, s)));
