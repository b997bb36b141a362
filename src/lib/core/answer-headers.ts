/** O9: what every answer bears, whatever it is and whoever makes it. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy':
		'browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()'
};

/** The policy of what is no page: opened as one, it may do and fetch nothing. */
export const NOTHING =
	"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The same for bytes that people brought: such a page would not even be of our origin. */
export const BROUGHT = `${NOTHING}; sandbox`;

/** How long a browser is to ask by https alone, where the public address is that: a year. */
export const HTTPS_ONLY = 'max-age=31536000';
