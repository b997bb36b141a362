import { createHash } from 'node:crypto';

/**
 * O9: the styles that our pages write into their heads, beside those of the build that Kit knows: what
 * stands in the margins of a printed page can be reached by a property of the root only. They are found by
 * their form, in which nothing can be but such properties, so that no other style is let in by it.
 */
const OWN = new RegExp(
	`<style>(:root\\{${running('head')}?${running('foot')}\\}` +
		`(?:@media print,\\(prefers-color-scheme:light\\)\\{:root\\{--sender:#[0-9a-f]{6}\\}\\})?)</style>`,
	'gi'
);

/** A string as `cssText` of the core makes it. */
function running(which: 'head' | 'foot'): string {
	return `(?:--running-${which}:"[A-Za-z0-9 \\\\]*";?)`;
}

/** The hashes of such styles in a page, as a policy names them. */
export function ownStyles(html: string): string[] {
	const head = html.slice(0, html.indexOf('</head>') + 1);
	return [...head.matchAll(OWN)].map(
		([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`
	);
}

/** The policy with these styles added to its own. */
export const allowing = (policy: string, styles: string[]): string =>
	styles.length === 0 ? policy : policy.replace(/style-src [^;]*/, `$& ${styles.join(' ')}`);
