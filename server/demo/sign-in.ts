import type { Role } from '#core/access.ts';
import { departments, password, people } from './people.ts';

/** What the login page of a demo offers: its accounts, and the one password of them all. */
export type DemoSignIn = {
	password: string;
	accounts: { email: string; name: string; role: Role; department: string | null }[];
};

/** The demo's accounts, in the order in which a visitor would try them. */
export const demoSignIn = (): DemoSignIn => ({
	password,
	accounts: [
		people.coordinator,
		people.deputy,
		people.education,
		people.social,
		people.culture,
		people.councilMember,
		people.administrator
	].map(({ email, name, role, department }) => ({
		email,
		name,
		role,
		department: departments.find((d) => d.templateRole === department)?.name ?? null
	}))
});
