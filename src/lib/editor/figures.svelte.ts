import type { FixedFigure, IndicatorFigures } from '#core/indicator.ts';

/** What a block that refers to an indicator shows. */
export type ShownFigures = {
	figures: IndicatorFigures;
	/** The sentence that submission fixed; null in a draft, where it is made anew. */
	fixedSentence: string | null;
};

/** The figures of the report as the page knows them; blocks follow it (I5). */
export class FiguresStore {
	/** By indicator id: what is known today. */
	#live: Record<string, IndicatorFigures> = $state.raw({});
	/** By section id: what was fixed at submission, while the section is locked. */
	#fixed: Record<string, Record<string, FixedFigure>> = $state.raw({});
	/** Which indicators the summary counts. */
	#counted: string[] = $state.raw([]);

	/** Takes what a new load of the page brought. */
	take(
		live: Record<string, IndicatorFigures>,
		fixed: Record<string, Record<string, FixedFigure>>,
		counted: string[]
	): void {
		this.#live = live;
		this.#fixed = fixed;
		this.#counted = counted;
	}

	/** The figures of one indicator in one section; null when nothing is known of it. */
	of(sectionId: string, indicatorId: string): ShownFigures | null {
		const fixed = this.#fixed[sectionId]?.[indicatorId];
		if (fixed !== undefined) return { figures: fixed.figures, fixedSentence: fixed.sentence };
		const figures = this.#live[indicatorId];
		return figures === undefined ? null : { figures, fixedSentence: null };
	}

	/** Those that the summary counts, in their order, as the section is to show them. */
	counted(sectionId: string): IndicatorFigures[] {
		return this.#counted.flatMap((id) => this.of(sectionId, id)?.figures ?? []);
	}
}
