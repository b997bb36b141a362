/** Signing in by the municipality's own service, on the login page. */
export const loginService = {
	button: 'Logga in med kommunkonto',
	or: 'Eller med lösenord',
	passwordOff: 'Här loggar du in med samma konto som i kommunens andra system.',
	told: {
		unreachable: {
			what: 'Kommunens inloggning svarar inte just nu.',
			then: 'Vänta en stund och försök igen. Säg till den som sköter inloggningen om det fortsätter.'
		},
		declined: {
			what: 'Inloggningen avbröts.',
			then: 'Försök igen när du vill.'
		},
		expired: {
			what: 'Inloggningen tog för lång tid, eller började i en annan webbläsare.',
			then: 'Börja om här.'
		},
		failed: {
			what: 'Svaret från kommunens inloggning kunde inte godtas.',
			then: 'Försök igen. Säg till den som sköter inloggningen om det fortsätter.'
		},
		noAccount: {
			what: 'Du är inloggad hos kommunen men har inget konto här.',
			then: 'Be den som är administratör eller samordnare för barnbokslutet att lägga till dig.'
		},
		signedOut: {
			what: 'Du är utloggad här.',
			then: 'Du kan fortfarande vara inloggad hos kommunen. Om fler använder datorn, logga ut därifrån också.'
		}
	},
	signOutThere: 'Logga ut hos kommunen också'
};
