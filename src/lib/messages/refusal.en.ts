import type { Happened } from '#core/result.ts';
import type { refusal as sv } from './refusal.sv.ts';

const somebody = (name: string | null): string => name ?? 'somebody';
const Somebody = (name: string | null): string => name ?? 'Somebody';
const at = (when: string | null): string => (when === null ? '' : ` ${when}`);

export const refusal: typeof sv = {
	notSignedIn: { what: 'You are not signed in.', then: 'Sign in and try again.' },
	wrongCredentials: {
		what: 'The e-mail address and the password do not belong together.',
		then: 'Check both and try again.'
	},
	forbidden: {
		role: {
			what: 'Your role does not carry the right to do this.',
			then: 'The administrator gives out roles. Turn there if you need the right.'
		},
		notYourSection: {
			what: 'The section belongs to another department.',
			then: 'You can read it. The coordinator can share it with your department.'
		},
		notYourRow: {
			what: 'The row belongs to another department.',
			then: 'In this section you write in the rows of your own department. The coordinator can give you the whole section.'
		},
		fourEyes: {
			what: 'You have written in the section since it was last approved, so you cannot approve it.',
			then: 'Ask another coordinator to approve it.'
		},
		unpublished: {
			what: 'The report is not published yet.',
			then: 'You will see it when it has been published.'
		},
		scope: {
			what: 'The API key does not reach this far.',
			then: 'Make a key that may do more.'
		},
		passwordOff: {
			what: 'Nobody signs in by password here.',
			then: 'Use the sign-in of the municipality.'
		}
	},
	notFound: {
		what: 'There is no such page.',
		then: 'Check the address, or go to the start page.'
	},
	locked: (lock, when) =>
		lock.why === 'submitted'
			? {
					what: `The section was submitted for approval by ${somebody(lock.by)} ${when}.`,
					then: 'The coordinator opens it by returning it.'
				}
			: {
					what: `The section was approved by ${somebody(lock.by)} ${when}.`,
					then: 'The coordinator can reopen it and then gives the reason.'
				},
	moved: (happened, by, when) => {
		const what: Record<Happened, string> = {
			textChanged: `${Somebody(by)} changed the text${at(when)}, after you opened it.`,
			submitted: `${Somebody(by)} submitted the section${at(when)}.`,
			approved: `${Somebody(by)} approved the section${at(when)}.`,
			returned: `The section is a draft. ${Somebody(by)} opened it${at(when)}.`,
			reopened: `${Somebody(by)} reopened the section${at(when)}.`,
			published: `${Somebody(by)} published the report${at(when)}.`,
			valueChanged: `${Somebody(by)} changed this before you did${at(when)}.`,
			resolved: `${Somebody(by)} resolved the comment${at(when)}.`,
			takenUp: `${Somebody(by)} took the comment up again${at(when)}.`,
			accepted: `${Somebody(by)} accepted the suggestion${at(when)}.`,
			declined: `${Somebody(by)} declined the suggestion${at(when)}.`,
			withdrawn: `${Somebody(by)} took the suggestion back${at(when)}.`,
			fetching: `${Somebody(by)} began to fetch values${at(when)}, and it is not done.`,
			done: 'This has already been done.'
		};
		const then: Record<Happened, string> = {
			textChanged: 'Read the new text and then try again.',
			submitted: 'Read the page anew before you go on.',
			approved: 'Read the page anew before you go on.',
			returned: 'It must be submitted before it can be approved.',
			reopened: 'Read the page anew before you go on.',
			published: 'Read the page anew before you go on.',
			resolved: 'There is nothing more for you to do.',
			takenUp: 'Read what was said before you go on.',
			accepted: 'There is nothing more for you to do.',
			declined: 'There is nothing more for you to do.',
			withdrawn: 'There is nothing more for you to do.',
			fetching: 'Wait until it is done, or stop it.',
			valueChanged: 'What you typed is still here. Compare it and save again if it is needed.',
			done: 'There is nothing more for you to do.'
		};
		return { what: what[happened], then: then[happened] };
	},
	invalid: { what: 'Something needs to be corrected.', then: 'See what stands at the fields.' },
	reasonNeeded: { what: 'A reason is needed.', then: 'Write it and try again.' },
	notReady: { what: 'Not yet.', then: 'This remains:' },
	malformed: {
		what: 'The change could not be read and was not taken.',
		then: 'What you typed is kept for you. Reload the page.'
	},
	tooLarge: { what: 'It is too large.', then: 'Divide it, or choose a smaller file.' },
	imageTooLarge: { what: 'The picture is larger than 8 MB.', then: 'Choose a smaller one.' },
	tooFast: {
		what: 'There were too many attempts in a short time.',
		then: 'Wait a little and try again.'
	},
	wait: (seconds) =>
		seconds <= 90
			? `Wait ${seconds === 1 ? 'a second' : `${seconds} seconds`} and try again.`
			: `Wait ${Math.ceil(seconds / 60)} minutes and try again.`,
	oldSchema: {
		what: 'The program was updated after you opened the page.',
		then: 'Reload the page. What you typed is kept for you.'
	},
	otherEpoch: {
		what: 'The section was rebuilt after you opened it.',
		then: 'Reload the page. What you typed is kept for you.'
	},
	notSaved: {
		what: 'It could not be saved just now.',
		then: 'Leave the page open and try again in a little while.'
	},
	withdrawn: 'This format has been withdrawn.',
	source: {
		what: 'The source did not give what is needed.',
		then: 'What was there remains. Try again in a while.'
	},
	dayAndClock: (day, clock) => `${day} at ${clock}`,
	fieldMissing: 'Fill in this field.'
};
