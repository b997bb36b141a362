/** The page that leads to everything that is looked after. */
export const settings = {
	title: 'Inställningar',
	places: {
		people: {
			title: 'Personer',
			about: 'Vilka som har konto, vad de får göra, inbjudningar.'
		},
		organisation: {
			title: 'Organisation',
			about: 'Nämnder, förvaltningar, kommunens namn och fyra ögon.'
		},
		signIn: {
			title: 'Inloggning',
			about: 'Kommunens egen inloggning, och roller som följer med den.'
		},
		departments: {
			title: 'Förkortningar',
			about: 'Vad förvaltningarna kallas i tabellerna.'
		},
		templates: {
			title: 'Mallar',
			about: 'Kapitel, avsnitt och hjälptexter som nya rapporter börjar med.'
		},
		sender: {
			title: 'Avsändare',
			about: 'Logotyp, färg och kontaktuppgifter i det som publiceras.'
		},
		mail: {
			title: 'Mejl',
			about: 'Vilka mejl som har skickats, och vad som blev av dem.'
		},
		accessibility: {
			title: 'Tillgänglighetsredogörelse',
			about: 'Vad läsarna får veta om hur tillgänglig webbplatsen är.'
		},
		trail: {
			title: 'Händelser i systemet',
			about: 'Vem som ändrade personer, organisation och inställningar.'
		},
		jobs: {
			title: 'Pågående arbete',
			about: 'Det som tar längre tid, och hur långt det har kommit.'
		}
	}
};
