import type { Outcome, Trend } from '#core/indicator.ts';
import { html, type Markup } from '#schema/markup.ts';

type Judged = Trend | Outcome;

/** Always beside the word that says the same: meaning is never by sign or colour alone. */
const PATHS: Record<Judged, string> = {
	improved: 'M4 12 12 4M5.5 4H12v6.5',
	worsened: 'M4 4l8 8M12 5.5V12H5.5',
	unchanged: 'M2.5 8h10M9 4.5 12.5 8 9 11.5',
	better: 'M8 3v10M3 8h10',
	worse: 'M3 8h10',
	equal: 'M3 5.5h10M3 10.5h10',
	unknown: 'M6 8h4'
};

/** A small sign for a judgement, silent to screen readers. */
export const icon = (judged: Judged): Markup =>
	html`<svg
		class="icon"
		viewBox="0 0 16 16"
		width="16"
		height="16"
		aria-hidden="true"
		focusable="false"
	>
		<path
			d="${PATHS[judged]}"
			fill="none"
			stroke="currentColor"
			stroke-width="2"
			stroke-linecap="round"
			stroke-linejoin="round"
		/>
	</svg>`;
