import type { SourceWhy } from '#core/result.ts';
import type { Words } from './refusal.sv.ts';

/** How another's service failed us, by `SourceWhy`: what happened, and what to do. */
export const source: Record<SourceWhy, Words> = {
	unreachable: {
		what: 'Det gick inte att nå källan.',
		then: 'Det som fanns står kvar. Försök igen om en stund.'
	},
	slow: {
		what: 'Källan svarade inte i tid.',
		then: 'Det som fanns står kvar. Försök igen om en stund.'
	},
	busy: {
		what: 'Källan har för mycket att göra just nu.',
		then: 'Det som fanns står kvar. Försök igen om några minuter.'
	},
	failing: {
		what: 'Källan har ett fel hos sig.',
		then: 'Det som fanns står kvar. Försök igen senare.'
	},
	declined: {
		what: 'Källan svarar inte på frågan.',
		then: 'Kontrollera nyckeltal, grupp och år.'
	},
	notUnderstood: {
		what: 'Källans svar gick inte att förstå.',
		then: 'Det som fanns står kvar. Säg till den som sköter driften om det händer igen.'
	},
	elsewhere: {
		what: 'Källan hänvisar till en adress som inte är tillåten.',
		then: 'Det som fanns står kvar. Säg till den som sköter driften.'
	},
	tooMuch: {
		what: 'Källans svar är för stort.',
		then: 'Välj färre nyckeltal, grupper eller år.'
	},
	cancelled: {
		what: 'Hämtningen avbröts.',
		then: 'Det som fanns står kvar.'
	}
};
